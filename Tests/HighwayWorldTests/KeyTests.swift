import ChargingModels
import Foundation
import HighwayWorld
import Testing

@Suite("Every key of a scenario file")
struct KeyTests {
  /// A road on which everything is used.
  private func rich(minimum: Spread) -> HighwayScenario {
    var scenario = HighwayScenario.calibrated
    scenario.duration = 30
    scenario.warmUp = 1
    scenario.startHour = 6
    scenario.drains = false
    scenario.traffic.process = .rushHour
    scenario.traffic.vehiclesPerHour = 60
    scenario.road.isTwoWay = false
    scenario.road.backgroundTraffic = 1500
    scenario.road.ramps = [60]
    scenario.road.trips = [Trip(from: 0, to: 300), Trip(from: 60, to: 300, weight: 0.4)]
    scenario.road.sections = [
      RoadSection(start: 0, end: 120, speedLimit: 110, slope: 0.01),
      RoadSection(start: 120, end: 130, speedLimit: 120, slope: -0.06),
      RoadSection(start: 130, end: 300, speedLimit: 120, slope: -0.002),
    ]
    scenario.fleet.spawn = .raw
    scenario.fleet.strandedAt = 0.02
    scenario.fleet.vehicles[3].restAfter = 1.5
    for driver in scenario.fleet.drivers.indices {
      scenario.fleet.drivers[driver].minimum = minimum
      scenario.fleet.drivers[driver].priceSensitivity = Spread(0.4, 0.9)
    }
    scenario.fleet.vehicles[3].weight = 0.3
    scenario.chargers[2].connectors = [.ccs, .mcs]
    scenario.stations.list = [70.0, 150, 225].map { position in
      Station(
        position: position,
        chargers: [
          ChargerGroup(type: "ULTRA", count: 4, cabinetSize: 2, cabinetPower: 200),
          ChargerGroup(type: "HYPER", count: 3, cabinetSize: 2, cabinetPower: 350),
          ChargerGroup(type: "FAST", count: 1, cabinetSize: 1, cabinetPower: 45),
          ChargerGroup(type: "SLOW", count: 1, cabinetSize: 1, cabinetPower: 20),
        ], waitingSpots: 4,
        energy: EnergyOptions(
          grid: 500, export: 30, solar: SolarPlant(peak: 300, followsWeather: position > 100),
          wind: WindTurbine(base: 80, followsWeather: position > 100),
          battery: StationBattery(capacity: 200, chargePower: 60, dischargePower: 60),
          dispatch: position < 100 ? .schedule : position < 200 ? .timeOfUse : .selfConsumption,
          schedule: [20, -30]), price: position < 100 ? 0.4 : 0.6)
    }
    scenario.prices.export = 0.05
    scenario.prices.demandCharge = 5
    scenario.prices.connection = 3
    scenario.weather = WeatherSeries(
      temperature: [2, 30], headwind: [3, 1], rain: [1, 0], irradiance: [400, 300],
      windSpeed: [7, 9])
    scenario.reliability.meanUptime = 12
    scenario.reliability.maintenance = [.init(station: 1, chargers: 3, start: 5, end: 9)]
    scenario.outages.meanGap = 15
    scenario.outages.scheduled = [.init(station: 1, start: 3, end: 4)]
    return scenario
  }

  @Test("does something: another number gives another run")
  func effects() throws {
    let isExempt = { (key: String) in
      // What only other processes, services or layouts use is tried below.
      key.hasPrefix("replications") || key.hasPrefix("stations.count")
        || key.hasPrefix("stations.chargers") || key.hasPrefix("stations.cabinet")
        || key.hasPrefix("energy") || key.hasPrefix("traffic.burst")
        || key.hasPrefix("traffic.branching") || key.hasPrefix("traffic.excitement")
        || key.hasPrefix("patience.mean") || key.hasPrefix("service.mean")
        || key.hasPrefix("waiting_spots") || key == "prices.sale_per_kwh"
        // Ends of curves that nobody reaches; hours that nobody drives in; rest of who never rests.
        || key.hasPrefix("prices.grid_per_kwh") || key.contains(".knots[0].")
        || key.contains(".knots[6].") || key.contains("[3].curve.knots[4].")
        || key.hasSuffix(".priority")
        || (key.hasSuffix(".rest_min") && !key.contains("[3]"))
        || (key.hasSuffix(".top_speed_kmh") && !key.contains("[3]"))
        // Given trips say who goes where.
        || key == "road.length_km" || key == "road.two_way"
        // Only one station follows a schedule, and only one turbine the dice.
        || (key.contains("schedule_kw") && !key.contains("list[0]"))
        || (key.hasSuffix("wind.variability") && !key.contains("list[0]"))
        || (key.hasSuffix("est_soc") && key.contains("list[0]"))
    }
    // Drivers who charge early hardly compare; who charge late hardly have a minimum.
    let late = try silentKeys(of: rich(minimum: Spread(0.1, 0.12)), except: isExempt)
    let early = try silentKeys(of: rich(minimum: Spread(0.2, 0.45)), except: isExempt)
    let silent = Set(late).intersection(early).sorted()
    #expect(silent.isEmpty, "\(silent)")
  }

