public import Quantities

/// What is going to happen and when: the clock and the future events of one simulation.
///
/// Events at the same moment happen in the order of their priority (0 first), and within one priority
/// in the order in which they were scheduled; never by chance.
///
///     var agenda = Agenda<Int>()
///     agenda.schedule(7, after: .minutes(5))
///     agenda.next()   // 7; agenda.now is five minutes after the start
@frozen
public struct Agenda<Event: BitwiseCopyable & Sendable>: Sendable {
  @usableFromInline var present = SimulatedTime.start
  @usableFromInline var events: IndexedHeap<Moment, Event>
  @usableFromInline var scheduled: UInt64 = 0

  /// Starts with nothing to do.
  public init(reservingCapacity capacity: Int = 16) {
    events = IndexedHeap(reservingCapacity: capacity)
  }

  /// The present moment.
  @inlinable
  public var now: SimulatedTime { present }

  /// The number of events still to come.
  @inlinable
  public var count: Int { events.count }

  /// The moment of the next event; `never` when there is none.
  @inlinable
  public var nextTime: SimulatedTime { events.minimumKey?.time ?? .never }

  /// Lets an event happen after a length of time that is not negative.
  @inlinable
  @inline(__always)
  @discardableResult
  public mutating func schedule(
    _ event: Event, after delay: TimeSpan, priority: UInt8 = 0
  ) -> Ticket {
    schedule(event, at: now + delay, priority: priority)
  }

  /// Lets an event happen at a moment that is not in the past.
  @inlinable
  @inline(__always)
  @discardableResult
  public mutating func schedule(
    _ event: Event, at time: SimulatedTime, priority: UInt8 = 0
  ) -> Ticket {
    precondition(
      now.isNoLater(than: time), "an event cannot be scheduled in the past, nor at no time at all")
    scheduled &+= 1
    return events.insert(
      event, key: Moment(time: time, priority: priority, sequence: scheduled))
  }

  /// Takes back an event; says whether it was still to come.
  @inlinable
  @discardableResult
  public mutating func cancel(_ ticket: Ticket) -> Bool { events.remove(ticket) != nil }

  /// Moves the clock to the next event and returns it.
  @inlinable
  @inline(__always)
  public mutating func next() -> Event? {
    guard let (moment, event) = events.removeMinimum() else { return nil }
    present = moment.time
    return event
  }

  /// Moves the clock to the next event and returns it, if it lies no later than a moment.
  @inlinable
  @inline(__always)
  public mutating func next(until end: SimulatedTime) -> Event? {
    guard nextTime.isNoLater(than: end) else { return nil }
    return next()
  }

  /// Moves the clock to a moment before the next event.
  @inlinable
  public mutating func wait(until time: SimulatedTime) {
    precondition(
      now.isNoLater(than: time) && time.isNoLater(than: nextTime),
      "the clock cannot skip an event nor run back")
    present = time
  }
}

extension SimulatedTime {
  /// Whether a moment is the same or earlier; never for what is not a number, unlike `<=`.
  @inlinable
  @inline(__always)
  func isNoLater(than other: SimulatedTime) -> Bool {
    sinceStart.seconds <= other.sinceStart.seconds
  }
}

/// A place in the order of events: time, then priority, then order of scheduling.
///
/// All three in one number of 128 bits, which a processor compares without a branch that it would
/// have to guess. The bit patterns of times that are not negative are ordered like the times.
@frozen
public struct Moment: Comparable, Sendable, BitwiseCopyable {
  @usableFromInline let order: UInt128

  @inlinable
  init(time: SimulatedTime, priority: UInt8, sequence: UInt64) {
    let seconds = (time.sinceStart.seconds + 0).bitPattern  // + 0 turns −0 into 0
    order = UInt128(seconds) << 64 | UInt128(UInt64(priority) << 56 | sequence)
  }

  /// When.
  @inlinable
  public var time: SimulatedTime {
    SimulatedTime(
      sinceStart: .seconds(Double(bitPattern: UInt64(truncatingIfNeeded: order >> 64))))
  }

  /// Orders moments as they happen.
  @inlinable
  public static func < (a: Moment, b: Moment) -> Bool { a.order < b.order }
}
