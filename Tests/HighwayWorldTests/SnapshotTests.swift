import ChargingModels
import HighwayWorld
import Peers
import Testing

@Suite("A run")
struct SnapshotTests {
  private func same(_ one: HighwayOutcome, _ other: HighwayOutcome) -> Bool {
    one.summary == other.summary && one.finish == other.finish && one.waits == other.waits
      && one.strandings == other.strandings && one.blackouts == other.blackouts
      && one.log.entries == other.log.entries && one.log.flows == other.log.flows
      && one.events == other.events
  }

  @Test("goes on from a snapshot at a random event as if nothing had been", arguments: 0..<20)
  func snapshot(seed: Int) throws {
    let scenario = randomScenario(seed: UInt64(7_000 + seed))
    let plan = try HighwayPlan(scenario)
    var straight = HighwayRun(plan, isLogged: true)
    var random = FixedRandom(seed: UInt64(seed))
    let moment = Double.random(in: 0...scenario.duration * 3600, using: &random)
    var original = HighwayRun(plan, isLogged: true)
    original.advance(to: moment)
    var copy = original
    let (first, second, third) = (
      try straight.finish(), try copy.finish(), try original.finish()
    )
    #expect(same(first, second))
    #expect(same(first, third))
  }

  @Test("is the same run whether it is read every minute, logged, or neither", arguments: 0..<12)
  func observation(seed: Int) throws {
    let scenario = randomScenario(seed: UInt64(8_000 + seed))
    let plan = try HighwayPlan(scenario)
    var (plain, read) = (HighwayRun(plan), HighwayRun(plan, isLogged: true))
    let (one, other) = (try plain.finish(), try read.finish(readingEvery: 60))
    #expect(one.summary == other.summary)
    #expect(one.finish == other.finish)
    #expect(one.events == other.events)
    #expect(other.series.count >= Int(scenario.duration * 60))
    // Cumulative meters never run back.
    for (before, after) in zip(other.series, other.series.dropFirst()) {
      #expect(after.arrived >= before.arrived && after.completed >= before.completed)
      #expect(after.total(\.toCars) >= before.total(\.toCars) - 1e-9)
      #expect(after.total(\.grid) >= before.total(\.grid) - 1e-9)
      #expect(after.total(\.busyHours) >= before.total(\.busyHours) - 1e-9)
    }
  }

  @Test("is the same on any thread, in any order")
  func threads() async throws {
    let plan = try HighwayPlan(.demo)
    @Sendable func outcome(_ replication: Int) throws -> HighwaySummary {
      var run = HighwayRun(plan, replication: replication)
      return try run.finish().summary
    }
    let alone = try (0..<16).map { try outcome($0) }
    let together = try await withThrowingTaskGroup(of: (Int, HighwaySummary).self) { group in
      for index in (0..<16).reversed() { group.addTask { (index, try outcome(index)) } }
      var results = [HighwaySummary?](repeating: nil, count: 16)
      for try await (index, summary) in group { results[index] = summary }
      return results
    }
    #expect(alone == together.compactMap { $0 })
    #expect(Set(alone.map(\.toCars)).count == 16)
  }

  @Test("meets the same drivers whatever the stations are")
  func commonNumbers() throws {
    var scenario = HighwayScenario.corridor300
    func people(_ change: (inout HighwayScenario) -> Void) throws -> [EventLog.Entry] {
      change(&scenario)
      return try run(scenario).log.entries.filter { $0.kind == .entered }
    }
    scenario.fleet.spawn = .raw
    let base = try people { _ in }
    #expect(try people { $0.stations.chargers = 5 } == base)
    #expect(try people { $0.stations.positions = [50, 120, 190, 260] } == base)
    #expect(try people { $0.energy.grid = 100 } == base)
    #expect(try people { $0.reliability.meanUptime = 5 } == base)
    #expect(try people { $0.seed = 43 } != base)
  }

