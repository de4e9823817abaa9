import ChargingModels
import HighwayWorld
import Statistics
import Testing

@Suite("A discipline")
struct DisciplineTests {
  /// A station with one charger that many cars of different charge, and some trucks, fight for.
  private func crowd(_ discipline: Discipline) -> HighwayScenario {
    var scenario = plainScenario(
      length: 250, stations: [plainStation(at: 60), plainStation(at: 90, spots: .unlimited)],
      trace: (0..<120).map { 0.03 * Double($0) })
    scenario.fleet.vehicles[0].initialCharge = .uniform(low: 0.45, high: 0.8)
    var truck = scenario.fleet.vehicles[0]
    truck.priority = 0
    scenario.fleet.vehicles.append(truck)
    scenario.fleet.drivers[0].speed = Spread(80, 130)
    scenario.patience.model = .none
    scenario.choice.isBalking = false
    scenario.discipline = discipline
    return scenario
  }

  @Test("serves first whom it says, of all those in line", arguments: Discipline.allCases)
  func order(discipline: Discipline) throws {
    let outcome = try run(crowd(discipline))
    // What each car is ordered by, read from the log: smaller first, then who came first.
    var keys: [Int: (Double, Double)] = [:]
    var kinds: [Int: Int] = [:]
    var lastSeen: [Int: Double] = [:]
    var passed: [Int: Double] = [:]
    var lines: [[Int]] = [[], []]
    var chosen = 0
    for entry in outcome.log.entries {
      switch entry.kind {
      case .entered:
        kinds[entry.vehicle] = Int(entry.b) & 0xff
        lastSeen[entry.vehicle] = entry.time
      case .asked:
        let urgency: Double =
          switch discipline {
          case .firstCome: 0
          case .priority: kinds[entry.vehicle] == 1 ? 0 : 1
          case .lowestCharge: entry.energy / 50
          case .reservation: lastSeen[entry.vehicle] ?? 0
          }
        keys[entry.vehicle] = (urgency, entry.time)
        lines[Int(entry.station)].append(entry.vehicle)
      case .started:
        let line = lines[Int(entry.station)]
        if line.count > 1 { chosen += 1 }
        let first = line.min {
          let (one, other) = (keys[$0] ?? (0, 0), keys[$1] ?? (0, 0))
          return one < other
        }
        #expect(first == entry.vehicle)
        lines[Int(entry.station)].removeAll { $0 == entry.vehicle }
      case .denied:
        lines[Int(entry.station)].removeAll { $0 == entry.vehicle }
        lastSeen[entry.vehicle] = entry.time
      case .finished: lastSeen[entry.vehicle] = entry.time
      case .reached where entry.station == 0: passed[entry.vehicle] = entry.time
      case .reached where keys[entry.vehicle] == nil:
        // It passed the first station, and booked the second there.
        lastSeen[entry.vehicle] = passed[entry.vehicle]
      default: break
      }
    }
    #expect(chosen > 30)
  }
}

@Suite("Replications")
struct ReplicationTests {
  @Test("have intervals, and differences that common numbers make narrow")
  func intervals() throws {
    func summaries(_ change: (inout HighwayScenario) -> Void) throws -> [HighwaySummary] {
      var scenario = HighwayScenario.corridor300
      scenario.stations.chargers = 14
      change(&scenario)
      let plan = try HighwayPlan(scenario)
      return try (0..<12).map { index in
        var run = HighwayRun(plan, replication: index)
        return try run.finish().summary
      }
    }
    let (one, other) = (try summaries { _ in }, try summaries { $0.stations.chargers = 16 })
    let estimates = HighwaySummary.estimates(of: one)
    let wait = try #require(estimates.first { $0.name == "wait_mean_min" }?.interval)
    #expect(wait.low < wait.mean && wait.mean < wait.high)
    let differences = HighwaySummary.differences(from: one, to: other)
    let shorter = try #require(differences.first { $0.name == "wait_mean_min" }).difference
    #expect(shorter.interval.high < 0)
    #expect(shorter.varianceReduction > 1)
    let arrivals = try #require(differences.first { $0.name == "arrivals" }).difference
    #expect(arrivals.interval.mean == 0)
    #expect(HighwaySummary.estimates(of: []).isEmpty)
  }
}

@Suite("The analysis of blackouts")
struct BlackoutAnalysisTests {
  @Test("counts and finds the most at once")
  func counts() throws {
    var scenario = HighwayScenario.calibrated
    scenario.outages.scheduled = [
      .init(station: 0, start: 4, end: 5), .init(station: 1, start: 4.5, end: 6),
      .init(station: 2, start: 5.5, end: 5.6),
    ]
    let plan = try HighwayPlan(scenario)
    let outcome = try run(scenario)
    let analysis = BlackoutAnalysis(outcome.blackouts, plan: plan, hours: 24)
    #expect(analysis.count >= 3)
    #expect(analysis.byStation[0] >= 1 && analysis.byStation[3] == 0)
    #expect(analysis.mostAtOnce == 2)
    #expect(analysis.byCause[0] == analysis.count)
    #expect((analysis.notServed - outcome.summary.notServed).magnitude < 1e-6)
    #expect(analysis.minutes > 0 && analysis.minutes < 60 * 2.7)
    #expect(analysis.worstShare == 1)
    #expect((analysis.perYear - Double(analysis.count) * 365).magnitude < 1e-9)
    #expect(BlackoutAnalysis([], plan: plan, hours: 24).mostAtOnce == 0)
  }
}
