import Numerics
import Randomness

/// Replicates of a quantity at several levels, number *r* of every level on the same seed.
///
///     let rates = ReplicateTable([[0, 0, 0.1], [0.1, 0.3, 0.2]], at: [50, 80])
///     rates.means   // [0.033…, 0.2]
///
/// What the levels have in common in one replicate must stay together in a bootstrap, so whole
/// replicates are drawn anew, the same at all levels.
public struct ReplicateTable: Equatable, Sendable {
  /// The levels, such as vehicles per hour, in ascending order.
  public let levels: [Double]
  /// For each level the values of its replicates.
  public let replicates: [[Double]]
  /// The mean at each level.
  public let means: [Double]

  /// Makes a table of at least two replicates at each of ascending levels, finite values only.
  public init(_ replicates: [[Double]], at levels: [Double]) {
    levels.requireAscending()
    precondition(replicates.count == levels.count, "every level has its replicates")
    let count = replicates[0].count
    precondition(count >= 2, "how much replicates differ shows only in at least two")
    precondition(replicates.allSatisfy { $0.count == count }, "every level has as many replicates")
    for values in replicates { values.requireFinite() }
    self.levels = levels
    self.replicates = replicates
    means = replicates.map { RunningMoments($0).mean }
  }

  /// Returns the means of a resample of the replicates; number *i* reads stream *i* of the key.
  func resampledMeans(_ number: Int, key: RandomKey) -> [Double] {
    let count = replicates[0].count
    var stream = key.stream(number)
    var weights = [Double](repeating: 0, count: count)
    for _ in 0..<count { weights[stream.next(below: count)] += 1 }
    return replicates.map { values in
      zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / Double(count)
    }
  }

  /// Returns the probability to leave out on each side of a percentile interval.
  ///
  /// A little less than the confidence says, since resamples of few replicates differ too little
  /// and know nothing of Student's *t*: the expanded percentiles of Hesterberg 2015,
  /// doi:10.1080/00031305.2015.1089789.
  func tail(of confidence: Double) -> Double {
    let count = Double(replicates[0].count)
    let t = StudentT.quantile(Interval.tail(of: confidence), degreesOfFreedom: count - 1)
    return StandardNormal.cumulative((count / (count - 1)).squareRoot() * t)
  }
}

extension [Double] {
  /// Stops the program where levels are not finite or do not ascend.
  func requireAscending() {
    requireFinite()
    precondition(!isEmpty, "a curve needs at least one level")
    precondition(zip(self, dropFirst()).allSatisfy(<), "levels ascend, each only once")
  }
}
