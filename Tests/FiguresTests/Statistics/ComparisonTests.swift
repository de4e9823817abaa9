import Figures
import Peers
import Testing

@Suite("A comparison of methods")
struct ComparisonTests {
  @Test(
    "has the probability of improvement that SciPy's U test counts",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func scipy() throws {
    var random = FixedRandom(seed: 141)
    let pairs = (0..<60).map { round in
      (
        random.sample(1 + random.below(30), shape: round),
        random.sample(1 + random.below(30), shape: round)
      )
    }
    let script = """
      import numpy as np
      from scipy.stats import mannwhitneyu
      for row in rows:
          n = int(row[0])
          x, y = np.array(row[1:n + 1]), np.array(row[n + 1:])
          share = mannwhitneyu(x, y).statistic / (len(x) * len(y))
          print(repr(float(share)), *(repr(float(np.mean(x > t))) for t in (0, 0.5, 3, 4)))
      """
    let answers = try Peer.numbers(
      from: script, rows: pairs.map { [Double($0.0.count)] + $0.0 + $0.1 })
    for (pair, answer) in zip(pairs, answers) {
      let share = try #require(ProbabilityOfImprovement.of(pair.0, over: pair.1))
      let back = try #require(ProbabilityOfImprovement.of(pair.1, over: pair.0))
      #expect(agree(share, answer[0], 1e-14) && agree(share + back, 1, 1e-14))
      let profile = PerformanceProfile([pair.0], thresholds: [0, 0.5, 3, 4])
      #expect(zip(profile.shares, answer.dropFirst()).allSatisfy { agree($0, $1, 1e-14) })
    }
  }

  @Test("weighs tasks evenly")
  func tasks() {
    let profile = PerformanceProfile(
      [[0.2, 0.8], [0.6, 0.9, .nan], []], thresholds: [0, 0.5, 0.85])
    #expect(profile.shares == [1, 0.75, 0.25])
    #expect(ProbabilityOfImprovement.of([3, 5], over: [1, 3]) == 0.875)
    #expect(
      ProbabilityOfImprovement.of(tasks: [[3, 5], [1], []], over: [[1, 3], [2, 2], [1]]) == 0.4375)
    #expect(ProbabilityOfImprovement.of([], over: [1]) == nil)
    #expect(ProbabilityOfImprovement.of(tasks: [], over: []) == nil)
    #expect(PerformanceProfile([], thresholds: [1]).shares[0].isNaN)
  }

  @Test("survives awkward scores", arguments: awkwardSamples)
  func awkward(sample: [Double]) {
    let share = ProbabilityOfImprovement.of(sample, over: sample)
    #expect(share == (sample.contains(where: \.isFinite) ? 0.5 : nil))
    #expect(PerformanceProfile([sample], thresholds: sample).shares.count == sample.count)
  }
}
