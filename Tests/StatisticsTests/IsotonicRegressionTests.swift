import Peers
import Randomness
import Statistics
import Testing

@Suite("An isotonic regression")
struct IsotonicRegressionTests {
  static let key = RandomKey(seed: 51)

  @Test("pools neighbours that are out of order")
  func pools() {
    let curve = IsotonicRegression([1, 5, 3, 4, 10, 2], at: [0, 1, 2, 3, 4, 5])
    #expect(curve.values == [1, 4, 4, 4, 6, 6])
    #expect(IsotonicRegression([3, 2, 1], at: [0, 1, 2]).values == [2, 2, 2])
    #expect(IsotonicRegression([3, 1], at: [0, 1], weights: [1, 3]).values == [1.5, 1.5])
    #expect(IsotonicRegression([7], at: [2]).values == [7])
  }

  @Test("is SciPy's, with weights and without", .needsPeer)
  func peer() throws {
    let normal = NormalDistribution(mean: 0, standardDeviation: 3)
    var stream = Self.key.stream()
    let rows = (0..<200).map {
      [0.1 * Double($0) + normal.draw(from: &stream), stream.nextUnit() + 0.01]
    }
    let theirs = try Peer.numbers(
      from: """
        import numpy as np
        from scipy.optimize import isotonic_regression
        y, w = np.array(rows).T
        for fit in isotonic_regression(y), isotonic_regression(y, weights=w):
          print(*(repr(float(v)) for v in fit.x))
        """, rows: rows)
    let levels = rows.indices.map(Double.init)
    let ours = [
      IsotonicRegression(rows.map { $0[0] }, at: levels),
      IsotonicRegression(rows.map { $0[0] }, at: levels, weights: rows.map { $0[1] }),
    ]
    for (curve, values) in zip(ours, theirs) {
      #expect(curve.values.count == values.count)
      for (mine, other) in zip(curve.values, values) { #expect((mine - other).magnitude < 1e-12) }
    }
  }

  @Test("is straight between levels and constant beyond them")
  func between() {
    let curve = IsotonicRegression([0, 0.2, 0.1, 0.4], at: [30, 60, 90, 120])
    let places: [(Double, Double)] = [
      (0, 0), (30, 0), (45, 0.075), (75, 0.15), (105, 0.275), (120, 0.4), (500, 0.4),
    ]
    for (level, value) in places { #expect((curve.value(at: level) - value).magnitude < 1e-12) }
  }

  @Test("finds the lowest level that reaches a value, also on a plateau and outside")
  func reaching() {
    let curve = IsotonicRegression([0.1, 0.1, 0.5, 0.5, 0.9], at: [1, 2, 3, 4, 5])
    #expect(curve.level(reaching: 0.1) == 1)
    #expect((curve.level(reaching: 0.3) - 2.5).magnitude < 1e-12)
    #expect(curve.level(reaching: 0.5) == 3)
    #expect((curve.level(reaching: 0.7) - 4.5).magnitude < 1e-12)
    #expect(curve.level(reaching: 0.05) == -.infinity)
    #expect(curve.level(reaching: 0.91) == .infinity)
  }

  @Test("has intervals that hold the true curve as often as they say")
  func band() {
    let levels = [1.0, 2, 3, 4]
    var held = [0, 0, 0, 0]
    for number in 0..<200 {
      let normal = NormalDistribution(mean: 0, standardDeviation: 1)
      var stream = Self.key.key("band").stream(number)
      let table = ReplicateTable(
        levels.map { level in (0..<40).map { _ in level + normal.draw(from: &stream) } }, at: levels
      )
      let band = IsotonicRegression.band(table, resamples: 400, key: Self.key.key(number))
      for place in 0..<4 where band[place].contains(levels[place]) { held[place] += 1 }
    }
    for count in held { #expect((178...198).contains(count)) }
  }

  @Test("refuses levels that do not ascend", arguments: [[1.0, 1], [2, 1]])
  func refusal(levels: [Double]) async {
    await #expect(processExitsWith: .failure) { [levels] in
      _ = IsotonicRegression([1, 2], at: levels)
    }
  }
}
