import ChargingModels
import HighwayWorld
import Randomness
import Statistics
import Testing

@Suite("A run whose future is drawn anew")
struct RenewalTests {
  /// Weak grids that fail, chargers that break, and arrivals of a process.
  private func plan(_ process: TrafficProcess = .poisson) throws -> HighwayPlan {
    var scenario = HighwayScenario.demo
    scenario.duration = 6
    scenario.traffic.process = process
    scenario.outages = GridOutages(meanGap: 4, meanMinutes: 40)
    scenario.reliability = Reliability(meanUptime: 10, meanRepair: 1)
    return try HighwayPlan(scenario)
  }

  @Test("keeps its past, closes its books, and goes its own way", arguments: 0..<6)
  func past(seed: Int) throws {
    var run = HighwayRun(try plan(), replication: seed, isLogged: true)
    run.advance(to: 9000)
    let key = RandomKey(seed: 99).key(seed)
    var (same, again, other, plain) = (run, run, run, run)
    same.renew(with: key)
    again.renew(with: key)
    other.renew(with: key.key(1))
    #expect(same.reading == run.reading)
    let (one, two) = (try same.finish(), try again.finish())
    let (three, four) = (try other.finish(), try plain.finish())
    #expect(one.summary == two.summary && one.log.entries == two.log.entries)
    #expect(one.summary != three.summary && one.summary != four.summary)
    let before = { (outcome: HighwayOutcome) in outcome.log.entries.filter { $0.time <= 9000 } }
    #expect(before(one) == before(four) && before(three) == before(four))
  }

  @Test(
    "has the law of the road: renewed or not, means agree",
    arguments: [TrafficProcess.poisson, .rushHour, .bursty, .hawkes])
  func law(process: TrafficProcess) throws {
    let plan = try plan(process)
    let count = 300
    var samples: [[[Double]]] = [[], []]
    for number in 0..<count {
      var plain = HighwayRun(plan, replication: number)
      samples[0].append(numbers(try plain.finish()))
      var renewed = HighwayRun(plan, replication: 10_000 + number)
      for part in 0..<4 {
        renewed.renew(with: RandomKey(seed: 5).key(number).key(part))
        renewed.advance(to: Double(part + 1) * 4321)
      }
      samples[1].append(numbers(try renewed.finish()))
    }
    for measure in 0..<4 {
      let (one, two) = (
        RunningMoments(samples[0].map { $0[measure] }),
        RunningMoments(samples[1].map { $0[measure] })
      )
      let error = (one.variance / Double(count) + two.variance / Double(count)).squareRoot()
      #expect(abs(one.mean - two.mean) < 4.5 * error, "\(process), measure \(measure)")
    }
  }

  private func numbers(_ outcome: HighwayOutcome) -> [Double] {
    let summary = outcome.summary
    return [Double(summary.arrivals), summary.notServed, summary.toCars, Double(summary.blackouts)]
  }
}
