import BlackoutsPlugin
import ChargingModels
import HighwayWorld
import Testing

@Suite("The ledger of blackouts") struct LedgerTests {
  private func blackout(_ station: Int, _ start: Double, _ end: Double) -> Blackout {
    Blackout(
      station: station, start: start, end: end, isOpen: false, notServed: 1, demanded: 2,
      worstShare: 0.5, worstPower: 3, kind: .brownout, cause: .compound)
  }

  /// Grids that all fail from the second to the third hour.
  private func failing(_ change: (inout HighwayScenario) -> Void = { _ in }) -> HighwayScenario {
    var scenario = HighwayScenario.calibrated
    scenario.duration = 6
    scenario.outages = GridOutages(scheduled: [.init(start: 2, end: 3)])
    change(&scenario)
    return scenario
  }

  private func day(
    _ scenario: HighwayScenario, _ design: [Double] = [1, 0, 0, 0], replicate: Int = 0
  ) throws -> Day {
    let model = BlackoutModel(scenario, stations: scenario.resolvedStations.count)
    return Day(try model.results(of: design, replicates: [replicate])[0])
  }

  @Test("is what the engine wrote, to the last bit", arguments: 0..<4)
  func exact(replicate: Int) throws {
    let scenario = failing { $0.outages = GridOutages(meanGap: 3, meanMinutes: 30) }
    let day = try day(scenario, replicate: replicate)
    var run = HighwayRun(try HighwayPlan(scenario), replication: replicate)
    let outcome = try run.finish()
    #expect(day.blackouts == outcome.blackouts)
    #expect(day.totals.notServed == outcome.summary.notServed)
    #expect(day.totals.events == Double(outcome.blackouts.count))
    #expect(!day.blackouts.isEmpty)
  }

  @Test("has a scheduled failure of all grids as such, within its hour")
  func scheduled() throws {
    let day = try day(failing())
    #expect(!day.blackouts.isEmpty)
    for event in day.blackouts {
      #expect(event.cause == .gridFailure && event.kind == .total && !event.isOpen)
      #expect(event.start >= 7200 && event.end <= 10_800 + 1e-6)
      #expect(event.worstShare == 1 && abs(event.notServed - event.demanded) < 1e-9)
    }
    let sum = day.blackouts.reduce(0) { $0 + $1.notServed }
    // Below a tenth of the demand nothing is an event, and here nothing is in between.
    #expect(abs(sum - day.totals.notServed) < 1e-6 * sum)
  }

  @Test("knows what prevents it: a battery that lasts an hour, but no stronger grid")
  func prevention() throws {
    let scenario = failing {
      $0.stations.list = $0.resolvedStations
      for index in $0.stations.list.indices { $0.stations.list[index].energy.grid = .atMost(5000) }
    }
    let plain = try day(scenario)
    let (grid, battery) = (
      try day(scenario, [1, 100, 0, 0]), try day(scenario, [1, 0, 10_000, 0])
    )
    #expect(plain.blackouts.allSatisfy { battery.prevents($0) && !grid.prevents($0) })
    #expect(battery.totals.notServed == 0)
    // Beyond the failure nothing was missing, so that stronger grids change nothing at all.
    #expect(grid.blackouts == plain.blackouts)
  }

  @Test("that has no room left prevents nothing")
  func overflow() throws {
    var scenario = failing { $0.outages = GridOutages(meanGap: 0.05, meanMinutes: 2) }
    scenario.traffic.vehiclesPerHour = 150
    let day = try day(scenario)
    #expect(day.totals.events > Double(day.blackouts.count))
    #expect(!day.prevents(blackout(0, 1e9, 2e9)))
  }

  @Test("sees no event where two only touch, and one where they overlap")
  func touching() throws {
    let day = try day(failing())
    let event = try #require(day.blackouts.first)
    #expect(day.prevents(blackout(event.station, event.end, event.end + 10)))
    #expect(day.prevents(blackout(event.station, event.start - 10, event.start)))
    #expect(!day.prevents(blackout(event.station, event.end - 1, event.end + 10)))
  }
}

@Suite("Stations without power at once") struct ConcurrencyTests {
  private func seconds(_ spans: [(Double, Double)]) -> [Double] {
    Concurrency(
      spans.enumerated().map { index, span in
        Blackout(
          station: index, start: span.0, end: span.1, isOpen: false, notServed: 0, demanded: 0,
          worstShare: 0, worstPower: 0, kind: .brownout, cause: .compound)
      }
    ).seconds
  }

  @Test("are counted by how many there are, second by second")
  func sweep() {
    #expect(seconds([]) == [0])
    #expect(seconds([(0, 10)]) == [0, 10])
    #expect(seconds([(0, 10), (10, 20)]) == [0, 20], "one ends as the other begins")
    #expect(seconds([(0, 10), (5, 20)]) == [0, 15, 5])
    #expect(seconds([(0, 30), (5, 20), (6, 7)]) == [0, 15, 14, 1])
    #expect(seconds([(0, 10), (0, 10), (0, 10)]) == [0, 0, 0, 10])
    #expect(seconds([(4, 4)]) == [0], "no time at all")
  }

  @Test("add up to the time of all blackouts")
  func sum() {
    let spans: [(Double, Double)] = (0..<40).map { index in
      let start = Double(index * 37 % 101)
      return (start, start + Double(index * 13 % 29))
    }
    let levels = seconds(spans).enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    #expect(abs(levels - spans.reduce(0) { $0 + $1.1 - $1.0 }) < 1e-9)
  }
}
