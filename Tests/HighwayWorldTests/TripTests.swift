import ChargingModels
import HighwayWorld
import Testing

@Suite("A trip")
struct TripTests {
  @Test("without need of a station takes the time and the energy that one computes by hand")
  func plain() throws {
    let outcome = try run(plainScenario(length: 100))
    let exit = try #require(outcome.first(.exited))
    #expect((exit.time - (0.1 * 3600 + 3600)).magnitude < 1e-9)
    #expect((exit.energy - (25 - 20)).magnitude < 1e-9)
    #expect(outcome.summary.completed == 1)
    #expect((outcome.summary.tripHours - 1).magnitude < 1e-12)
    #expect((outcome.summary.consumption - 20).magnitude < 1e-9)
  }

  @Test("stops where it must, charges to its goal at the power of the charger, and arrives")
  func stop() throws {
    let outcome = try run(plainScenario(stations: [plainStation(at: 100)]))
    #expect(outcome.story(of: 0) == [.entered, .reached, .asked, .started, .finished, .exited])
    let (start, finish) = (
      try #require(outcome.first(.started)), try #require(outcome.first(.finished))
    )
    #expect((start.time - 1.1 * 3600).magnitude < 1e-9)
    #expect((start.energy - 5).magnitude < 1e-9)
    // Target 80 % of 50 kWh, more than 20 for the way and 6 for 30 km.
    #expect((finish.energy - 40).magnitude < 1e-9)
    #expect((finish.time - start.time - 35.0 / 100 * 3600).magnitude < 1e-6)
    #expect((finish.b - 35).magnitude < 1e-9)
    #expect((finish.a - 35 * 0.4).magnitude < 1e-9)
    let exit = try #require(outcome.first(.exited))
    #expect((exit.energy - 20).magnitude < 1e-9)
    let end = outcome.finish.stations[0]
    #expect((end.drawn - 35 / 0.9).magnitude < 1e-9)
    // From 1 to 2 o'clock the grid takes 0.08.
    #expect((end.gridBill - 35 / 0.9 * 0.08).magnitude < 1e-9)
  }

  @Test("pays the grid hour by hour, exactly")
  func tariff() throws {
    var scenario = plainScenario(stations: [plainStation(at: 100, type: "SLOW")])
    scenario.prices.grid = Tariff(hourly: (0..<24).map(Double.init))
    // From 1:06 with 20 kW: 35 kWh take 1 h 45 min: 54 min in the first hour, 51 in the second.
    let outcome = try run(scenario)
    let expected = (18.0 * 1 + 17 * 2) / 0.8
    #expect((outcome.finish.stations[0].gridBill - expected).magnitude < 1e-9)
  }

  @Test("strands where its line meets the reserve, and says why")
  func strands() throws {
    let outcome = try run(plainScenario(length: 200))
    let stranding = try #require(outcome.strandings.first)
    #expect((stranding.position - 125).magnitude < 1e-9)
    #expect((stranding.time - (0.1 + 1.25) * 3600).magnitude < 1e-6)
    #expect(stranding.cause == .infeasible)
    #expect(outcome.summary.stranded == [1, 0, 0, 0, 0])
    #expect(outcome.summary.atRisk == 1)
  }

  @Test("comes with enough for the first station when it is asked to")
  func feasible() throws {
    var scenario = plainScenario(stations: [plainStation(at: 140)])
    scenario.fleet.spawn = .feasible
    let outcome = try run(scenario)
    #expect(outcome.summary.completed == 1)
    #expect(try #require(outcome.first(.entered)).energy > 28)
  }

