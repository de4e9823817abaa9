public import Numerics
public import Quantities

/// The exact integral over time of something that changes in jumps, such as the length of a queue.
///
///     var queue = TimeIntegral()
///     queue.change(to: 2, at: .start + .minutes(3))
///     queue.total(at: .start + .minutes(5)).minutes   // 4.0: two cars for two minutes
@frozen
public struct TimeIntegral: Sendable {
  @usableFromInline var present = 0.0
  @usableFromInline var since = SimulatedTime.start
  @usableFromInline var seconds = CompensatedSum()

  /// Starts at level zero.
  @inlinable
  public init() {}

  /// The present level.
  @inlinable
  public var level: Double { present }

  /// Sets a new level from a moment on, which is not before the last change.
  @inlinable
  @inline(__always)
  public mutating func change(to newLevel: Double, at time: SimulatedTime) {
    precondition(since.isNoLater(than: time), "time does not run back")
    seconds.add(level * (time - since).seconds)
    since = time
    present = newLevel
  }

  /// Raises or lowers the level from a moment on.
  @inlinable
  @inline(__always)
  public mutating func change(by step: Double, at time: SimulatedTime) {
    change(to: level + step, at: time)
  }

  /// Returns the integral from the start to a moment not before the last change.
  @inlinable
  public func total(at time: SimulatedTime) -> TimeSpan {
    var sum = seconds
    sum.add(level * (time - since).seconds)
    return .seconds(sum.value)
  }
}
