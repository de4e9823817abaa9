/// A way to turn random words into values.
public protocol Distribution: Sendable {
  /// What is drawn.
  associatedtype Value

  /// Draws one value.
  func draw(from stream: inout RandomStream) -> Value
}

/// A distribution of numbers drawn by inversion: one word, one value, and larger words give larger
/// values.
///
/// This is what common random numbers need: the same customer keeps their place among all customers
/// when only the mean of the service changes.
public protocol InvertibleDistribution: Distribution where Value == Double {
  /// The expected value.
  var mean: Double { get }

  /// The expected squared distance from the mean.
  var variance: Double { get }

  /// Returns the value below which a share *p* of all draws lies, for 0 < *p* < 1.
  func quantile(_ p: Double) -> Double
}

extension InvertibleDistribution {
  /// Draws one value, at the price of one word.
  @inlinable
  public func draw(from stream: inout RandomStream) -> Double { quantile(stream.nextUnit()) }

  /// Returns the value that belongs to one random word.
  @inlinable
  public func value(for word: UInt64) -> Double { quantile(word.unitInterval) }
}
