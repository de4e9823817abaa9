import ChargingModels
import Foundation
import HighwayWorld
import Testing
import Text

@Suite("A scenario")
struct ScenarioTests {
  @Test("comes back from a file as it was", arguments: HighwayScenario.presets)
  func roundTrip(scenario: HighwayScenario) throws {
    var scenario = scenario
    scenario.stations.list = [plainStation(at: 3, spots: .unlimited)]
    let data = try JSONEncoder().encode(scenario)
    #expect(try JSONDecoder().decode(HighwayScenario.self, from: data) == scenario)
  }

  @Test(
    "comes back from the house's own JSON, which knows every key",
    arguments: HighwayScenario.presets)
  func json(scenario: HighwayScenario) throws {
    let text = try JSON(encoding: scenario).prettyText
    let node = try JSONReader.read(Array(text.utf8))
    #expect(try node.decoded(as: HighwayScenario.self, unknownKeys: .refused) == scenario)
    let misspelt = text.replacingOccurrences(of: "\"waiting_spots\"", with: "\"waiting_spotz\"")
    let wrong = try JSONReader.read(Array(misspelt.utf8))
    #expect(throws: JSONCodingFailure.self) {
      try wrong.decoded(as: HighwayScenario.self, unknownKeys: .refused)
    }
  }

  @Test("needs to say only what is particular about it")
  func overlay() throws {
    let text = """
      {"preset": "upstream", "duration_h": 3, "waiting_spots": "unlimited",
       "traffic": {"process": "rush-hour", "vehicles_per_hour": 50},
       "energy": {"solar": {"peak_kw": 120}},
       "fleet": {"vehicles": [{"name": "van", "battery_kwh": 70, "initial_soc": 0.6}]},
       "stations": {"list": [
         {"position_km": 60, "chargers": [{"count": 4}]},
         {"position_km": 160, "chargers": [{"type": "FAST", "count": 2}, {"count": 1}],
          "waiting_spots": 2, "energy": {"grid_max_kw": 250}}]}}
      """
    let scenario = try HighwayScenario(json: try JSONReader.read(Array(text.utf8)).json)
    var expected = HighwayScenario.upstream
    expected.duration = 3
    expected.waitingSpots = .unlimited
    expected.traffic.process = .rushHour
    expected.traffic.vehiclesPerHour = 50
    expected.energy.solar.peak = 120
    expected.fleet.vehicles = [VehicleType.calibrated[1]]
    expected.fleet.vehicles[0].name = "van"
    expected.fleet.vehicles[0].capacity = 70
    expected.fleet.vehicles[0].initialCharge = .fixed(0.6)
    var bounded = expected.energy
    bounded.grid = 250
    expected.stations.list = [
      Station(
        position: 60, chargers: [ChargerGroup(count: 4)], waitingSpots: .unlimited,
        energy: expected.energy),
      Station(
        position: 160, chargers: [ChargerGroup(type: "FAST", count: 2), ChargerGroup(count: 1)],
        waitingSpots: 2, energy: bounded),
    ]
    #expect(scenario == expected)
    _ = try scenario.run()
  }

  @Test(
    "says which key does not exist, and which may be meant",
    arguments: [
      (#"{"waiting_spotz": 3}"#, "waiting_spots"), (#"{"preset": "upsteam"}"#, "upstream"),
      (#"{"traffic": {"vehicles_per_our": 3}}"#, "vehicles_per_hour"),
      (#"{"traffic": {"process": "rushhour"}}"#, "process"),
      (#"{"stations": {"list": [{"chargers": []}]}}"#, "position_km"), ("[]", "object"),
    ])
  func misspelt(text: String, word: String) throws {
    let json = try JSONReader.read(Array(text.utf8)).json
    let failure = #expect(throws: JSONCodingFailure.self) { try HighwayScenario(json: json) }
    #expect(failure?.description.contains(word) == true, "\(failure?.description ?? "")")
  }

  @Test("has the keys that a textbook queue is written with")
  func keys() throws {
    let data = try JSONEncoder().encode(HighwayScenario.textbook)
    let object = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any])
    for key in [
      "seed", "replications", "warmup_h", "duration_h", "waiting_spots", "discipline", "road",
      "fleet", "stations", "energy",
    ] {
      #expect(object[key] != nil, "\(key)")
    }
    #expect(object["waiting_spots"] as? String == "unlimited")
    #expect(object["discipline"] as? String == "fifo")
    let service = try #require(object["service"] as? [String: Any])
    #expect(service["model"] as? String == "exponential")
    #expect(service["mean_min"] as? Double == 25)
    #expect((object["patience"] as? [String: Any])?["model"] as? String == "none")
    #expect((object["traffic"] as? [String: Any])?["process"] as? String == "poisson")
  }

  @Test(
    "with a name is found, and every one of them runs",
    arguments: HighwayScenario.presets.map(\.name))
  func presets(name: String) throws {
    let scenario = try #require(HighwayScenario.preset(named: name))
    let outcome = try run(scenario)
    #expect(outcome.summary.arrivals > 0)
    #expect(outcome.summary.served > 0)
  }

  /// A change that makes a scenario wrong, and the key that is then named.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let path: String
    let change: @Sendable (inout HighwayScenario) -> Void
    var testDescription: String { path }

    init(_ path: String, _ change: @escaping @Sendable (inout HighwayScenario) -> Void) {
      self.path = path
      self.change = change
    }
  }

  @Test(
    "that makes no sense is refused with the key that is wrong",
    arguments: [
      Refusal("stations") { $0.stations.positions = [50, 50] },
      Refusal("stations.chargers_per_station") { $0.stations.chargers = 0 },
      Refusal("energy.solar.peak_kw") { $0.energy.solar.peak = -1 },
      Refusal("energy.grid_max_kw") { $0.energy.grid = -5 },
      Refusal("energy.battery.initial_soc") { $0.energy.battery.initial = 0.99 },
      Refusal("energy.battery.highest_soc") { $0.energy.battery.highest = 0.05 },
      Refusal("road.length_km") { $0.road.length = 0 },
      Refusal("stations.positions_km[1]") { $0.stations.positions = [10, 301] },
      Refusal("traffic.vehicles_per_hour") { $0.traffic.vehiclesPerHour = -1 },
      Refusal("traffic.vehicles_per_hour") { $0.traffic.vehiclesPerHour = .nan },
      Refusal("traffic.vehicles_per_hour") { $0.traffic.vehiclesPerHour = 1e6 },
      Refusal("choice.information_delay_min") { $0.choice.informationDelay = 1e-300 },
      Refusal("reliability.mean_uptime_h") { $0.reliability.meanUptime = 1e-9 },
      Refusal("stations.chargers_per_station") {
        $0.stations.count = 1000
        $0.stations.chargers = 100_000
      },
      Refusal("stations.charger") { $0.stations.charger = "MEGA" },
      Refusal("warmup_h") { $0.warmUp = 24 },
      Refusal("fleet.vehicles") { $0.fleet.vehicles = [] },
      Refusal("fleet.drivers[0].speed_kmh[1]") { $0.fleet.drivers[0].speed = Spread(110, 100) },
      Refusal("fleet.vehicles[0].curve.knots") { $0.fleet.vehicles[0].curve.knots.removeLast() },
      Refusal("outages.scheduled[0].end_h") { $0.outages.scheduled = [.init(start: 3, end: 2)] },
      Refusal("outages.scheduled[0].station") {
        $0.outages.scheduled = [.init(station: 9, start: 1, end: 2)]
      },
      Refusal("prices.grid_per_kwh") { $0.prices.grid.hourly = [1] },
      Refusal("traffic.hourly") { $0.traffic.process = .hourly },
      Refusal("traffic.trace_h[1]") { $0.traffic.trace = [2, 1] },
      Refusal("road.sections[1]") {
        $0.road.sections = [RoadSection(start: 0, end: 9), RoadSection(start: 8, end: 10)]
      },
      Refusal("road.trips[0]") { $0.road.trips = [Trip(from: 5, to: 5)] },
      Refusal("stations.list[0].chargers") {
        $0.stations.list = [Station(position: 5, chargers: [])]
      },
    ])
  func refusals(refusal: Refusal) {
    var scenario = HighwayScenario.calibrated
    refusal.change(&scenario)
    let failure = #expect(throws: ScenarioFailure.self) { try scenario.check() }
    #expect(failure?.path == refusal.path)
    #expect(failure?.remedy.isEmpty == false)
  }

  @Test("that is extreme runs correctly: a road of 10 km, a million cars an hour, nobody at all")
  func extremes() throws {
    var short = HighwayScenario.calibrated
    short.road.length = 10
    #expect(try run(short).summary.completed > 1000)
    var crowd = HighwayScenario.calibrated
    crowd.traffic.vehiclesPerHour = 1_000_000
    crowd.duration = 0.1
    #expect((try run(crowd, isLogged: false).summary.arrivals - 100_000).magnitude < 2000)
    var nobody = HighwayScenario.calibrated
    nobody.traffic.vehiclesPerHour = 0
    #expect(try run(nobody).summary.arrivals == 0)
    var desert = HighwayScenario.calibrated
    desert.stations.count = 0
    let outcome = try run(desert)
    #expect(outcome.summary.visits == 0)
    #expect(outcome.summary.stranded[0] == outcome.summary.strandedAll)
    var far = HighwayScenario.calibrated
    far.stations.positions = [299]
    far.fleet.spawn = .raw
    #expect(try run(far).summary.stranded[0] > 0)
  }

  @Test("runs in three lines")
  func threeLines() throws {
    var scenario = HighwayScenario.corridor300
    scenario.traffic.process = .rushHour
    let outcome = try scenario.run()
    #expect(outcome.summary.served > 500)
    scenario.road.length = -1
    #expect(throws: HighwayFailure.self) { try scenario.run() }
  }

  @Test("stands its stations as users know them")
  func positions() {
    #expect(StationLayout.evenPositions(count: 4, length: 200) == [40, 80, 120, 160])
    #expect(StationLayout.evenPositions(count: 3, length: 300) == [75, 150, 225])
    #expect(StationLayout.evenPositions(count: 2, length: 600).first == 80)
  }
}

