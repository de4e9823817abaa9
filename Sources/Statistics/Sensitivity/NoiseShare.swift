public import Randomness

/// How much of an output's variance is replication noise, and not the factors' doing.
///
///     let noise = NoiseShare(outputs, key: key)   // for each point its replicates
///     noise.ofOne     // the share in single outputs
///     noise.ofMeans   // the share in the means over the replicates, which is smaller
///
/// An analysis of variance in two ways, points by replicates: replicate *r* of every point ran on
/// the same seed, so some of the luck lifts or lowers all points alike. That part, ``commonLuck``,
/// does not blur comparisons and is kept apart. With unrelated seeds it is 0 but for chance. The
/// intervals are percentiles of a bootstrap over the points.
public struct NoiseShare: Equatable, Sendable {
  /// The variance of one output around its point's expectation, common luck left out.
  public let variance: Double
  /// Of the variance of single outputs, the share that is noise.
  public let ofOne: Interval
  /// Of the variance between the points' means over the replicates, the share that is noise.
  public let ofMeans: Interval
  /// Of the variance of single outputs, the share of the luck that all points have in common.
  public let commonLuck: Double

  /// Divides up the variance of at least two points with at least two replicates each.
  public init(
    _ replicates: [[Double]], resamples: Int = 1000, confidence: Double = 0.95, key: RandomKey
  ) {
    precondition(replicates.count >= 2, "shares of variance need at least two points")
    let width = replicates[0].count
    precondition(width >= 2, "noise shows only in at least two replicates")
    precondition(replicates.allSatisfy { $0.count == width }, "every point has as many replicates")
    for outputs in replicates { outputs.requireFinite() }

    let whole = Components(replicates)
    var values = (one: [Double](), means: [Double]())
    for number in 0..<resamples {
      var stream = key.stream(number)
      let drawn = Components(
        replicates.map { _ in replicates[stream.next(below: replicates.count)] })
      values.one.append(drawn.shareOfOne)
      values.means.append(drawn.shareOfMeans)
    }
    let tail = Interval.tail(of: confidence)
    func interval(_ estimate: Double, _ values: inout [Double]) -> Interval {
      let low = Quantile.select(tail, from: &values)
      return Interval(mean: estimate, low: low, high: Quantile.select(1 - tail, from: &values))
    }
    variance = whole.noise
    ofOne = interval(whole.shareOfOne, &values.one)
    ofMeans = interval(whole.shareOfMeans, &values.means)
    commonLuck = whole.total > 0 ? whole.common / whole.total : 0
  }
}

/// The parts of a variance: of the points, of the replicates that they share, and the rest.
private struct Components {
  let points: Double
  let common: Double
  let noise: Double
  /// The variance between the points' means.
  let betweenMeans: Double
  let replicates: Double

  init(_ table: [[Double]]) {
    let (height, width) = (Double(table.count), Double(table[0].count))
    let rowMeans = table.map { RunningMoments($0).mean }
    let columnMeans = table[0].indices.map { column in
      RunningMoments(table.map { $0[column] }).mean
    }
    let grand = RunningMoments(rowMeans).mean
    var squares = 0.0
    for (row, rowMean) in zip(table, rowMeans) {
      for (value, columnMean) in zip(row, columnMeans) {
        let rest = value - rowMean - columnMean + grand
        squares += rest * rest
      }
    }
    replicates = width
    betweenMeans = RunningMoments(rowMeans).variance
    noise = squares / ((height - 1) * (width - 1))
    points = max(0, betweenMeans - noise / width)
    common = max(0, RunningMoments(columnMeans).variance - noise / height)
  }

  var total: Double { points + common + noise }
  var shareOfOne: Double { total > 0 ? noise / total : 0 }
  var shareOfMeans: Double {
    betweenMeans > 0 ? min(1, noise / replicates / betweenMeans) : (noise > 0 ? 1 : 0)
  }
}
