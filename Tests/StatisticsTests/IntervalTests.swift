import Peers
import Numerics
import Randomness
import Statistics
import Testing

@Suite("An interval")
struct IntervalTests {
  static let trials = [
    (0, 1), (1, 1), (0, 10), (3, 10), (10, 10), (17, 40), (1, 1000), (999, 1000),
  ]
  static let confidences = [0.5, 0.9, 0.95, 0.999]
  static let skewed = Samples.exponential(40, number: 9)
  static let resamples = 100_000

  static let answers = Peer.answers(
    to: """
      import numpy as np
      from scipy import stats
      for c in \(confidences):
        for s, n in \(trials.map { [$0.0, $0.1] }):
          i = stats.binomtest(s, n).proportion_ci(c, method="wilson")
          print(f"wilson{c}/{s}/{n}", repr(float(i.low)), repr(float(i.high)))
      x = np.array(\(skewed))
      for c in \(confidences):
        i = stats.t.interval(c, len(x) - 1, x.mean(), x.std(ddof=1) / len(x) ** 0.5)
        print(f"student{c}", repr(float(i[0])), repr(float(i[1])))
      for method in "percentile", "BCa":
        for name, f in ("mean", np.mean), ("deviation", lambda x, axis: np.std(x, axis=axis, ddof=1)):
          i = stats.bootstrap((x,), f, n_resamples=\(resamples), method=method, batch=10_000,
            rng=np.random.default_rng(1)).confidence_interval
          print(method + name, repr(float(i.low)), repr(float(i.high)))
      """)

  @Test("is half as wide as it is long and holds its ends")
  func ends() {
    let interval = Interval(mean: 4, low: 3, high: 6)
    #expect(interval.halfWidth == 1.5)
    #expect(interval.contains(3))
    #expect(interval.contains(6))
    #expect(!interval.contains(6.1))
    #expect(!interval.contains(.nan))
  }

  // MARK: - Student's t

  @Test("by Student's t is SciPy's", .needsPeer, arguments: confidences)
  func student(confidence: Double) throws {
    let expected = try #require(Self.answers["student\(confidence)"])
    let interval = try #require(Interval.studentT(Self.skewed, confidence: confidence))
    #expect((interval.low - expected[0]).magnitude < 1e-12)
    #expect((interval.high - expected[1]).magnitude < 1e-12)
  }

  @Test("by Student's t holds the mean as often as it says", arguments: [2, 5, 30])
  func studentCoverage(count: Int) throws {
    // Exact on normal values. Three standard errors of 4000 trials are 0.0103.
    let held = try Samples.share(of: 4000) { number in
      let sample = Samples.normal(count, mean: 7, number: number)
      return try #require(Interval.studentT(sample)).contains(7)
    }
    #expect((held - 0.95).magnitude < 0.0103)
  }

  @Test("by Student's t needs two values, and equal ones leave it no width")
  func studentDegenerate() throws {
    #expect(Interval.studentT([]) == nil)
    #expect(Interval.studentT([1]) == nil)
    #expect(Interval.studentT([0.3, 0.3, 0.3]) == Interval(mean: 0.3, low: 0.3, high: 0.3))
  }

  // MARK: - Wilson

  @Test("by Wilson is SciPy's", .needsPeer, arguments: confidences)
  func wilson(confidence: Double) throws {
    for (hits, count) in Self.trials {
      let expected = try #require(Self.answers["wilson\(confidence)/\(hits)/\(count)"])
      let interval = Interval.wilson(successes: hits, of: count, confidence: confidence)
      #expect((interval.low - expected[0]).magnitude < 1e-14, "\(hits) of \(count)")
      #expect((interval.high - expected[1]).magnitude < 1e-14, "\(hits) of \(count)")
      #expect(interval.mean == Double(hits) / Double(count))
      #expect(interval.contains(interval.mean))
    }
  }

  @Test("by Wilson holds the share as often as it says on the average", arguments: [20, 50, 200])
  func wilsonCoverage(count: Int) {
    // Exact: the probabilities of the outcomes whose interval holds the share, added up.
    let intervals = (0...count).map { Interval.wilson(successes: $0, of: count) }
    let coverages = (1..<1000).map { step in
      let share = Double(step) / 1000
      return (0...count).reduce(0.0) { sum, hits in
        guard intervals[hits].contains(share) else { return sum }
        let (k, n) = (Double(hits), Double(count))
        let ways =
          GammaFunction.log(n + 1) - GammaFunction.log(k + 1) - GammaFunction.log(n - k + 1)
        return sum + Double.exp(ways + k * Double.log(share) + (n - k) * Double.log(1 - share))
      }
    }
    let moments = RunningMoments(coverages)
    #expect((moments.mean - 0.95).magnitude < 0.006)
    // Brown, Cai and DasGupta 2001: it dips near 0 and 1, to about 0.83.
    #expect(moments.min > 0.82)
    #expect(moments.max <= 1 + 1e-12)
  }

