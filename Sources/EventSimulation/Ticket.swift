/// Names one entry of a heap or of a waiting line, for as long as it is in there.
@frozen
public struct Ticket: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline let slot: Int32
  @usableFromInline let generation: UInt32

  @inlinable
  init(slot: Int32, generation: UInt32) {
    self.slot = slot
    self.generation = generation
  }

  /// A ticket of no entry.
  @inlinable
  public static var none: Ticket { Ticket(slot: -1, generation: 0) }

  @inlinable
  var index: Int { Int(slot) }
}

/// One place of a table of entries.
///
/// `generation` is odd while there is an entry and grows when it comes and when it leaves; so a ticket
/// is void once its entry is gone, and no ticket fits a free slot. `link` belongs to the entry while
/// there is one, and is the next free slot afterwards.
@frozen
@usableFromInline
struct Slot: BitwiseCopyable {
  @usableFromInline var generation: UInt32 = 0
  @usableFromInline var link: Int32 = -1

  @inlinable
  init() {}
}

/// Which slots of a table are free: those given back, last first, then those never used.
@frozen
@usableFromInline
struct SlotTable: Sendable {
  @usableFromInline var firstFree: Int32 = -1
  @usableFromInline var everUsed: Int32 = 0

  @inlinable
  init() {}

  @inlinable
  @inline(__always)
  mutating func take(from slots: UnsafeMutablePointer<Slot>) -> Ticket {
    let slot: Int32
    if firstFree >= 0 {
      slot = firstFree
      firstFree = slots[Int(slot)].link
    } else {
      slot = everUsed
      everUsed &+= 1
    }
    slots[Int(slot)].generation &+= 1
    return Ticket(slot: slot, generation: slots[Int(slot)].generation)
  }

  /// Hands out again a slot whose entry has gone.
  @inlinable
  @inline(__always)
  func renew(_ slot: Int32, in slots: UnsafeMutablePointer<Slot>) -> Ticket {
    slots[Int(slot)].generation &+= 2
    return Ticket(slot: slot, generation: slots[Int(slot)].generation)
  }

  @inlinable
  @inline(__always)
  mutating func free(_ slot: Int32, in slots: UnsafeMutablePointer<Slot>) {
    slots[Int(slot)].generation &+= 1
    slots[Int(slot)].link = firstFree
    firstFree = slot
  }

  @inlinable
  @inline(__always)
  func holds(_ ticket: Ticket, in slots: UnsafeMutablePointer<Slot>) -> Bool {
    ticket.slot >= 0 && ticket.slot < everUsed
      && slots[ticket.index].generation == ticket.generation
  }
}
