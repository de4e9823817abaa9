/// A length of simulated time.
///
///     TimeSpan.minutes(25).hours   // 0.4166666666666667
@frozen
public struct TimeSpan: Comparable, Hashable, Sendable {
  /// The length in seconds.
  public var seconds: Double

  /// Makes a length of so many seconds.
  @inlinable
  public static func seconds(_ seconds: Double) -> TimeSpan { TimeSpan(seconds: seconds) }

  /// Makes a length of so many minutes.
  @inlinable
  public static func minutes(_ minutes: Double) -> TimeSpan { TimeSpan(seconds: minutes * 60) }

  /// Makes a length of so many hours.
  @inlinable
  public static func hours(_ hours: Double) -> TimeSpan { TimeSpan(seconds: hours * 3600) }

  /// Makes a length of so many days.
  @inlinable
  public static func days(_ days: Double) -> TimeSpan { TimeSpan(seconds: days * 86_400) }

  @inlinable
  init(seconds: Double) { self.seconds = seconds }

  /// No time at all.
  @inlinable
  public static var zero: TimeSpan { TimeSpan(seconds: 0) }

  /// Longer than every run: what never ends.
  @inlinable
  public static var endless: TimeSpan { TimeSpan(seconds: .infinity) }

  /// The length in minutes.
  @inlinable
  public var minutes: Double { seconds / 60 }

  /// The length in hours.
  @inlinable
  public var hours: Double { seconds / 3600 }

  /// The length in days.
  @inlinable
  public var days: Double { seconds / 86_400 }

  /// Orders lengths from short to long.
  @inlinable
  public static func < (a: TimeSpan, b: TimeSpan) -> Bool { a.seconds < b.seconds }

  /// Adds two lengths.
  @inlinable
  public static func + (a: TimeSpan, b: TimeSpan) -> TimeSpan { .seconds(a.seconds + b.seconds) }

  /// Subtracts a length.
  @inlinable
  public static func - (a: TimeSpan, b: TimeSpan) -> TimeSpan { .seconds(a.seconds - b.seconds) }

  /// Makes a length so many times as long.
  @inlinable
  public static func * (factor: Double, a: TimeSpan) -> TimeSpan { .seconds(factor * a.seconds) }

  /// Returns how many times one length holds the other.
  @inlinable
  public static func / (a: TimeSpan, b: TimeSpan) -> Double { a.seconds / b.seconds }
}
