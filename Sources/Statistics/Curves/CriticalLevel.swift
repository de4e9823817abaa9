public import Randomness

/// The level at which a rising rate reaches a target, such as the traffic that strands one in a
/// hundred.
///
///     let rates = ReplicateTable(strandedShares, at: [30, 60, 90, 120, 150])
///     let critical = CriticalLevel(rates, target: 0.01, key: key)
///     critical.level   // 84.3 vehicles per hour, between 79.0 and 90.2
///
/// Where the isotonic curve of the mean rates crosses the target (``IsotonicRegression``). The
/// interval comes from resamples of whole replicates, since replicate *r* met the same luck at all
/// levels. An infinite end says that the levels studied do not reach so far.
public struct CriticalLevel: Equatable, Sendable {
  /// The rate to reach.
  public let target: Double
  /// The level that reaches it, with its percentile bootstrap interval.
  ///
  /// Minus infinity stands for below all levels that were studied, infinity for above all of them.
  public let level: Interval
  /// The share of resamples in which the level lies among those that were studied.
  public let shareWithin: Double

  /// Estimates the critical level; resample *i* reads stream *i* of the key.
  public init(
    _ rates: ReplicateTable, target: Double, resamples: Int = 2000, confidence: Double = 0.95,
    key: RandomKey
  ) {
    precondition(target.isFinite, "a target is a finite number")
    precondition(resamples > 0, "a bootstrap needs at least one resample")
    let crossings = (0..<resamples).map { number in
      let means = rates.resampledMeans(number, key: key)
      return IsotonicRegression(means, at: rates.levels).level(reaching: target)
    }.sorted()
    // The neighbours on the outer sides, since there is nothing between a number and infinity.
    let tail = rates.tail(of: confidence)
    let last = Double(resamples - 1)
    self.target = target
    level = Interval(
      mean: IsotonicRegression(rates).level(reaching: target),
      low: crossings[Int((tail * last).rounded(.down))],
      high: crossings[Int(((1 - tail) * last).rounded(.up))])
    shareWithin = Double(crossings.count(where: \.isFinite)) / Double(resamples)
  }
}
