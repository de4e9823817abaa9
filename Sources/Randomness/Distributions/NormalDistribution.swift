public import Numerics

/// Gauss's bell.
@frozen
public struct NormalDistribution: InvertibleDistribution {
  /// The expected value.
  public let mean: Double
  /// The square root of the variance.
  public let standardDeviation: Double

  /// Gives draws the mean and standard deviation asked for.
  @inlinable
  public init(mean: Double, standardDeviation: Double) {
    precondition(standardDeviation >= 0, "a standard deviation is at least 0")
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// The expected squared distance from the mean.
  @inlinable public var variance: Double { standardDeviation * standardDeviation }
  /// Returns the value below which a share *p* of all draws lies.
  @inlinable public func quantile(_ p: Double) -> Double {
    mean + standardDeviation * StandardNormal.quantile(p)
  }
}
