/// How often something happens per time, such as arrivals per hour.
///
///     Rate.perHour(8).meanGap.minutes   // 7.5
@frozen
public struct Rate: Comparable, Hashable, Sendable {
  /// The rate per second.
  public var perSecond: Double

  /// Makes a rate of so many per hour.
  @inlinable
  public static func perHour(_ count: Double) -> Rate { Rate(perSecond: count / 3600) }

  /// Makes the rate of something that takes so long on average.
  @inlinable
  public static func once(every span: TimeSpan) -> Rate { Rate(perSecond: 1 / span.seconds) }

  @inlinable
  init(perSecond: Double) { self.perSecond = perSecond }

  /// The rate per hour.
  @inlinable
  public var perHour: Double { perSecond * 3600 }

  /// The mean time from one to the next.
  @inlinable
  public var meanGap: TimeSpan { .seconds(1 / perSecond) }

  /// Orders rates from rare to frequent.
  @inlinable
  public static func < (a: Rate, b: Rate) -> Bool { a.perSecond < b.perSecond }

  /// Returns how many are to be expected in a length of time.
  @inlinable
  public static func * (rate: Rate, span: TimeSpan) -> Double { rate.perSecond * span.seconds }
}
