public import Numerics

/// Positive and skewed, such as the minutes at a charger: its logarithm is normal.
///
///     LogNormalDistribution(mean: 25, coefficientOfVariation: 0.5).quantile(0.5)   // 22.360679774997894
@frozen
public struct LogNormalDistribution: InvertibleDistribution {
  /// The expected value.
  public let mean: Double
  /// The standard deviation divided by the mean.
  public let coefficientOfVariation: Double
  @usableFromInline let logMean: Double
  @usableFromInline let logStandardDeviation: Double

  /// Gives draws the mean and the coefficient of variation asked for.
  public init(mean: Double, coefficientOfVariation: Double) {
    precondition(mean > 0, "a lognormal distribution needs a mean above 0")
    precondition(coefficientOfVariation >= 0, "a coefficient of variation is at least 0")
    self.mean = mean
    self.coefficientOfVariation = coefficientOfVariation
    let logVariance = Double.log(onePlus: coefficientOfVariation * coefficientOfVariation)
    logStandardDeviation = logVariance.squareRoot()
    logMean = Double.log(mean) - 0.5 * logVariance
  }

  /// The expected squared distance from the mean.
  @inlinable public var variance: Double {
    let deviation = mean * coefficientOfVariation
    return deviation * deviation
  }

  /// Returns the value below which a share *p* of all draws lies.
  @inlinable public func quantile(_ p: Double) -> Double {
    Double.exp(logMean + logStandardDeviation * StandardNormal.quantile(p))
  }
}
