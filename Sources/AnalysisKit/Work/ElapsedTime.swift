internal import Glibc

/// Seconds that only ever grow, for deciding when something is done and never what comes of it.
public enum ElapsedTime {
  /// Seconds since some moment before the program began.
  public static var seconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
  }

  /// Waits, unless a signal comes first.
  public static func wait(_ seconds: Double) {
    var span = timespec()
    span.tv_sec = Int(seconds)
    span.tv_nsec = Int((seconds - seconds.rounded(.down)) * 1e9)
    nanosleep(&span, nil)
  }
}

/// Pauses that grow while nothing happens.
public struct GrowingPause: Sendable {
  private let shortest: Double
  private let longest: Double
  private var next: Double

  /// Begins with the shortest; each pause is half as long again as the one before, in seconds.
  public init(from shortest: Double, to longest: Double) {
    (self.shortest, self.longest, next) = (shortest, longest, shortest)
  }

  /// How long to wait now, in seconds.
  public mutating func take() -> Double {
    defer { next = min(1.5 * next, longest) }
    return next
  }

  /// Begins with the shortest again.
  public mutating func reset() { next = shortest }
}