  @Test("uphill against the wind in the cold goes less far than on the day of the catalogue")
  func weather() throws {
    var scenario = plainScenario(length: 150, charge: 0.9)
    scenario.fleet.vehicles[0].body = VehicleBody(mass: 2000, dragArea: 0.6, heating: 0.1)
    func left(_ change: (inout HighwayScenario) -> Void) throws -> Double {
      var other = scenario
      change(&other)
      return try #require(try run(other).first(.exited)).energy
    }
    let calm = try left { _ in }
    #expect(try left { $0.weather.headwind = [5] } < calm)
    #expect(try left { $0.weather.temperature = [-5] } < calm)
    #expect(try left { $0.weather.rain = [4] } < calm)
    #expect(
      try left {
        $0.road.sections = [RoadSection(start: 0, end: 50, slope: 0.01)]
      } < calm)
    // A slower limit saves energy and takes time.
    #expect(
      try left {
        $0.road.sections = [RoadSection(start: 0, end: 150, speedLimit: 60)]
      } > calm)
  }

  @Test("goes both ways, between ramps, and into stations of its own side only")
  func directions() throws {
    var scenario = plainScenario(
      stations: [plainStation(at: 90), plainStation(at: 110)],
      trace: (0..<200).map { 0.01 * Double($0) })
    scenario.stations.list[0].access = .forward
    scenario.stations.list[1].access = .backward
    scenario.stations.list[0].chargers[0].count = 50
    scenario.stations.list[1].chargers[0].count = 50
    scenario.road.isTwoWay = true
    let outcome = try run(scenario)
    #expect(outcome.summary.completed == 200)
    let asked = outcome.log.entries.filter { $0.kind == .asked }
    let entered = Dictionary(
      uniqueKeysWithValues: outcome.log.entries.filter { $0.kind == .entered }.map {
        ($0.vehicle, $0.a)
      })
    for entry in asked { #expect((entered[entry.vehicle] == 0) == (entry.station == 0)) }
    #expect(Set(asked.map(\.station)) == [0, 1])

    scenario.road.ramps = [60]
    scenario.road.trips = [
      Trip(from: 60, to: 200, weight: 1), Trip(from: 200, to: 60, weight: 3),
    ]
    let ramps = try run(scenario)
    let places = ramps.log.entries.filter { $0.kind == .exited }.map(\.a)
    #expect(Set(places) == [60, 200])
    #expect((Double(places.count { $0 == 60 }) / 200 - 0.75).magnitude < 0.12)
  }

  @Test("of a truck is broken by the rest that the law asks for")
  func rest() throws {
    var scenario = plainScenario(
      length: 600, stations: [plainStation(at: 200), plainStation(at: 400)], charge: 1)
    scenario.fleet.vehicles[0].capacity = 500
    scenario.fleet.vehicles[0].restAfter = 4.5
    scenario.fleet.vehicles[0].restMinutes = 45
    let outcome = try run(scenario)
    let start = try #require(outcome.first(.started))
    #expect(start.station == 1)
    let finish = try #require(outcome.first(.finished))
    #expect((finish.time - start.time - 45 * 60).magnitude < 1e-6)
  }

  @Test("takes longer among many others, by the function of the Bureau of Public Roads")
  func congestion() throws {
    var scenario = plainScenario(length: 100)
    scenario.road.backgroundTraffic = 2000
    let outcome = try run(scenario)
    #expect((outcome.summary.tripHours - 1.15).magnitude < 1e-9)
  }
}

@Suite("A plug")
struct PlugTests {
  @Test("that a station does not have makes it no station for this car")
  func connector() throws {
    var scenario = plainScenario(
      stations: [plainStation(at: 80, type: "OTHER"), plainStation(at: 100)])
    scenario.chargers.append(
      ChargerType(name: "OTHER", power: 100, efficiency: 0.9, connectors: [.chademo]))
    let outcome = try run(scenario)
    #expect(outcome.story(of: 0) == [.entered, .reached, .asked, .started, .finished, .exited])
    #expect(outcome.first(.asked)?.station == 1)
    scenario.fleet.vehicles[0].connector = .chademo
    #expect(try run(scenario).first(.asked)?.station == 0)
    scenario.fleet.vehicles[0].connector = .mcs
    #expect(try run(scenario).summary.stranded == [1, 0, 0, 0, 0])
  }

  @Test("that fits lets a car pass those in line whom the free charger does not fit")
  func line() throws {
    var scenario = plainScenario(
      stations: [plainStation(at: 80)], trace: [0.1, 0.11, 0.12, 0.13])
    scenario.chargers.append(
      ChargerType(name: "OTHER", power: 100, efficiency: 0.9, connectors: [.chademo]))
    scenario.stations.list[0].chargers.append(ChargerGroup(type: "OTHER", count: 1))
    var other = scenario.fleet.vehicles[0]
    other.connector = .chademo
    scenario.fleet.vehicles = [scenario.fleet.vehicles[0], other]
    scenario.patience.model = .none
    for seed in 0..<20 {
      scenario.seed = seed
      let outcome = try run(scenario)
      #expect(outcome.summary.completed == 4)
      for start in outcome.log.entries where start.kind == .started {
        let kind = try #require(outcome.first(.entered, of: start.vehicle)).b
        #expect(Int(kind) & 1 == Int(start.charger))
      }
    }
  }
}
