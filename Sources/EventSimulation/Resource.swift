public import Quantities

/// Something that serves a few at a time and lets some of the others wait: chargers and their queue.
///
/// Who waits is served in the order of urgency (smaller first), and among equals in the order of
/// arrival; with equal urgencies this is first come, first served.
///
///     var chargers = Resource<Int>(servers: 1, waitingSpots: 1)
///     chargers.request(7, at: now)   // .started
///     chargers.request(8, at: now)   // .waiting(ticket)
///     chargers.request(9, at: now)   // .refused
///     chargers.release(at: now)      // 8, who starts at once
@frozen
public struct Resource<Customer: BitwiseCopyable & Sendable>: Sendable {
  /// How many can be served at a time.
  public let servers: Int
  /// How many can wait; nil when any number can.
  public let waitingSpots: Int?
  @usableFromInline var busyIntegral = TimeIntegral()
  @usableFromInline var queueIntegral = TimeIntegral()
  @usableFromInline var serving = 0
  @usableFromInline let spots: Int
  @usableFromInline var line: WaitingLine<Customer>

  /// What becomes of someone who asks for service.
  public enum Admission: Sendable, Equatable {
    /// Service begins at once.
    case started
    /// All servers are busy; there was room to wait.
    case waiting(Ticket)
    /// All servers are busy and there is no room to wait.
    case refused
  }

  /// Opens with all servers free.
  public init(servers: Int, waitingSpots: Int? = nil) {
    precondition(servers >= 0 && (waitingSpots ?? 0) >= 0, "a resource has no negative sizes")
    self.servers = servers
    self.waitingSpots = waitingSpots
    spots = waitingSpots ?? .max
    line = WaitingLine(reservingCapacity: Swift.min(waitingSpots ?? 64, 1024))
  }

  /// How many are being served, over time.
  @inlinable
  public var busy: TimeIntegral { busyIntegral }

  /// How many are waiting, over time.
  @inlinable
  public var queue: TimeIntegral { queueIntegral }

  /// How many are being served now.
  @inlinable
  public var busyServers: Int { serving }

  /// How many are waiting now.
  @inlinable
  public var queueLength: Int { line.count }

  /// Asks for service.
  @inlinable
  @inline(__always)
  public mutating func request(
    _ customer: Customer, urgency: Double = 0, at time: SimulatedTime
  ) -> Admission {
    if serving < servers {
      serving &+= 1
      setBusy(at: time)
      return .started
    }
    guard line.count < spots else { return .refused }
    let ticket = line.join(customer, urgency: urgency)
    setQueue(at: time)
    return .waiting(ticket)
  }

  /// Ends one service and returns who of those waiting starts in its place, at once.
  @inlinable
  @inline(__always)
  public mutating func release(at time: SimulatedTime) -> Customer? {
    precondition(serving > 0, "nobody is being served who could leave")
    guard let next = line.removeFirst() else {
      serving &-= 1
      setBusy(at: time)
      return nil
    }
    setQueue(at: time)
    return next
  }

  /// Puts more knowledge about someone who waits in their place in line.
  @inlinable
  public mutating func replace(_ ticket: Ticket, with customer: Customer) {
    line.replace(ticket, with: customer)
  }

  /// Lets someone give up waiting; returns nil when they do not wait any more.
  @inlinable
  public mutating func withdraw(_ ticket: Ticket, at time: SimulatedTime) -> Customer? {
    guard let customer = line.remove(ticket) else { return nil }
    setQueue(at: time)
    return customer
  }

  @inlinable
  @inline(__always)
  mutating func setBusy(at time: SimulatedTime) {
    busyIntegral.change(to: Double(serving), at: time)
  }

  @inlinable
  @inline(__always)
  mutating func setQueue(at time: SimulatedTime) {
    queueIntegral.change(to: Double(line.count), at: time)
  }
}
