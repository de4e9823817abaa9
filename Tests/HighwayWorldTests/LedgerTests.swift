import ChargingModels
import HighwayWorld
import Testing

@Suite("The blackout ledger")
struct LedgerTests {
  /// One car that charges 35 kWh at 100 kW from 1:06 on, drawing 100/0.9 kW.
  private func scenario(_ change: (inout EnergyOptions) -> Void = { _ in }) -> HighwayScenario {
    var energy = EnergyOptions()
    change(&energy)
    return plainScenario(stations: [plainStation(at: 100, energy: energy)])
  }
  private let demand = 100 / 0.9

  @Test("counts exactly what a grid that is away did not serve")
  func outage() throws {
    var road = scenario()
    // Away from 1:12 to 1:24: in the middle of the session, shorter than the driver's patience.
    road.outages.scheduled = [.init(station: 0, start: 1.2, end: 1.4)]
    let outcome = try run(road)
    let blackout = try #require(outcome.blackouts.first)
    #expect(outcome.blackouts.count == 1)
    #expect((blackout.notServed - demand * 0.2).magnitude < 1e-9)
    #expect((blackout.end - blackout.start - 720).magnitude < 1e-6)
    #expect(blackout.kind == .total)
    #expect(blackout.cause == .gridFailure)
    #expect(!blackout.isOpen)
    #expect(blackout.worstShare == 1)
    #expect((blackout.severity - 12).magnitude < 1e-6)
    #expect((outcome.summary.notServed - demand * 0.2).magnitude < 1e-9)
    // The session ends twelve minutes later than without.
    let finish = try #require(outcome.first(.finished))
    #expect((finish.time - (1.1 + 0.35 + 0.2) * 3600).magnitude < 1e-6)
    #expect((finish.energy - 40).magnitude < 1e-12)
  }

  @Test("sees every change of a shortfall that comes in pieces")
  func pieces() throws {
    // A grid of 50 kW, and sun: nothing at one o'clock. Two cars one after the other on two chargers.
    var road = scenario { $0.grid = 50 }
    road.stations.list[0].chargers[0].count = 2
    road.traffic.trace = [0.1, 0.2]
    let outcome = try run(road)
    // Alone from 1.1 to 1.2 h; then two; each gets 25 kW × 0.9 until the first is full, then 45 kW.
    let first = 0.1 * 45
    let both = (35 - first) / 22.5
    let last = (35 - both * 22.5) / 45
    let end = 1.2 + both + last
    let expected = 0.1 * (demand - 50) + both * (2 * demand - 50) + last * (demand - 50)
    #expect((outcome.summary.notServed - expected).magnitude < 1e-8)
    let blackout = try #require(outcome.blackouts.first)
    #expect(outcome.blackouts.count == 1)
    #expect((blackout.notServed - expected).magnitude < 1e-8)
    #expect((blackout.end - end * 3600).magnitude < 1e-5)
    #expect(blackout.kind == .gridOverload)
    #expect(blackout.cause == .demandSurge)
    #expect((blackout.worstPower - (2 * demand - 50)).magnitude < 1e-9)
    let finish = try #require(outcome.first(.finished, of: 1))
    #expect((finish.time - end * 3600).magnitude < 1e-5)
  }

