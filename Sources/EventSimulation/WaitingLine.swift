/// People in a line: the most urgent first, and among equals who came first.
///
/// A linked ring over a table of slots, closed by a door at place −1: its next is the first in the
/// line, its previous the last. Newcomers look for their place from the end of the line, so that
/// first come, first served costs the same few instructions for every length.
@frozen
public struct WaitingLine<Customer: BitwiseCopyable & Sendable>: Sendable {
  @usableFromInline var storage: Storage
  @usableFromInline var slots = SlotTable()
  @usableFromInline var people = 0

  /// Makes an empty line.
  public init(reservingCapacity capacity: Int = 16) {
    storage = Storage(capacity: Swift.max(capacity, 4))
  }

  /// How many wait.
  @inlinable
  public var count: Int { people }

  /// Lets somebody join; a smaller urgency number is served earlier.
  ///
  /// - Complexity: O(*k*) where *k* people in the line are less urgent.
  @inlinable
  @inline(__always)
  public mutating func join(_ customer: Customer, urgency: Double = 0) -> Ticket {
    precondition(!urgency.isNaN, "an urgency is a number")
    makeUnique(room: 1)
    let ticket = slots.take(from: storage.slots)
    var ahead = storage.places[-1].previous
    // The door is more urgent than anybody, so the search ends there.
    while storage.places[Int(ahead)].urgency > urgency {
      ahead = storage.places[Int(ahead)].previous
    }
    let behind = storage.places[Int(ahead)].next
    storage.places[ticket.index] = Place(
      customer: customer, urgency: urgency, previous: ahead, next: behind)
    link(ahead, ticket.slot)
    link(ticket.slot, behind)
    people &+= 1
    return ticket
  }

  /// Takes the first in the line out of it.
  @inlinable
  @inline(__always)
  public mutating func removeFirst() -> Customer? {
    guard people > 0 else { return nil }
    makeUnique(room: 0)
    return take(storage.places[-1].next)
  }

  /// Lets somebody leave; returns nil when they are not in the line any more.
  @inlinable
  public mutating func remove(_ ticket: Ticket) -> Customer? {
    guard slots.holds(ticket, in: storage.slots) else { return nil }
    makeUnique(room: 0)
    return take(ticket.slot)
  }

  /// Puts more knowledge about somebody in their place.
  @inlinable
  public mutating func replace(_ ticket: Ticket, with customer: Customer) {
    precondition(slots.holds(ticket, in: storage.slots), "this person is not in the line any more")
    makeUnique(room: 0)
    storage.places[ticket.index].customer = customer
  }

  @inlinable
  @inline(__always)
  mutating func take(_ slot: Int32) -> Customer {
    let place = storage.places[Int(slot)]
    link(place.previous, place.next)
    slots.free(slot, in: storage.slots)
    people &-= 1
    return place.customer
  }

  /// Makes two places neighbours.
  @inlinable
  @inline(__always)
  func link(_ ahead: Int32, _ behind: Int32) {
    storage.places[Int(ahead)].next = behind
    storage.places[Int(behind)].previous = ahead
  }

  @inlinable
  @inline(__always)
  mutating func makeUnique(room: Int) {
    let needed = people &+ room
    if isKnownUniquelyReferenced(&storage), needed <= storage.capacity { return }
    storage = storage.copy(capacity: needed <= storage.capacity ? nil : storage.capacity * 2)
  }

  @frozen
  @usableFromInline
  struct Place: BitwiseCopyable {
    @usableFromInline var customer: Customer
    @usableFromInline var urgency: Double
    @usableFromInline var previous: Int32
    @usableFromInline var next: Int32

    @inlinable
    init(customer: Customer, urgency: Double, previous: Int32, next: Int32) {
      self.customer = customer
      self.urgency = urgency
      self.previous = previous
      self.next = next
    }
  }
}

// MARK: - Memory

extension WaitingLine {
  /// The memory of a line; as for a heap, never shared while it is written.
  @usableFromInline
  final class Storage: @unchecked Sendable {
    @usableFromInline let capacity: Int
    @usableFromInline let places: UnsafeMutablePointer<Place>
    @usableFromInline let slots: UnsafeMutablePointer<Slot>

    init(capacity: Int) {
      precondition(capacity < Int(Int32.max), "a line holds fewer than 2³¹ people")
      self.capacity = capacity
      // One place more, in front: the door.
      places = UnsafeMutablePointer.allocate(capacity: capacity + 1) + 1
      places[-1].urgency = -.infinity
      places[-1].next = -1
      places[-1].previous = -1
      slots = .allocate(capacity: capacity)
      slots.initialize(repeating: Slot(), count: capacity)
    }

    @usableFromInline
    func copy(capacity newCapacity: Int?) -> Storage {
      let copy = Storage(capacity: newCapacity ?? capacity)
      (copy.places - 1).update(from: places - 1, count: capacity + 1)
      copy.slots.update(from: slots, count: capacity)
      return copy
    }

    deinit {
      (places - 1).deallocate()
      slots.deallocate()
    }
  }
}
