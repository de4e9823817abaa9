import Numerics
import Randomness
import Testing

/// How well draws fit what they should be.
///
/// The seeds are fixed, so a fit that passes always passes; the levels say how surprising a failure
/// after a change would be.
enum GoodnessOfFit {
  static let draws = 200_000

  /// A stream of the tests' own.
  static func stream(_ name: String, _ index: Int = 0) -> RandomStream {
    RandomKey(seed: 20_26).key(name).stream(index)
  }

  /// Asks Kolmogorov and Smirnov whether the sample has the given cumulative distribution, at
  /// the level 1e-4: the largest distance stays below √(−½ ln(½ · 1e-4) / *n*).
  static func expectContinuous(
    _ sample: [Double], cumulative: (Double) -> Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let count = Double(sample.count)
    var distance = 0.0
    for (index, x) in sample.sorted().enumerated() {
      let share = cumulative(x)
      distance = max(distance, share - Double(index) / count, Double(index + 1) / count - share)
    }
    #expect(distance * count.squareRoot() < 2.2253, sourceLocation: sourceLocation)
  }

  /// Asks Pearson's χ² whether counts have the given probabilities, at the level 1e-4.
  static func expectCounts(
    _ counts: [Int], probabilities: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let total = Double(counts.reduce(0, +))
    var statistic = 0.0
    var cells = 0
    for (count, probability) in zip(counts, probabilities) {
      guard probability > 0 else {
        #expect(count == 0, sourceLocation: sourceLocation)
        continue
      }
      let expected = total * probability
      statistic += (Double(count) - expected) * (Double(count) - expected) / expected
      cells += 1
    }
    let level = GammaFunction.upperRegularised(shape: 0.5 * Double(cells - 1), 0.5 * statistic)
    #expect(level > 1e-4, "χ² = \(statistic)", sourceLocation: sourceLocation)
  }

  /// Expects mean and variance within five of their standard errors.
  static func expectMoments(
    _ sample: [Double], mean: Double, variance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let count = Double(sample.count)
    let found = sample.compensatedSum() / count
    let squares = sample.map { ($0 - mean) * ($0 - mean) }
    let spread = squares.compensatedSum() / count
    let fourth = squares.map { $0 * $0 }.compensatedSum() / count
    #expect(
      (found - mean).magnitude <= 5 * (variance / count).squareRoot(),
      sourceLocation: sourceLocation)
    let error = (max(0, fourth - spread * spread) / count).squareRoot()
    #expect((spread - variance).magnitude <= 5 * error, sourceLocation: sourceLocation)
  }
}