  @Test("opens at a tenth, not before", arguments: [(0.0999, 0), (0.1001, 1)])
  func threshold(share: Double, count: Int) throws {
    let outcome = try run(scenario { $0.grid = .atMost(demand * (1 - share)) })
    #expect(outcome.blackouts.count == count)
    #expect(outcome.summary.notServed > 0)
    if count == 1 { #expect(outcome.blackouts[0].cause == .compound) }
  }

  @Test(
    "calls nine tenths total, and less an overload",
    arguments: [(0.899, Blackout.Kind.gridOverload), (0.901, .total)])
  func kinds(share: Double, kind: Blackout.Kind) throws {
    let outcome = try run(scenario { $0.grid = .atMost(demand * (1 - share)) })
    #expect(outcome.blackouts.first?.kind == kind)
  }

  @Test("has the energy of an episode that lasts until the end of the run")
  func open() throws {
    var road = scenario()
    road.patience.model = .none
    road.outages.scheduled = [.init(station: 0, start: 1.2, end: 100)]
    let outcome = try run(road)
    let blackout = try #require(outcome.blackouts.first)
    #expect((outcome.summary.notServed - demand * (12 - 1.2)).magnitude < 1e-7)
    #expect(blackout.isOpen)
    #expect((blackout.notServed - outcome.summary.notServed).magnitude < 1e-7)
    #expect(blackout.end == 12 * 3600)
  }

  @Test("is empty where the battery bridges the outage, and the battery loses once")
  func battery() throws {
    var road = scenario {
      $0.battery = StationBattery(capacity: 100, dischargePower: 200, initial: 0.9)
      $0.dispatch = .gridFirst
      $0.battery.chargePower = 0
    }
    road.outages.scheduled = [.init(station: 0, start: 1.2, end: 1.4)]
    let outcome = try run(road)
    #expect(outcome.blackouts.isEmpty)
    let end = outcome.finish.stations[0]
    #expect((end.batteryOut - demand * 0.2).magnitude < 1e-9)
    #expect((end.stored - (90 - demand * 0.2 / 0.9.squareRoot())).magnitude < 1e-9)
    let finish = try #require(outcome.first(.finished))
    #expect((finish.time - 1.45 * 3600).magnitude < 1e-6)
  }

  @Test("gets worse when the battery runs out in the middle")
  func depletion() throws {
    var road = scenario {
      // 10 kWh above the lowest level: 9.49 at the bus, 5.1 minutes of the car's demand.
      $0.battery = StationBattery(capacity: 100, dischargePower: 200, initial: 0.2)
      $0.grid = 0
    }
    road.patience.model = .none
    road.duration = 2
    let outcome = try run(road)
    let blackout = try #require(outcome.blackouts.first)
    let minutes = 10 * 0.9.squareRoot() / demand * 60
    #expect((blackout.start - (66 + minutes) * 60).magnitude < 1e-5)
    #expect(blackout.kind == .total)
    #expect((outcome.finish.stations[0].stored - 10).magnitude < 1e-9)
  }
}

@Suite("Shared power")
struct SharedPowerTests {
  @Test("of a cabinet is halved while two charge, and whole again afterwards")
  func cabinet() throws {
    let scenario = plainScenario(
      stations: [plainStation(at: 100, chargers: 2, cabinet: 2, cabinetPower: 120)],
      trace: [0.1, 0.2])
    let outcome = try run(scenario)
    // 100 kW alone for 0.1 h, then 60 each until the first has its 35 kWh, then 100.
    let both = (35 - 10) / 60.0
    let first = 1.2 + both
    let second = first + (35 - both * 60) / 100
    #expect(((try #require(outcome.first(.finished))).time - first * 3600).magnitude < 1e-6)
    #expect(((try #require(outcome.first(.finished, of: 1))).time - second * 3600).magnitude < 1e-6)
  }

  @Test("goes to the cabinet with the most left")
  func choice() throws {
    let scenario = plainScenario(
      stations: [plainStation(at: 100, chargers: 4, cabinet: 2, cabinetPower: 120)],
      trace: [0.1, 0.11])
    let outcome = try run(scenario)
    let chargers = outcome.log.entries.filter { $0.kind == .started }.map(\.charger)
    #expect(chargers == [0, 2])
  }

  @Test("gives a tapering car's rest to the other, at the very stair")
  func taper() throws {
    var scenario = plainScenario(
      stations: [plainStation(at: 100, chargers: 2, cabinet: 2, cabinetPower: 120)],
      trace: [0.1, 0.1])
    scenario.fleet.vehicles[0].curve = ChargeCurve(knots: [
      .init(0, 100), .init(0.5, 100), .init(0.5001, 20), .init(1, 20),
    ])
    let outcome = try run(scenario)
    // Both climb together: 60 kW each until half full (20 kWh more), then 20 kW each.
    let expected = 1.1 + 20 / 60.0 + 15 / 20.0
    let finish = try #require(outcome.first(.finished))
    #expect((finish.time / 3600 - expected).magnitude < 2e-4)
  }

  @Test("needs no sharing where there is plenty: coupled or not, the same run")
  func equivalence() throws {
    var scenario = HighwayScenario.corridor300
    scenario.stations.chargers = 16
    scenario.reliability = Reliability(meanUptime: 20, meanRepair: 2)
    scenario.weather.temperature = [-5]
    let alone = try run(scenario)
    scenario.energy.grid = 1e6
    let coupled = try run(scenario)
    #expect(alone.log.flows.isEmpty)
    #expect(!coupled.log.flows.isEmpty)
    #expect(alone.log.entries.count == coupled.log.entries.count)
    for (one, other) in zip(alone.log.entries, coupled.log.entries) {
      #expect(one.kind == other.kind && one.vehicle == other.vehicle)
      #expect((one.time - other.time).magnitude < 1e-5)
      #expect((one.energy - other.energy).magnitude < 1e-6)
    }
    for (name, value) in alone.summary.measures where name != "blackouts" {
      let other = try #require(coupled.summary.measures.first { $0.name == name }?.value)
      #expect((value - other).magnitude < 1e-6 * max(1, value.magnitude), "\(name)")
    }
  }
}
