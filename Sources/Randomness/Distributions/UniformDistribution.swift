/// Equally likely anywhere between two bounds.
@frozen
public struct UniformDistribution: InvertibleDistribution {
  /// The lower bound.
  public let low: Double
  /// The upper bound.
  public let high: Double

  /// Spreads values over `low ... high`.
  @inlinable
  public init(low: Double, high: Double) {
    precondition(
      low <= high && (high - low).isFinite, "a uniform distribution needs finite low ≤ high")
    self.low = low
    self.high = high
  }

  /// The expected value.
  @inlinable public var mean: Double { 0.5 * (low + high) }
  /// The expected squared distance from the mean.
  @inlinable public var variance: Double { (high - low) * (high - low) / 12 }
  /// Returns the value below which a share *p* of all draws lies.
  @inlinable public func quantile(_ p: Double) -> Double {
    Swift.min(low + p * (high - low), high)
  }
}