  @Test(
    "of a textbook queue never waits longer with a charger more: the same customers, service by service"
  )
  func monotone() throws {
    var scenario = HighwayScenario.textbook
    scenario.warmUp = 0
    var last: [Double] = []
    for chargers in 4...8 {
      scenario.stations.chargers = chargers
      let waits = try run(scenario).waits.sorted { $0.vehicle < $1.vehicle }.map(\.minutes)
      for (more, less) in zip(waits, last) { #expect(more <= less + 1e-9) }
      last = waits
    }
  }

  @Test("reads the same when nothing has happened yet")
  func start() throws {
    var run = HighwayRun(try HighwayPlan(.calibrated))
    #expect(run.reading.arrived == 0)
    #expect(!run.isOver)
    run.advance(to: .infinity)
    #expect(run.isOver)
  }

  @Test("that drains ends when the last has left")
  func drains() throws {
    var scenario = HighwayScenario.demo
    scenario.drains = true
    let outcome = try run(scenario)
    #expect(outcome.summary.onRoad == 0)
    #expect(outcome.summary.arrivals == outcome.summary.completed + outcome.summary.strandedAll)
    #expect(outcome.finish.time > 2 * 3600)
    var cut = scenario
    cut.drains = false
    #expect(try run(cut).summary.arrivals == outcome.summary.arrivals)
  }

  @Test("begins to count after the warm-up")
  func warmUp() throws {
    var scenario = HighwayScenario.corridor300
    let whole = try run(scenario)
    scenario.warmUp = 6
    let late = try run(scenario)
    #expect(late.finish == whole.finish)
    #expect(late.summary.hours == 18)
    #expect(late.summary.arrivals == whole.summary.arrivals - late.start.arrived)
    #expect(late.waits.count < whole.waits.count)
  }
}

@Suite("Chargers that fail")
struct ReliabilityTests {
  @Test("are available for their share of the time")
  func availability() throws {
    var scenario = HighwayScenario.textbook
    scenario.traffic.vehiclesPerHour = 1
    scenario.stations.chargers = 50
    scenario.duration = 20_000
    scenario.reliability = Reliability(meanUptime: 30, meanRepair: 10)
    var run = HighwayRun(try HighwayPlan(scenario))
    let series = try run.finish(readingEvery: 3600 * 10).series
    let broken = series.dropFirst(20).map { Double($0.total(\.broken)) }
    let mean = broken.reduce(0, +) / Double(broken.count)
    #expect((mean / 50 - 0.25).magnitude < 0.01, "\(mean)")
  }

  @Test("and are worked on let their car finish, and take nobody until the work is done")
  func maintenance() throws {
    // The first car is at the charger from 1.1 h to 1.7 h, the second comes at 1.3 h.
    var scenario = plainScenario(stations: [plainStation(at: 100)], trace: [0.1, 0.3])
    scenario.patience.model = .none
    let plain = try run(scenario)
    scenario.reliability.maintenance = [
      .init(start: 1.2, end: 3), .init(station: 0, start: 2, end: 4),
    ]
    let outcome = try run(scenario)
    #expect(outcome.first(.finished) == plain.first(.finished))
    #expect(try #require(plain.first(.started, of: 1)).time < 2 * 3600)
    #expect(try #require(outcome.first(.started, of: 1)).time == 4 * 3600)
    #expect(outcome.summary.completed == 2)
    let work = outcome.log.entries.filter { $0.kind == .failed || $0.kind == .repaired }
    #expect(work.map(\.time) == [1.2 * 3600, 4 * 3600])
  }

  @Test("send their car to the front, which charges on where it stopped")
  func interruption() throws {
    var scenario = plainScenario(
      stations: [plainStation(at: 100, type: "SLOW")], trace: [0.1, 0.11])
    scenario.duration = 24
    scenario.patience.model = .none
    scenario.reliability = Reliability(meanUptime: 1.5, meanRepair: 0.2)
    scenario.seed = 3
    let outcome = try run(scenario)
    let cut = try #require(outcome.log.entries.first { $0.kind == .interrupted })
    let again = try #require(
      outcome.log.entries.first { $0.kind == .started && $0.time > cut.time })
    #expect(again.vehicle == cut.vehicle)
    #expect(again.energy == cut.energy)
    #expect(outcome.summary.completed == 2)
  }
}
