/// The means of equal stretches of one long correlated series: an interval from a single run.
///
///     let queue = BatchMeans(lengthEveryMinute, batches: 32)
///     queue.interval()           // of the long-run mean
///     queue.lagOneCorrelation    // near 0 when the stretches are long enough
///
/// Neighbouring waits in a queue resemble each other, and an interval that takes them as independent
/// is far too narrow. Means of long stretches hardly depend on each other (Schmeiser 1982,
/// doi:10.1287/opre.30.3.556, who advises 10 to 30 of them). Cut the warm-up first: ``WarmUp``.
public struct BatchMeans: Equatable, Sendable {
  /// The mean of each stretch; empty where the series has fewer values than stretches were asked for.
  public let means: [Double]
  /// How many values make one stretch.
  public let batchSize: Int

  /// Divides a series into equal stretches.
  ///
  /// What does not fill a stretch is left out at the beginning, next to the warm-up. All values must
  /// be finite.
  public init(_ series: [Double], batches: Int = 32) {
    precondition(batches >= 2, "an interval needs at least two batches")
    series.requireFinite()
    let size = series.count / batches
    batchSize = size
    means = size == 0 ? [] : series.dropFirst(series.count % batches).means(ofEach: size)
  }

  /// Returns the confidence interval of the series' mean, or `nil` where the series is too short.
  public func interval(confidence: Double = 0.95) -> Interval? {
    Interval.studentT(means, confidence: confidence)
  }

  /// The correlation of each mean with the next; 0 where they do not vary.
  ///
  /// Beyond about 2/√*batches* the stretches are too short and the interval is too narrow.
  public var lagOneCorrelation: Double {
    let mean = RunningMoments(means).mean
    let distances = means.map { $0 - mean }
    let squares = distances.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return 0 }
    return zip(distances, distances.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / squares
  }
}

extension ArraySlice<Double> {
  /// Returns the mean of every full stretch of so many elements.
  func means(ofEach size: Int) -> [Double] {
    stride(from: startIndex, through: endIndex - size, by: size).map { start in
      self[start..<start + size].reduce(0, +) / Double(size)
    }
  }
}
