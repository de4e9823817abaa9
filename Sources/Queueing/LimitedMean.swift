import Numerics

/// Mean service times cut off at a limit, E[min(*S*, *x*)], as functions of the limit.
///
///     LimitedMean.exponential(mean: 1)(1)   // 1 − 1/e = 0.632…
public enum LimitedMean {
  /// Returns the limited mean of an exponential service time.
  public static func exponential(mean: Double) -> @Sendable (Double) -> Double {
    precondition(mean > 0, "The mean service is positive.")
    return { limit in limit > 0 ? -mean * Double.expMinusOne(-limit / mean) : 0 }
  }

  /// Returns the limited mean of a service time that is always the same.
  public static func deterministic(mean: Double) -> @Sendable (Double) -> Double {
    precondition(mean > 0, "The mean service is positive.")
    return { limit in Swift.max(0, Swift.min(limit, mean)) }
  }

  /// Returns the limited mean of a lognormal service time.
  ///
  /// - Parameters:
  ///   - mean: The mean service time.
  ///   - coefficientOfVariation: Standard deviation over mean; zero if it is always the same.
  /// - Returns: E[min(*S*, *x*)] as a function of the limit *x*.
  public static func lognormal(
    mean: Double, coefficientOfVariation: Double
  ) -> @Sendable (Double) -> Double {
    precondition(mean > 0, "The mean service is positive.")
    precondition(coefficientOfVariation >= 0, "A coefficient of variation is not negative.")
    guard coefficientOfVariation > 0 else { return deterministic(mean: mean) }
    let variance = Double.log(onePlus: coefficientOfVariation * coefficientOfVariation)
    let spread = variance.squareRoot()
    let middle = Double.log(mean) - 0.5 * variance
    return { limit in
      guard limit > 0 else { return 0 }
      guard limit < .infinity else { return mean }
      let score = (Double.log(limit) - middle) / spread
      return mean * StandardNormal.cumulative(score - spread)
        + limit * StandardNormal.cumulative(-score)
    }
  }
}
