import ChargingModels
public import Text

extension HighwayScenario {
  /// Lays what a file says over a preset.
  ///
  ///     try HighwayScenario(json: ["preset": "demo", "traffic": ["vehicles_per_hour": 100]])
  ///
  /// Objects are laid over key by key; anything else replaces what was there. Elements of a list need
  /// only say what is particular about them: a station in `stations.list` its `position_km` and
  /// `chargers`, a kind of vehicle its `name` and `battery_kwh`. Keys that do not exist are refused.
  ///
  /// - Parameters:
  ///   - json: What the file says; its `preset` names the scenario to lay it over.
  ///   - base: The scenario to lay it over when there is no `preset`.
  /// - Throws: Which key is wrong, and what was possible.
  public init(json: JSON, over base: HighwayScenario = .calibrated) throws(JSONCodingFailure) {
    guard case .object(var changes) = json else {
      throw JSONCodingFailure(path: "", reason: .expected("an object", found: json.compactText))
    }
    var base = base
    if let name = changes["preset"] {
      guard let preset = name.string.flatMap(HighwayScenario.preset(named:)) else {
        throw JSONCodingFailure(
          path: "preset",
          reason: .unknown(
            name.string ?? name.compactText, known: HighwayScenario.presets.map(\.name)))
      }
      base = preset
      changes["preset"] = nil
    }
    let layers = try ScenarioLayers(base: base)
    self = try layers.laid(.object(changes)).decoded(unknownKeys: .refused)
  }
}

/// Lays JSON over JSON, knowing what an element of each list looks like.
private struct ScenarioLayers {
  private let base: JSON
  private let templates: [(path: String, element: JSON)]

  init(base: HighwayScenario) throws(JSONCodingFailure) {
    self.base = try JSON(encoding: base)
    func template(_ value: some Encodable, without keys: [String]) throws(JSONCodingFailure)
      -> JSON
    {
      guard case .object(var object) = try JSON(encoding: value) else { return .null }
      for key in keys { object[key] = nil }
      return .object(object)
    }
    templates = [
      (
        "fleet.vehicles",
        try template(VehicleType.calibrated[1], without: ["name", "battery_kwh"])
      ),
      ("fleet.drivers", try template(DriverProfile.calibrated[1], without: ["name"])),
      (
        "chargers",
        try template(
          ChargerType(name: "", power: 0, efficiency: 0.95), without: ["name", "power_kw"])
      ),
      (
        "road.sections",
        try template(RoadSection(start: 0, end: 1), without: ["start_km", "end_km"])
      ),
      ("road.trips", try template(Trip(from: 0, to: 1), without: ["from_km", "to_km"])),
      (
        "outages.scheduled",
        try template(GridOutages.Window(start: 0, end: 1), without: ["start_h", "end_h"])
      ),
      (
        "reliability.maintenance",
        try template(Reliability.Maintenance(start: 0, end: 1), without: ["start_h", "end_h"])
      ),
      (
        "stations.list",
        try template(
          Station(position: 0, chargers: []),
          without: ["position_km", "chargers", "energy", "waiting_spots", "sale_per_kwh"])
      ),
      (
        "stations.list.chargers",
        try template(ChargerGroup(type: base.stations.charger, count: 0), without: ["count"])
      ),
    ]
  }

  /// Returns the base with changes, and with stations that have what all stations have.
  func laid(_ changes: JSON) -> JSON {
    var result = lay(changes, over: base, at: "")
    guard case .object(var root) = result, case .object(var layout)? = root["stations"],
      let list = layout["list"]?.array, !list.isEmpty
    else { return result }
    let shared: [(String, JSON?)] = [
      ("waiting_spots", root["waiting_spots"]), ("energy", root["energy"]),
      ("sale_per_kwh", root["prices"]?["sale_per_kwh"]),
    ]
    layout["list"] = .array(
      list.map { station in
        guard case .object(var object) = station else { return station }
        for case (let key, let value?) in shared {
          object[key] = object[key].map { lay($0, over: value, at: key) } ?? value
        }
        return .object(object)
      })
    root["stations"] = .object(layout)
    result = .object(root)
    return result
  }

  private func lay(_ change: JSON, over base: JSON, at path: String) -> JSON {
    if case .array(let elements) = change,
      let template = templates.first(where: { $0.path == path })?.element
    {
      return .array(elements.map { lay($0, over: template, at: path) })
    }
    // A shape of charge levels is one thing.
    guard case .object(let changes) = change, case .object(var object) = base,
      !path.hasSuffix("initial_soc")
    else { return change }
    for (key, value) in changes {
      let place = path.isEmpty ? key : path + "." + key
      object[key] = lay(value, over: object[key] ?? .null, at: place)
    }
    return .object(object)
  }
}
