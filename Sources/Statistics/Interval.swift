/// A range of values with the estimate in it.
///
///     let wait = Interval(mean: 4.0, low: 3.5, high: 4.5)   // minutes
///     wait.halfWidth       // 0.5
///     wait.contains(3.8)   // true
///
/// What the range promises is said by the function that made it: Student's *t* for means, Wilson's
/// score for shares, the bootstrap for anything else.
public struct Interval: Equatable, Sendable {
  /// The point estimate; not always the middle, and with the bootstrap not always a mean.
  public var mean: Double
  /// The lower end.
  public var low: Double
  /// The upper end.
  public var high: Double

  /// Makes an interval from its estimate and its two ends.
  public init(mean: Double, low: Double, high: Double) {
    precondition(low <= high, "the lower end of an interval cannot lie above the upper end")
    self.mean = mean
    self.low = low
    self.high = high
  }

  /// Half the distance between the two ends.
  public var halfWidth: Double { 0.5 * (high - low) }

  /// Returns whether a value lies in the range, the ends included.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}

extension Interval {
  /// Returns the probability left out on each side of a two-sided interval.
  static func tail(of confidence: Double) -> Double {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    return 0.5 * (1 - confidence)
  }
}

extension [Double] {
  /// Stops the program where a sample holds a NaN or an infinity.
  func requireFinite() {
    precondition(allSatisfy(\.isFinite), "a sample must hold finite numbers only")
  }
}
