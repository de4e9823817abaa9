/// A moment of a simulation, counted from its start.
///
/// A `Double` of seconds: after a year of simulated time the step between neighbours is 4 ns.
@frozen
public struct SimulatedTime: Comparable, Hashable, Sendable {
  /// What has passed since the start.
  public var sinceStart: TimeSpan

  /// Makes the moment that lies so long after the start.
  @inlinable
  public init(sinceStart: TimeSpan) { self.sinceStart = sinceStart }

  /// The moment at which a simulation begins.
  @inlinable
  public static var start: SimulatedTime { SimulatedTime(sinceStart: .zero) }

  /// Later than every moment of every run.
  @inlinable
  public static var never: SimulatedTime { SimulatedTime(sinceStart: .endless) }

  /// Orders moments from early to late.
  @inlinable
  public static func < (a: SimulatedTime, b: SimulatedTime) -> Bool {
    a.sinceStart < b.sinceStart
  }

  /// Moves on by a length of time.
  @inlinable
  public static func + (time: SimulatedTime, span: TimeSpan) -> SimulatedTime {
    SimulatedTime(sinceStart: time.sinceStart + span)
  }

  /// Moves on by a length of time.
  @inlinable
  public static func += (time: inout SimulatedTime, span: TimeSpan) { time = time + span }

  /// Returns how long it is from one moment to another.
  @inlinable
  public static func - (later: SimulatedTime, earlier: SimulatedTime) -> TimeSpan {
    later.sinceStart - earlier.sinceStart
  }
}
