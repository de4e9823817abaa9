import Numerics

extension LimitedMean {
  /// Turns the integral of a limited mean into the limited mean averaged over the time before.
  ///
  /// With it, ``TimeVaryingInfiniteServer`` gives means over a window instead of values at a moment,
  /// exactly: averaging and adding up can change places.
  ///
  /// - Parameters:
  ///   - window: The length of the window.
  ///   - integral: The integral from 0 of E[min(*S*, *x*)], as a function of *x* ≥ 0.
  /// - Returns: The mean of E[min(*S*, *u*)] over *x* − window < *u* ≤ *x*, zero for negative *u*.
  public static func averaged(
    over window: Double, _ integral: @escaping @Sendable (Double) -> Double
  ) -> @Sendable (Double) -> Double {
    { limit in
      guard limit > 0 else { return 0 }
      return (integral(limit) - (limit > window ? integral(limit - window) : 0)) / window
    }
  }

  /// Returns the integral of the limited mean of an exponential service time.
  public static func exponentialIntegral(mean: Double) -> @Sendable (Double) -> Double {
    { limit in mean * (limit + mean * Double.expMinusOne(-limit / mean)) }
  }

  /// Returns the integral of the limited mean of a service time that is one of a record.
  ///
  /// For one duration *s*: *x*²/2 up to *s*, then *sx* − *s*²/2.
  public static func recordIntegral(_ durations: [Double]) -> @Sendable (Double) -> Double {
    let sorted = durations.sorted()
    var sums = [0.0]
    var squares = [0.0]
    for duration in sorted {
      sums.append(sums[sums.count - 1] + duration)
      squares.append(squares[squares.count - 1] + duration * duration)
    }
    let (prefix, squarePrefix) = (sums, squares)
    return { limit in
      let short = sorted.partitionPoint { $0 > limit }
      let long = Double(sorted.count - short)
      let total = limit * prefix[short] - 0.5 * squarePrefix[short] + 0.5 * limit * limit * long
      return total / Double(sorted.count)
    }
  }

  /// Returns the integral of the limited mean of a lognormal service time.
  public static func lognormalIntegral(
    mean: Double, coefficientOfVariation: Double
  ) -> @Sendable (Double) -> Double {
    guard coefficientOfVariation > 0 else { return recordIntegral([mean]) }
    let variance = Double.log(onePlus: coefficientOfVariation * coefficientOfVariation)
    let spread = variance.squareRoot()
    let middle = Double.log(mean) - 0.5 * variance
    let square = mean * mean * Double.exp(variance)
    return { limit in
      guard limit > 0 else { return 0 }
      let score = (Double.log(limit) - middle) / spread
      // The shares of all services, of their sum and of the sum of their squares below the limit.
      let first = mean * StandardNormal.cumulative(score - spread)
      let second = square * StandardNormal.cumulative(score - 2 * spread)
      return limit * first - 0.5 * second
        + 0.5 * limit * limit * StandardNormal.cumulative(-score)
    }
  }
}

extension Array where Element == Double {
  /// Returns the first index whose element belongs to the second part of a sorted array.
  fileprivate func partitionPoint(_ belongsToSecond: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