  // MARK: - Bootstrap

  enum Statistic: String, CaseIterable {
    case mean, deviation

    func callAsFunction(_ sample: [Double]) -> Double {
      let moments = RunningMoments(sample)
      return self == .mean ? moments.mean : moments.standardDeviation
    }
  }

  @Test(
    "by bootstrap is SciPy's within Monte-Carlo error", .needsPeer, arguments: Statistic.allCases)
  func bootstrap(statistic: Statistic) throws {
    let key = RandomKey(seed: 5)
    let pairs = [
      (
        "percentile",
        Interval.bootstrapPercentile(
          Self.skewed, resamples: Self.resamples, key: key
        ) { statistic($0) }
      ),
      (
        "BCa",
        Interval.bootstrapBCa(
          Self.skewed, resamples: Self.resamples, key: key
        ) { statistic($0) }
      ),
    ]
    for (method, interval) in pairs {
      let expected = try #require(Self.answers[method + statistic.rawValue])
      let interval = try #require(interval)
      // An end's error is about √(0.025/100 000) / density ≈ 0.002 widths; two ends, and 3 sigma.
      let tolerance = 0.01 * (expected[1] - expected[0])
      #expect((interval.low - expected[0]).magnitude < tolerance, "\(method)")
      #expect((interval.high - expected[1]).magnitude < tolerance, "\(method)")
      #expect(interval.mean == statistic(Self.skewed))
    }
  }

  @Test("by bootstrap holds the mean of skewed values nearly as often as it says")
  func bootstrapCoverage() throws {
    var held = (percentile: 0, accelerated: 0)
    let trials = 1000
    for number in 0..<trials {
      let sample = Samples.exponential(30, number: number)
      let key = Samples.key.key(number)
      let plain = Interval.bootstrapPercentile(sample, resamples: 999, key: key) {
        $0.reduce(0, +) / 30
      }
      let accelerated = Interval.bootstrapBCa(sample, resamples: 999, key: key) {
        $0.reduce(0, +) / 30
      }
      if try #require(plain).contains(1) { held.percentile += 1 }
      if try #require(accelerated).contains(1) { held.accelerated += 1 }
    }
    // Both fall short on 30 exponential values; theory says BCa by less.
    #expect(held.accelerated > held.percentile)
    #expect((0.91...0.96).contains(Double(held.accelerated) / Double(trials)))
    #expect((0.89...0.95).contains(Double(held.percentile) / Double(trials)))
  }

  @Test("by bootstrap is the same for the same key and differs for another")
  func bootstrapRepeats() {
    func interval(_ seed: UInt64) -> Interval? {
      Interval.bootstrapBCa(Self.skewed, key: RandomKey(seed: seed)) { RunningMoments($0).mean }
    }
    #expect(interval(1) == interval(1))
    #expect(interval(1) != interval(2))
  }

  @Test("by bootstrap has no width on equal values, and is none on too few or on NaN")
  func bootstrapDegenerate() {
    let key = RandomKey(seed: 1)
    let mean = { (sample: [Double]) in RunningMoments(sample).mean }
    let flat = Interval(mean: 0.1, low: 0.1, high: 0.1)
    let same = [Double](repeating: 0.1, count: 10)
    #expect(Interval.bootstrapBCa(same, key: key, of: mean) == flat)
    #expect(Interval.bootstrapPercentile(same, key: key, of: mean) == flat)
    #expect(Interval.bootstrapBCa([1], key: key, of: mean) == nil)
    #expect(Interval.bootstrapPercentile([], key: key, of: mean) == nil)
    #expect(Interval.bootstrapBCa([1, 2, 3], key: key) { _ in .nan } == nil)
  }

  @Test("by BCa stays finite where the estimate is the end of all resamples")
  func bootstrapMaximum() throws {
    let interval = try #require(
      Interval.bootstrapBCa(Self.skewed, key: RandomKey(seed: 1)) { $0.max() ?? 0 })
    #expect(interval.low <= interval.high)
    #expect(interval.high == Self.skewed.max())
  }
}
