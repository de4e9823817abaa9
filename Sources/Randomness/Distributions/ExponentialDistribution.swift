public import Numerics

/// The time until something happens that is as likely now as ever: no memory.
///
///     ExponentialDistribution(mean: 25).quantile(0.5)   // 17.328679513998633
@frozen
public struct ExponentialDistribution: InvertibleDistribution {
  /// The expected value.
  public let mean: Double

  /// Gives draws the mean asked for.
  @inlinable
  public init(mean: Double) {
    precondition(
      mean >= 0 && mean < .infinity,
      "an exponential distribution needs a finite mean of at least 0")
    self.mean = mean
  }

  /// The expected squared distance from the mean.
  @inlinable public var variance: Double { mean * mean }
  /// Returns the value below which a share *p* of all draws lies.
  @inlinable public func quantile(_ p: Double) -> Double { mean * -Double.log(onePlus: -p) }

  /// Returns the value that belongs to one random word, the same as the quantile.
  ///
  /// For the numbers that words stand for, 1 − *p* is exact, which makes the logarithm shorter.
  @inlinable
  @inline(__always)
  public func value(for word: UInt64) -> Double { mean * -Double.log(1 - word.unitInterval) }
}
