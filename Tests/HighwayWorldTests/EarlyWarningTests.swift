import ChargingModels
import Foundation
import HighwayWorld
import Peers
import Testing

@Suite("An early warning")
struct EarlyWarningTests {
  @Test(
    "has the area that SciPy's Mann-Whitney statistic gives",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func area() throws {
    var random = FixedRandom(seed: 4)
    var (cases, own): ([String], [Double]) = ([], [])
    for _ in 0..<30 {
      let count = 20 + random.below(60)
      let flags = (0..<count).map { $0 == 0 ? true : $0 == 1 ? false : random.below(3) == 0 }
      let scores = flags.map { Double(random.below(12) + ($0 ? 3 : 0)) }
      let warning = EarlyWarning(
        times: scores.indices.map(Double.init), scores: scores, isFollowed: flags, events: [],
        horizon: 1)
      own.append(try #require(warning.area))
      cases.append(
        zip(scores, flags).map { "\($0):\($1 ? 1 : 0)" }.joined(separator: " "))
    }
    let script = """
      import sys
      from scipy.stats import mannwhitneyu
      for line in open(sys.argv[1]):
          pairs=[p.split(':') for p in line.split()]
          a=[float(s) for s,f in pairs if f=='1']; b=[float(s) for s,f in pairs if f=='0']
          print(repr(float(mannwhitneyu(a,b).statistic/(len(a)*len(b)))))
      """
    for (value, answer) in zip(own, try Peer.lines(from: script, cases: cases)) {
      #expect((value - (try #require(Double(answer)))).magnitude < 1e-12)
    }
  }

  @Test("tells how long before, and what it missed")
  func leads() {
    let warning = EarlyWarning(
      times: (0..<10).map { Double($0) * 60 },
      scores: [0, 0, 0, 5, 5, 5, 0, 0, 0, 0],
      isFollowed: [false, false, false, true, true, true, false, false, false, false],
      events: [330, 2000], horizon: 3)
    #expect(warning.area == 1)
    #expect(warning.threshold == 5)
    #expect(warning.leadTimes == [2.5])
    #expect(warning.missed == 1)
    #expect(warning.curve.first?.hits == 0 && warning.curve.last?.falseAlarms == 1)
  }

  @Test("is better than chance on a road that gets into trouble")
  func road() throws {
    var scenario = HighwayScenario.calibrated
    scenario.traffic.process = .singlePeak
    scenario.traffic.vehiclesPerHour = 30
    scenario.energy.grid = 300
    scenario.stations.chargers = 6
    scenario.duration = 48
    let plan = try HighwayPlan(scenario)
    var run = HighwayRun(plan)
    let outcome = try run.finish(readingEvery: 300)
    let warning = EarlyWarning(series: outcome.series, outcome: outcome, plan: plan)
    let area = try #require(warning.area)
    #expect(area > 0.6, "\(area)")
    #expect(!warning.leadTimes.isEmpty)
  }
}
