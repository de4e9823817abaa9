import Numerics
public import Randomness

extension Interval {
  /// Returns the percentile bootstrap interval of a statistic, or `nil` where there is none.
  ///
  ///     Interval.bootstrapPercentile(waits, key: key) { Summary($0).median }
  ///
  /// Draws the sample anew from itself and takes the middle share of what the statistic then does
  /// (Efron 1979, doi:10.1214/aos/1176344552). Resample number *i* reads stream *i* of the key, so
  /// the same key gives the same interval. There is none with fewer than two values, or where the
  /// statistic is NaN on the sample or on a resample. All values must be finite.
  public static func bootstrapPercentile(
    _ sample: [Double], resamples: Int = 2000, confidence: Double = 0.95, key: RandomKey,
    of statistic: ([Double]) -> Double
  ) -> Interval? {
    let tail = tail(of: confidence)
    let bootstrap = Bootstrap(sample, resamples: resamples, key: key, of: statistic)
    return bootstrap?.interval(from: tail, to: 1 - tail)
  }

  /// Returns the bias-corrected and accelerated bootstrap interval, or `nil` where there is none.
  ///
  ///     Interval.bootstrapBCa(waits, key: key) { Summary($0).mean }
  ///
  /// As ``bootstrapPercentile(_:resamples:confidence:key:of:)``, with the two percentiles moved for
  /// bias and skewness (Efron 1987, doi:10.1080/01621459.1987.10478410); the acceleration comes from
  /// leaving out one value at a time. Prefer it for skewed data such as waiting times. A statistic
  /// that never changes gives an interval of no width.
  ///
  /// - Complexity: *resamples* + *n* evaluations of the statistic.
  public static func bootstrapBCa(
    _ sample: [Double], resamples: Int = 2000, confidence: Double = 0.95, key: RandomKey,
    of statistic: ([Double]) -> Double
  ) -> Interval? {
    let tail = tail(of: confidence)
    guard
      let bootstrap = Bootstrap(sample, resamples: resamples, key: key, of: statistic),
      let acceleration = acceleration(of: sample, statistic)
    else { return nil }
    let bias = StandardNormal.quantile(bootstrap.shareBelowEstimate)
    func corrected(_ p: Double) -> Double {
      let z = bias + StandardNormal.quantile(p)
      let stretch = 1 - acceleration * z
      guard stretch > 0 else { return z < 0 ? 0 : 1 }
      return StandardNormal.cumulative(bias + z / stretch)
    }
    return bootstrap.interval(from: corrected(tail), to: corrected(1 - tail))
  }

  /// Returns a sixth of the skewness of the statistic under leaving one value out, or `nil` for NaN.
  private static func acceleration(
    of sample: [Double], _ statistic: ([Double]) -> Double
  ) -> Double? {
    var rest = Array(sample.dropFirst())
    var estimates = [statistic(rest)]
    for index in rest.indices {
      rest[index] = sample[index]
      estimates.append(statistic(rest))
    }
    guard estimates.allSatisfy(\.isFinite) else { return nil }
    let mean = RunningMoments(estimates).mean
    var (squares, cubes) = (CompensatedSum(), CompensatedSum())
    for estimate in estimates {
      let influence = mean - estimate
      squares.add(influence * influence)
      cubes.add(influence * influence * influence)
    }
    guard squares.value > 0 else { return 0 }
    return cubes.value / (6 * squares.value * squares.value.squareRoot())
  }
}

/// What a statistic does on a sample and on resamples of it.
private struct Bootstrap {
  let estimate: Double
  let replicates: [Double]

  init?(
    _ sample: [Double], resamples: Int, key: RandomKey, of statistic: ([Double]) -> Double
  ) {
    precondition(resamples > 0, "a bootstrap needs at least one resample")
    sample.requireFinite()
    guard sample.count >= 2 else { return nil }
    var resample = sample
    let replicates = (0..<resamples).map { number in
      var stream = key.stream(number)
      for index in resample.indices { resample[index] = sample[stream.next(below: sample.count)] }
      return statistic(resample)
    }
    estimate = statistic(sample)
    guard estimate.isFinite, replicates.allSatisfy(\.isFinite) else { return nil }
    self.replicates = replicates
  }

  /// The share of replicates below the estimate, ties counted half, kept off 0 and 1.
  var shareBelowEstimate: Double {
    let count = Double(replicates.count)
    let below = replicates.reduce(0.0) { sum, replicate in
      replicate < estimate ? sum + 1 : (replicate == estimate ? sum + 0.5 : sum)
    }
    return Swift.min(Swift.max(below, 0.5), count - 0.5) / count
  }

  func interval(from low: Double, to high: Double) -> Interval {
    var values = replicates
    return Interval(
      mean: estimate,
      low: Quantile.select(low, from: &values),
      high: Quantile.select(high, from: &values))
  }
}
