/// What may end a run before its time, looked at with every reading.
///
///     let stop = EarlyStop.default.stopping(whenStrandedPerHourExceed: 20)
public struct EarlyStop: Sendable, Equatable, Codable {
  /// More strandings per hour than this, over the window.
  public var strandedPerHour: Double
  /// A greater share of requests given up than this, over the window.
  public var abandonment: Double
  /// More cars waiting per waiting spot than this, on average over the window.
  public var queueOccupancy: Double
  /// A smaller share of requests served than this, over the window.
  public var serviceLevel: Double
  /// Nobody on the road for so many readings; 0 for never.
  public var emptyReadings: Int
  /// The mean wait known to such a relative half-width (95 %); 0 for never.
  public var convergence: Double
  /// Over how many readings things are looked at.
  public var window: Int

  /// Why a run ended early.
  public enum Reason: String, Sendable, Equatable, CaseIterable {
    case stranding = "too many strandings"
    case abandonment = "too many gave up"
    case queue = "lines too long"
    case service = "too few served"
    case empty = "nobody on the road"
    case converged = "the mean wait is known well enough"
  }

  /// Describes limits; infinite ones never stop anything.
  public init(
    strandedPerHour: Double = .greatestFiniteMagnitude,
    abandonment: Double = .greatestFiniteMagnitude,
    queueOccupancy: Double = .greatestFiniteMagnitude, serviceLevel: Double = 0,
    emptyReadings: Int = 0, convergence: Double = 0, window: Int = 10
  ) {
    self.strandedPerHour = strandedPerHour
    self.abandonment = abandonment
    self.queueOccupancy = queueOccupancy
    self.serviceLevel = serviceLevel
    self.emptyReadings = emptyReadings
    self.convergence = convergence
    self.window = window
  }

  enum CodingKeys: String, CodingKey {
    case abandonment, convergence, window
    case strandedPerHour = "stranded_per_hour"
    case queueOccupancy = "queue_occupancy"
    case serviceLevel = "service_level"
    case emptyReadings = "empty_readings"
  }

  /// Nothing ends a run early.
  public static let disabled = EarlyStop()
  /// Only a road that is clearly beyond its limits.
  public static let lenient = EarlyStop(
    strandedPerHour: 60, abandonment: 0.6, queueOccupancy: 3, serviceLevel: 0.25, window: 30)
  /// A road beyond its limits, over ten readings.
  public static let `default` = EarlyStop(
    strandedPerHour: 30, abandonment: 0.3, queueOccupancy: 1.5, serviceLevel: 0.5)
  /// A road that does not serve its drivers.
  public static let strict = EarlyStop(
    strandedPerHour: 6, abandonment: 0.15, queueOccupancy: 1, serviceLevel: 0.7)
  /// As soon as the mean wait is known to 10 %.
  public static let quickTest = EarlyStop(
    strandedPerHour: 30, abandonment: 0.3, queueOccupancy: 1.5, serviceLevel: 0.5,
    convergence: 0.1, window: 10)

  /// The limits that have a name.
  public static let presets: [(name: String, value: EarlyStop)] = [
    ("disabled", .disabled), ("lenient", .lenient), ("default", .default), ("strict", .strict),
    ("quick_test", .quickTest),
  ]

  /// Returns these limits with another one on strandings.
  public func stopping(whenStrandedPerHourExceed limit: Double) -> EarlyStop {
    var copy = self
    copy.strandedPerHour = limit
    return copy
  }

  /// Returns these limits with another one on requests given up.
  public func stopping(whenAbandonmentExceeds share: Double) -> EarlyStop {
    var copy = self
    copy.abandonment = share
    return copy
  }

  /// Returns these limits with another one on waiting cars per spot.
  public func stopping(whenQueueOccupancyExceeds share: Double) -> EarlyStop {
    var copy = self
    copy.queueOccupancy = share
    return copy
  }

  /// Returns these limits with another one on the share served.
  public func stopping(whenServiceLevelFallsBelow share: Double) -> EarlyStop {
    var copy = self
    copy.serviceLevel = share
    return copy
  }

  /// Returns these limits, ending a run when the mean wait is known to a relative half-width.
  public func stopping(whenWaitIsKnownTo relativeHalfWidth: Double) -> EarlyStop {
    var copy = self
    copy.convergence = relativeHalfWidth
    return copy
  }

  /// Returns these limits, ending a run when nobody has been on the road for so many readings.
  public func stopping(whenEmptyForReadings count: Int) -> EarlyStop {
    var copy = self
    copy.emptyReadings = count
    return copy
  }
}