  @Test("does something in the scenario that uses it")
  func others() throws {
    var bursts = HighwayScenario.calibrated
    bursts.traffic.process = .bursty
    bursts.duration = 6
    #expect(try silentKeys(of: bursts) { !$0.hasPrefix("traffic.burst") }.isEmpty)
    var excited = bursts
    excited.traffic.process = .hawkes
    #expect(
      try silentKeys(of: excited) {
        !$0.hasPrefix("traffic.branching") && !$0.hasPrefix("traffic.excitement")
      }.isEmpty)
    var layout = bursts
    layout.stations.cabinetSize = 2
    layout.stations.cabinetPower = 200
    layout.energy = EnergyOptions(
      grid: 200, export: 20, solar: SolarPlant(peak: 100), wind: WindTurbine(base: 30),
      battery: StationBattery(capacity: 100, chargePower: 20, dischargePower: 20))
    let silent = try silentKeys(of: layout) {
      !($0.hasPrefix("stations") || $0.hasPrefix("energy.grid") || $0.hasPrefix("energy.bat")
        || $0.hasPrefix("waiting_spots") || $0 == "prices.sale_per_kwh")
    }
    #expect(silent.isEmpty, "\(silent)")
    var queue = HighwayScenario.textbook
    queue.duration = 60
    queue.patience.model = .exponential
    #expect(
      try silentKeys(of: queue) {
        !$0.hasPrefix("service.mean") && !$0.hasPrefix("patience.mean")
      }.isEmpty)
    var ranked = rich(minimum: Spread(0.2, 0.45))
    ranked.discipline = .priority
    #expect(try silentKeys(of: ranked) { !$0.hasSuffix("vehicles[3].priority") }.isEmpty)
  }

  /// Returns the keys whose number, or truth, makes no difference.
  private func silentKeys(
    of scenario: HighwayScenario, except isExempt: (String) -> Bool
  ) throws -> [String] {
    let data = try JSONEncoder().encode(scenario)
    let tree = try JSONSerialization.jsonObject(with: data)
    let base = try fingerprint(scenario)
    var silent: [String] = []
    for key in leaves(tree, "") where !isExempt(key.name) {
      // A change in either direction will do, if the other is not allowed or changes nothing.
      let isHeard = try [1.07, 0.93, 1.11, 0.8, 3, 0.3].contains { factor in
        let other = change(tree, key.path[...], factor)
        let data = try JSONSerialization.data(withJSONObject: other)
        guard let changed = try? JSONDecoder().decode(HighwayScenario.self, from: data),
          changed != scenario, (try? changed.check()) != nil
        else { return false }
        return try fingerprint(changed) != base
      }
      if !isHeard { silent.append(key.name) }
    }
    return silent
  }

  private func fingerprint(_ scenario: HighwayScenario) throws -> [Double] {
    let outcome = try run(scenario, isLogged: false)
    return outcome.summary.measures.map(\.value) + [outcome.finish.total(\.stored)]
      + outcome.waits.map(\.minutes)
  }

  private struct Leaf {
    var name: String
    var path: [Step]
  }

  private enum Step {
    case key(String)
    case index(Int)
  }

  private func leaves(_ node: Any, _ name: String, _ path: [Step] = []) -> [Leaf] {
    if let object = node as? [String: Any] {
      return object.keys.sorted().flatMap { key in
        leaves(object[key] as Any, name.isEmpty ? key : name + "." + key, path + [.key(key)])
      }
    }
    if let array = node as? [Any] {
      return array.indices.flatMap {
        leaves(array[$0], name + "[\($0)]", path + [.index($0)])
      }
    }
    return node is NSNumber ? [Leaf(name: name, path: path)] : []
  }

  private func change(_ node: Any, _ path: ArraySlice<Step>, _ factor: Double) -> Any {
    guard let step = path.first else {
      guard let number = node as? NSNumber else { return node }
      if CFBooleanLike.isBoolean(number) { return !number.boolValue }
      let value = number.doubleValue
      if value == value.rounded(), value.magnitude < 1000, factor == 3 || factor == 0.3 {
        return value + (factor == 3 ? 1 : -1)
      }
      return value == 0 ? 0.01 * factor : value * factor
    }
    let rest = path.dropFirst()
    switch step {
    case .key(let key):
      guard var object = node as? [String: Any], let child = object[key] else { return node }
      object[key] = change(child, rest, factor)
      return object
    case .index(let index):
      guard var array = node as? [Any] else { return node }
      array[index] = change(array[index], rest, factor)
      return array
    }
  }
}

/// Tells truth values from numbers in Foundation's JSON.
private enum CFBooleanLike {
  static func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }
}
