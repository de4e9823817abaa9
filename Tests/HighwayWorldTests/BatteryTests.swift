import ChargingModels
import HighwayWorld
import Testing

@Suite("A station's battery")
struct BatteryTests {
  private func day(_ rule: DispatchRule) -> HighwayScenario {
    var scenario = HighwayScenario.calibrated
    scenario.traffic.process = .rushHour
    scenario.traffic.vehiclesPerHour = 30
    scenario.stations.chargers = 8
    scenario.startHour = 0
    scenario.prices.grid = Tariff(offPeak: 0.05, shoulder: 0.15, peak: 0.4)
    scenario.energy = EnergyOptions(
      grid: 5000, battery: StationBattery(capacity: 400), dispatch: rule)
    return scenario
  }

  /// The bill, with what is missing in the batteries in the end bought at the dearest price.
  private func bill(_ scenario: HighwayScenario) throws -> Double {
    let outcome = try run(scenario)
    let missing = outcome.finish.stations.map { max(200 - $0.stored, 0) }.reduce(0, +)
    return outcome.summary.gridBill + missing * 0.4
  }

  @Test("that knows the day costs less than one that follows a rule, and than none")
  func foresight() throws {
    let known = try bill(try day(.gridFirst).withForesight())
    var none = day(.gridFirst)
    none.energy.battery.capacity = 0
    none.energy.solar.peak = 1e-9
    let without = try run(none).summary.gridBill
    #expect(known < without - 20, "\(known), without \(without)")
    for rule in [DispatchRule.selfConsumption, .timeOfUse, .gridFirst] {
      #expect(known < (try bill(day(rule))), "\(rule)")
    }
  }

  @Test("does what would have been best when its dispatch is optimal, and leaves the others alone")
  func optimal() throws {
    let scenario = day(.optimal)
    #expect(scenario.needsForesight && !day(.gridFirst).needsForesight)
    let known = try day(.gridFirst).withForesight().run().summary
    let optimal = try scenario.run().summary
    #expect((optimal.gridBill / known.gridBill - 1).magnitude < 0.02)
    #expect(optimal.gridBill < (try day(.selfConsumption).run().summary.gridBill))
    var mixed = day(.timeOfUse)
    mixed.stations.list = mixed.resolvedStations
    mixed.stations.list[2].energy.dispatch = .optimal
    let planned = try mixed.withForesight()
    #expect(
      planned.stations.list.map(\.energy.dispatch.rawValue).filter { $0 == "schedule" }.count == 1)
    #expect(planned.stations.list[2].energy.schedule.count >= 24)
  }

  @Test("obeys a policy from the moment it is told")
  func policy() throws {
    var scenario = day(.schedule)
    scenario.stations.count = 1
    var run = HighwayRun(try HighwayPlan(scenario))
    run.advance(to: 3600)
    #expect(run.reading.stations[0].stored == 200)
    run.setBattery(power: -60, atStation: 0)
    run.advance(to: 2 * 3600)
    let reading = run.reading.stations[0]
    #expect((reading.stored - (200 + 60 * 0.9.squareRoot())).magnitude < 1e-9)
    #expect((reading.batteryIn - 60).magnitude < 1e-9)
    _ = try run.finish()
  }

  @Test("returns of what went in the round trip's share, once")
  func roundTrip() throws {
    var scenario = plainScenario(length: 100, stations: [], trace: [0.1])
    scenario.stations.list = [
      plainStation(
        at: 50,
        energy: EnergyOptions(
          battery: StationBattery(capacity: 100, initial: 0.5), dispatch: .schedule,
          schedule: [-30, 0]))
    ]
    scenario.traffic.trace = (0..<40).map { 0.01 + 0.25 * Double($0) }
    scenario.fleet.vehicles[0].initialCharge = .fixed(0.22)
    scenario.duration = 12
    var run = HighwayRun(try HighwayPlan(scenario))
    run.advance(to: 3600)
    run.setBattery(power: 0, atStation: 0)
    let outcome = try run.finish()
    let end = outcome.finish.stations[0]
    let change = end.stored - 50
    #expect(end.batteryIn > 25)
    #expect(
      (change - (end.batteryIn * 0.9.squareRoot() - end.batteryOut / 0.9.squareRoot())).magnitude
        < 1e-9)
  }
}
