import Foundation
import Numerics
import Randomness
import Peers
import Testing

/// A distribution with what theory, and scipy, say of it.
struct Expectation: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var distribution: any InvertibleDistribution
  /// The same in `scipy.stats`.
  var peer: String
  var bounds: ClosedRange<Double>
  var cumulative: @Sendable (Double) -> Double

  static let all: [Expectation] = [
    Expectation(
      testDescription: "uniform", distribution: UniformDistribution(low: -2, high: 5),
      peer: "uniform(-2, 7)", bounds: -2...5, cumulative: { ($0 + 2) / 7 }),
    Expectation(
      testDescription: "exponential", distribution: ExponentialDistribution(mean: 25),
      peer: "expon(scale=25)", bounds: 0...(.infinity),
      cumulative: { -Double.expMinusOne(-$0 / 25) }),
    Expectation(
      testDescription: "normal",
      distribution: NormalDistribution(mean: -3, standardDeviation: 2),
      peer: "norm(-3, 2)", bounds: -.infinity ... .infinity,
      cumulative: { StandardNormal.cumulative(($0 + 3) / 2) }),
    Expectation(
      testDescription: "lognormal",
      distribution: LogNormalDistribution(mean: 25, coefficientOfVariation: 0.5),
      peer: "lognorm(s=math.sqrt(math.log(1.25)), scale=25 / math.sqrt(1.25))",
      bounds: 0...(.infinity),
      cumulative: {
        let spread = Double.log(1.25).squareRoot()
        return StandardNormal.cumulative(
          Double.log($0 / 25 * 1.25.squareRoot()) / spread)
      }),
    Expectation(
      testDescription: "triangular",
      distribution: TriangularDistribution(low: 1, high: 9, mode: 3),
      peer: "triang(0.25, 1, 8)", bounds: 1...9,
      cumulative: { $0 < 3 ? ($0 - 1) * ($0 - 1) / 16 : 1 - (9 - $0) * (9 - $0) / 48 }),
    Expectation(
      testDescription: "falling triangle",
      distribution: TriangularDistribution(low: 0.1, high: 0.3, mode: 0.1),
      peer: "triang(0, 0.1, 0.3 - 0.1)", bounds: 0.1...0.3,
      cumulative: { 1 - (0.3 - $0) * (0.3 - $0) / 0.04 }),
    Expectation(
      testDescription: "rising triangle",
      distribution: TriangularDistribution(low: 0, high: 2, mode: 2),
      peer: "triang(1, 0, 2)", bounds: 0...2, cumulative: { $0 * $0 / 4 }),
  ]
}

@Suite("A distribution drawn by inversion")
struct InvertibleDistributionTests {
  @Test("draws what theory says", arguments: Expectation.all)
  func fit(expectation: Expectation) {
    let distribution = expectation.distribution
    var stream = GoodnessOfFit.stream(expectation.testDescription)
    let sample = (0..<GoodnessOfFit.draws).map { _ in distribution.draw(from: &stream) }
    #expect(sample.allSatisfy(expectation.bounds.contains))
    GoodnessOfFit.expectContinuous(sample, cumulative: expectation.cumulative)
    GoodnessOfFit.expectMoments(
      sample, mean: distribution.mean, variance: distribution.variance)
  }

  @Test(
    "has scipy's quantiles, mean and variance", .enabled(if: Peer.isThere, "\(Peer.missing)"),
    arguments: Expectation.all)
  func quantiles(expectation: Expectation) throws {
    let tails = [1e-12, 1e-9, 1e-6, 1e-3, 0.01]
    let shares = tails + (1..<100).map { Double($0) / 100 } + tails.map { 1 - $0 }
    let script = """
      import math
      from scipy.stats import *
      d = \(expectation.peer)
      for r in rows: print(d.mean() if r[0] == 2 else d.var() if r[0] == 3 else d.ppf(r[0]))
      """
    let theirs = try Peer.firstNumbers(from: script, rows: (shares + [2, 3]).map { [$0] })
    let distribution = expectation.distribution
    let ours = shares.map(distribution.quantile) + [distribution.mean, distribution.variance]
    for (index, (ours, theirs)) in zip(ours, theirs).enumerated() {
      // scipy's tails and its triangle lose some digits to 1 − p.
      #expect((ours - theirs).magnitude <= 1e-12 * (1 + theirs.magnitude), "number \(index)")
    }
  }

