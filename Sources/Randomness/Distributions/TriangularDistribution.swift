/// Between two bounds, most likely at the mode: what one uses when only a guess is known.
@frozen
public struct TriangularDistribution: InvertibleDistribution {
  /// The lower bound.
  public let low: Double
  /// The upper bound.
  public let high: Double
  /// The most likely value.
  public let mode: Double

  /// Spreads values over `low ... high` with the peak at the mode.
  @inlinable
  public init(low: Double, high: Double, mode: Double) {
    precondition(
      low <= mode && mode <= high && low < high && (high - low).isFinite,
      "a triangular distribution needs finite low ≤ mode ≤ high, low < high")
    self.low = low
    self.high = high
    self.mode = mode
  }

  /// The expected value.
  @inlinable public var mean: Double { (low + high + mode) / 3 }

  /// The expected squared distance from the mean.
  @inlinable public var variance: Double {
    (low * low + high * high + mode * mode - low * high - low * mode - high * mode) / 18
  }

  /// Returns the value below which a share *p* of all draws lies.
  @inlinable public func quantile(_ p: Double) -> Double {
    let width = high - low
    guard p * width > mode - low else {
      return Swift.min(low + (p * width * (mode - low)).squareRoot(), mode)
    }
    return Swift.max(mode, high - ((1 - p) * width * (high - mode)).squareRoot())
  }
}
