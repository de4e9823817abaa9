/// How much two systems differ that were run on the same random numbers.
///
///     let change = PairedDifference(waitsBefore, waitsAfter)
///     change.interval           // of the mean of before − after
///     change.varianceReduction  // 8.0: eight times fewer runs than with independent ones
///
/// When both meet the same arrivals, most of the luck cancels in the difference (common random
/// numbers; Law, *Simulation Modeling and Analysis*, section 11.2).
public struct PairedDifference: Equatable, Sendable {
  /// The confidence interval of the mean difference, first minus second.
  public let interval: Interval
  /// The correlation of the two; 0 where one of them does not vary.
  public let correlation: Double
  /// The variance of the difference with independent samples, divided by that with these pairs.
  ///
  /// Above 1 pairing helped. Infinite where the difference never varies although the sides do; 1
  /// where nothing varies.
  public let varianceReduction: Double

  /// Compares two samples of equal length, at least two pairs, finite values only.
  public init(_ first: [Double], _ second: [Double], confidence: Double = 0.95) {
    precondition(first.count == second.count, "pairs need two samples of equal length")
    let differences = RunningMoments(zip(first, second).map { $0 - $1 })
    guard let interval = Interval.studentT(differences, confidence: confidence) else {
      preconditionFailure("a paired difference needs at least two pairs")
    }
    self.interval = interval
    let (left, right) = (RunningMoments(first), RunningMoments(second))
    let independent = left.variance + right.variance
    varianceReduction = independent > 0 ? independent / differences.variance : 1

    let scale = left.standardDeviation * right.standardDeviation
    let products = zip(first, second).reduce(0) {
      $0 + ($1.0 - left.mean) * ($1.1 - right.mean)
    }
    correlation = scale > 0 ? products / Double(first.count - 1) / scale : 0
  }
}