  @Test("gives larger values to larger words, within its bounds", arguments: Expectation.all)
  func monotone(expectation: Expectation) {
    var words = [0, 1, .max, .max - 1, 1 << 63, 1 << 12, (1 << 63) - 1] as [UInt64]
    var stream = GoodnessOfFit.stream("words")
    for _ in 0..<20_000 {
      let word = stream.next()
      words += [word, word &+ 4096, word >> 30]
    }
    let values = words.sorted().map(expectation.distribution.value)
    #expect(values.allSatisfy(expectation.bounds.contains))
    #expect(values.allSatisfy { $0.isFinite })
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("draws the value that belongs to the word", arguments: Expectation.all)
  func words(expectation: Expectation) {
    let distribution = expectation.distribution
    var (stream, words) = (GoodnessOfFit.stream("same"), GoodnessOfFit.stream("same"))
    for _ in 0..<100 {
      let word = words.next()
      #expect(distribution.draw(from: &stream) == distribution.value(for: word))
      #expect(distribution.value(for: word) == distribution.quantile(word.unitInterval))
    }
  }

  @Test("can be certain")
  func certain() {
    #expect(ExponentialDistribution(mean: 0).quantile(0.3) == 0)
    #expect(NormalDistribution(mean: 4, standardDeviation: 0).quantile(0.3) == 4)
    #expect(UniformDistribution(low: 4, high: 4).quantile(0.3) == 4)
    let sure = LogNormalDistribution(mean: 4, coefficientOfVariation: 0).quantile(0.3)
    #expect((sure - 4).magnitude < 1e-14)
    #expect(EmpiricalDistribution([4]).quantile(0.3) == 4)
  }

  @Test("shows the results of its documentation")
  func documented() {
    #expect(ExponentialDistribution(mean: 25).quantile(0.5) == 17.328679513998633)
    #expect(ExponentialDistribution(mean: 1).quantile(1e-20) == 1e-20)
    let stay = LogNormalDistribution(mean: 25, coefficientOfVariation: 0.5)
    #expect(stay.quantile(0.5) == 22.360679774997894)
  }

  @Test("keeps every draw from one version to the next", arguments: Expectation.all)
  func golden(expectation: Expectation) {
    let recorded = [
      "uniform": 4.091867458085316, "exponential": 51.0568772204312,
      "normal": -0.7446937463797418, "lognormal": 38.09129023125391,
      "triangular": 6.504565253682385, "falling triangle": 0.22796300387341895,
      "rising triangle": 1.8657618065835453,
    ]
    var stream = RandomKey(seed: 42).key("golden").stream()
    for _ in 0..<99 { _ = stream.next() }
    let draw = expectation.distribution.draw(from: &stream)
    #expect(draw == recorded[expectation.testDescription])
  }
}

@Suite("An empirical distribution")
struct EmpiricalDistributionTests {
  let record = EmpiricalDistribution([3, 1, 2, 10])

  @Test("draws each recorded value equally often")
  func fit() {
    var stream = GoodnessOfFit.stream("empirical")
    var counts: [Double: Int] = [:]
    for _ in 0..<GoodnessOfFit.draws { counts[record.draw(from: &stream), default: 0] += 1 }
    let found = record.values.map { counts[$0] ?? 0 }
    #expect(found.reduce(0, +) == GoodnessOfFit.draws)
    GoodnessOfFit.expectCounts(found, probabilities: [0.25, 0.25, 0.25, 0.25])
  }

  @Test("has the moments of the record and its order")
  func moments() {
    #expect(record.mean == 4)
    #expect(record.variance == 12.5)
    #expect(record.values == [1, 2, 3, 10])
    #expect([0.01, 0.26, 0.74, 0.99].map(record.quantile) == [1, 2, 3, 10])
    #expect(record.value(for: 0) == 1 && record.value(for: .max) == 10)
  }

  @Test("loses no digits in the moments of a long record")
  func digits() {
    let long = EmpiricalDistribution([1e16, 1, -1e16, 3])
    #expect(long.mean == 1)
  }
}
