/// What a sample looks like: its centre, its spread and its order statistics.
///
///     let waits = Summary([1, 2, 4, 9])
///     waits.mean            // 4.0
///     waits.median          // 3.0
///     waits.quantile(0.9)   // 7.5
///
/// The sample must hold at least one value, and finite ones only. With one value the spread is
/// unknown, and variance, standard deviation and standard error are NaN.
public struct Summary: Equatable, Sendable {
  private let moments: RunningMoments
  private let sorted: [Double]

  /// Summarises a sample.
  ///
  /// - Complexity: O(*n* log *n*). For one quantile alone ``Quantile/select(_:from:)`` is faster.
  public init(_ sample: [Double]) {
    precondition(!sample.isEmpty, "a summary needs at least one value")
    moments = RunningMoments(sample)
    sorted = sample.sorted()
  }

  /// How many values there are.
  public var count: Int { moments.count }
  /// The arithmetic mean.
  public var mean: Double { moments.mean }
  /// The unbiased variance, with *n* − 1 in the denominator.
  public var variance: Double { moments.variance }
  /// The square root of the variance.
  public var standardDeviation: Double { moments.standardDeviation }
  /// The standard deviation of the mean, if the values are independent.
  public var standardError: Double { moments.standardError }
  /// The smallest value.
  public var min: Double { moments.min }
  /// The largest value.
  public var max: Double { moments.max }
  /// The value in the middle, or the mean of the two in the middle.
  public var median: Double { quantile(0.5) }

  /// Returns the value below which a share *p* of the sample lies.
  ///
  /// Linear between the values: type 7 of Hyndman and Fan 1996 (doi:10.1080/00031305.1996.10473566),
  /// as in NumPy, R and spreadsheets.
  public func quantile(_ p: Double) -> Double {
    let rank = QuantileRank(p, count: count)
    return rank.value(sorted[rank.below], sorted[rank.above])
  }
}