@Suite("An early stop")
struct EarlyStopTests {
  private func end(_ scenario: HighwayScenario, _ stop: EarlyStop) throws -> HighwayOutcome {
    var run = HighwayRun(try HighwayPlan(scenario))
    return try run.finish(readingEvery: 60, stop: stop)
  }

  @Test("leaves the two-hour demonstration alone: it ends at its time")
  func demo() throws {
    for preset in EarlyStop.presets {
      let outcome = try end(.demo, preset.value)
      #expect(outcome.end == .completed, "\(preset.name)")
      #expect(outcome.finish.time == 7200)
      #expect(outcome.summary.completed > 0)
    }
  }

  @Test("ends a road that is beyond its limits")
  func beyond() throws {
    var scenario = HighwayScenario.upstream
    scenario.choice.allowsOverflow = false
    scenario.traffic.vehiclesPerHour = 300
    let stranding = try end(scenario, .default)
    #expect(stranding.end != .completed)
    #expect(stranding.finish.time < 24 * 3600)
    let patient = EarlyStop.disabled.stopping(whenStrandedPerHourExceed: 30)
    #expect(try end(scenario, patient).end == .stopped(.stranding))
    #expect(try end(scenario, .disabled).end == .completed)
  }

  @Test("ends when nobody is left, or when the mean wait is known")
  func others() throws {
    let empty = try end(
      plainScenario(length: 100), EarlyStop.disabled.stopping(whenEmptyForReadings: 90))
    #expect(empty.end == .stopped(.empty))
    #expect(empty.finish.time > 3600 * 1.1)
    var queue = HighwayScenario.textbook
    queue.duration = 20_000
    let known = try end(queue, EarlyStop.disabled.stopping(whenWaitIsKnownTo: 0.1))
    #expect(known.end == .stopped(.converged))
    #expect((known.summary.waitMean / 20.3 - 1).magnitude < 0.3)
  }
}
