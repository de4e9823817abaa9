public import AnalysisKit
internal import ChargingModels
public import HighwayWorld
public import Text

/// Where a scenario comes from: a preset or a file.
public enum ScenarioSource {
  /// Every preset in a few words: name, km, stations, chargers, vehicles per hour, hours.
  public static var presetRows: [[String]] {
    HighwayScenario.presets.map { scenario in
      let groups = scenario.resolvedStations.flatMap(\.chargers)
      return [
        scenario.name, scenario.road.length.shortestText, "\(scenario.resolvedStations.count)",
        "\(groups.reduce(0) { $0 + $1.count })", scenario.traffic.vehiclesPerHour.shortestText,
        scenario.duration.shortestText,
      ]
    }
  }

  /// Finds the scenario of a name, or reads it from a file; refuses one that makes no sense.
  public static func scenario(
    _ name: String, _ workshop: Workshop
  ) throws(ToolFailure) -> HighwayScenario {
    if let preset = HighwayScenario.preset(named: name) { return preset }
    guard name.contains("/") || name.contains(".") else {
      let names = HighwayScenario.presets.map(\.name)
      let near = NearestNames.of(name, among: names)
      throw .usage(
        .conflict(
          "there is no scenario named \(name.quoted): there are \(names.listed(conjunction: "and")), "
            + "or a file such as road.json."
            + (near.isEmpty
              ? "" : " Did you mean \(near.map(\.quoted).listed(conjunction: "or"))?")))
    }
    return try read(FilePath(name), workshop)
  }

  /// Lays what a study file says over a preset.
  public static func scenario(
    _ json: JSON, in file: String, _ workshop: Workshop
  ) throws(ToolFailure) -> HighwayScenario {
    if let name = json.string { return try scenario(name, workshop) }
    do {
      return try HighwayScenario(json: json)
    } catch {
      throw .input(
        InputFailure(
          file: file, keyPath: error.path.isEmpty ? "scenario" : "scenario." + error.path,
          problem: error.reason.description,
          remedy: "`evtools scenario show calibrated` prints all keys."))
    }
  }

  /// Reads a file.
  private static func read(
    _ file: FilePath, _ workshop: Workshop
  ) throws(ToolFailure) -> HighwayScenario {
    let bytes = try workshop.read(file)
    let node: JSONNode
    do {
      node = try JSONReader.read(bytes)
    } catch {
      throw .input(
        InputFailure(file: file.text, position: error.position, problem: error.description))
    }
    do {
      return try HighwayScenario(json: node.json)
    } catch {
      throw .input(
        InputFailure(
          file: file.text, keyPath: error.path.isEmpty ? nil : error.path,
          position: node.position(ofKeyPath: error.path), problem: error.reason.description,
          remedy: "`evtools scenario show calibrated` prints all keys."))
    }
  }

  /// Makes a scenario ready to run, or says which key is wrong.
  public static func plan(
    _ scenario: HighwayScenario, named name: String
  ) throws(ToolFailure) -> HighwayPlan {
    do {
      return try HighwayPlan(scenario)
    } catch {
      throw .input(
        InputFailure(
          file: name, keyPath: error.path, problem: error.problem, remedy: error.remedy))
    }
  }
}

extension JSONNode {
  /// Where a key such as `stations.list[1].position_km` stands, as far as the file has it.
  fileprivate func position(ofKeyPath path: String) -> TextPosition? {
    var node = self
    var found: TextPosition?
    for part in path.split(whereSeparator: { ".[]".contains($0) }) {
      let next = Int(part).flatMap { index in
        node.array.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      }
      guard let next = next ?? node[String(part)] else { return found }
      (node, found) = (next, next.position)
    }
    return found
  }
}
