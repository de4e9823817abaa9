import Peers
import Randomness
import Statistics
import Testing

@Suite("A summary")
struct SummaryTests {
  static let samples: [[Double]] = [
    [3], [2, 1], [1, 2, 4, 9], [5, 5, 5, 5, 5], Samples.normal(100, number: 0),
    Samples.exponential(997, number: 0), Samples.normal(500, number: 1).map { ($0 * 2).rounded() },
  ]
  static let shares = [0, 0.001, 0.025, 0.1, 0.25, 1.0 / 3, 0.5, 0.77, 0.9, 0.975, 1]

  static let answers = Peer.answers(
    to: """
      import numpy as np
      for i, x in enumerate(\(samples)):
        print(f"quantiles{i}", *map(repr, np.quantile(x, \(shares)).tolist()))
        if len(x) > 1: print(f"moments{i}", repr(float(np.mean(x))), repr(float(np.var(x, ddof=1))))
      """)

  @Test("has the quantiles NumPy gives, bit for bit", .needsPeer, arguments: samples.indices)
  func quantiles(index: Int) throws {
    let expected = try #require(Self.answers["quantiles\(index)"])
    let summary = Summary(Self.samples[index])
    #expect(Self.shares.map(summary.quantile) == expected)
    let selected = Self.shares.map { share in
      var values = Self.samples[index]
      return Quantile.select(share, from: &values)
    }
    #expect(selected == expected)
  }

  @Test(
    "has the mean and the variance NumPy gives", .needsPeer, arguments: samples.indices.dropFirst())
  func moments(index: Int) throws {
    let expected = try #require(Self.answers["moments\(index)"])
    let summary = Summary(Self.samples[index])
    #expect((summary.mean - expected[0]).magnitude < 1e-14)
    #expect((summary.variance - expected[1]).magnitude <= 1e-13 * expected[1])
    #expect(summary.standardDeviation == summary.variance.squareRoot())
    let error = (summary.variance / Double(summary.count)).squareRoot()
    #expect(summary.standardError == error)
  }

  @Test("knows its extremes and its middle")
  func extremes() {
    let summary = Summary([4, 1, 9, 2])
    #expect(summary.count == 4)
    #expect(summary.min == 1)
    #expect(summary.max == 9)
    #expect(summary.median == 3)
  }

  @Test("of one value has no spread to tell")
  func oneValue() {
    let summary = Summary([3])
    #expect(summary.mean == 3)
    #expect(summary.median == 3)
    #expect(summary.variance.isNaN)
    #expect(summary.standardError.isNaN)
  }

  @Test("refuses an empty sample")
  func empty() async {
    await #expect(processExitsWith: .failure) { _ = Summary([]) }
  }

  @Test("refuses a NaN")
  func notANumber() async {
    await #expect(processExitsWith: .failure) { _ = Summary([1, .nan]) }
  }
}
