/// A priority queue of small values from which any entry can also be taken by its ticket.
///
/// A four-ary heap of (key, slot, value) nodes over a table of slots: four children lie in one or two
/// cache lines, so it is shallower and faster than a binary heap for the 32-byte nodes of a simulation
/// (LaMarca and Ladner, doi:10.1145/235141.235145). Removal by ticket is exact: a cancelled patience
/// timer is gone, not a ghost to be skipped later. Nothing is allocated unless it grows; a copy is
/// independent and costs one memory copy, when either is next changed.
///
/// Taking the minimum leaves a hole at the root. A simulation mostly schedules a new event right
/// after it took one, and that one fills the hole: one walk down the heap instead of two walks.
@frozen
public struct IndexedHeap<
  Key: Comparable & BitwiseCopyable & Sendable, Value: BitwiseCopyable & Sendable
>: Sendable {
  @usableFromInline var storage: Storage
  @usableFromInline var entries = 0
  @usableFromInline var hasHole = false
  @usableFromInline var slots = SlotTable()

  /// Makes an empty heap with room for some entries.
  public init(reservingCapacity capacity: Int = 16) {
    storage = Storage(capacity: Swift.max(capacity, 4))
  }

  /// The number of entries.
  @inlinable
  public var count: Int { entries }

  /// Whether there is no entry.
  @inlinable
  public var isEmpty: Bool { entries == 0 }

  /// The smallest key.
  @inlinable
  public var minimumKey: Key? {
    guard entries > 0 else { return nil }
    guard hasHole else { return storage.nodes[0].key }
    return storage.nodes[smallestChild(from: 1, to: Swift.min(5, entries &+ 1))].key
  }

  /// Adds an entry and returns the ticket with which it can be removed.
  ///
  /// - Complexity: O(log *n*); O(1) when the key is larger than all others.
  @inlinable
  @inline(__always)
  public mutating func insert(_ value: Value, key: Key) -> Ticket {
    makeUnique(room: 2)
    entries &+= 1
    if hasHole {
      hasHole = false
      let slot = storage.nodes[0].slot
      siftDown(Node(key: key, slot: slot, value: value), from: 0)
      return slots.renew(slot, in: storage.slots)
    }
    let ticket = slots.take(from: storage.slots)
    siftUp(Node(key: key, slot: ticket.slot, value: value), from: entries &- 1)
    return ticket
  }

  /// Removes the entry with the smallest key.
  ///
  /// The node stays where it is, as the hole; so nothing is written here and nothing copied.
  ///
  /// - Complexity: O(1) after an insertion, else O(log *n*).
  @inlinable
  @inline(__always)
  public mutating func removeMinimum() -> (key: Key, value: Value)? {
    guard entries > 0 else { return nil }
    closeHole()
    entries &-= 1
    hasHole = true
    let first = storage.nodes[0]
    return (first.key, first.value)
  }

  /// Removes the entry of a ticket; a ticket whose entry is gone already removes nothing.
  ///
  /// - Complexity: O(log *n*).
  @inlinable
  @discardableResult
  public mutating func remove(_ ticket: Ticket) -> Value? {
    guard holds(ticket) else { return nil }
    closeHole()
    makeUnique(room: 0)
    let position = Int(storage.slots[ticket.index].link)
    slots.free(ticket.slot, in: storage.slots)
    entries &-= 1
    let value = storage.nodes[position].value
    guard position < entries else { return value }
    let last = storage.nodes[entries]
    if position > 0, last.key < storage.nodes[(position &- 1) >> 2].key {
      siftUp(last, from: position)
    } else {
      siftDown(last, from: position)
    }
    return value
  }

  /// Whether the entry of a ticket is still waiting.
  @inlinable
  public func holds(_ ticket: Ticket) -> Bool {
    slots.holds(ticket, in: storage.slots) && !(hasHole && storage.nodes[0].slot == ticket.slot)
  }

  @frozen
  @usableFromInline
  struct Node: BitwiseCopyable {
    @usableFromInline let key: Key
    @usableFromInline let slot: Int32
    @usableFromInline let value: Value

    @inlinable
    init(key: Key, slot: Int32, value: Value) {
      self.key = key
      self.slot = slot
      self.value = value
    }
  }
}

// MARK: - Moving nodes

extension IndexedHeap {
  @inlinable
  @inline(__always)
  func place(_ node: Node, at position: Int) {
    storage.nodes[position] = node
    storage.slots[Int(node.slot)].link = Int32(truncatingIfNeeded: position)
  }

  @inlinable
  func siftUp(_ node: Node, from start: Int) {
    var position = start
    while position > 0 {
      let parent = (position &- 1) >> 2
      let above = storage.nodes[parent]
      guard node.key < above.key else { break }
      place(above, at: position)
      position = parent
    }
    place(node, at: position)
  }

  @inlinable
  @inline(__always)
  func siftDown(_ node: Node, from start: Int) {
    var position = start
    while true {
      let first = position &* 4 &+ 1
      guard first < entries else { break }
      let smallest = smallestChild(from: first, to: Swift.min(first &+ 4, entries))
      let below = storage.nodes[smallest]
      guard below.key < node.key else { break }
      place(below, at: position)
      position = smallest
    }
    place(node, at: position)
  }

  @inlinable
  @inline(__always)
  func smallestChild(from first: Int, to end: Int) -> Int {
    let nodes = storage.nodes
    var smallest = first
    var child = first &+ 1
    while child < end {
      if nodes[child].key < nodes[smallest].key { smallest = child }
      child &+= 1
    }
    return smallest
  }

  /// Fills the hole at the root, if there is one, with the last node.
  @inlinable
  @inline(__always)
  mutating func closeHole() {
    guard hasHole else { return }
    makeUnique(room: 1)
    hasHole = false
    slots.free(storage.nodes[0].slot, in: storage.slots)
    if entries > 0 { siftDown(storage.nodes[entries], from: 0) }
  }

  @inlinable
  @inline(__always)
  mutating func makeUnique(room: Int) {
    let needed = entries &+ room
    if isKnownUniquelyReferenced(&storage), needed <= storage.capacity { return }
    storage = storage.copy(capacity: needed <= storage.capacity ? nil : storage.capacity * 2)
  }
}

// MARK: - Memory

extension IndexedHeap {
  /// The memory of a heap.
  ///
  /// Never shared while it is written, for `makeUnique` copies it first: hence `@unchecked Sendable`.
  @usableFromInline
  final class Storage: @unchecked Sendable {
    @usableFromInline let capacity: Int
    @usableFromInline let nodes: UnsafeMutablePointer<Node>
    @usableFromInline let slots: UnsafeMutablePointer<Slot>

    init(capacity: Int) {
      precondition(capacity < Int(Int32.max), "a heap holds fewer than 2³¹ entries")
      self.capacity = capacity
      nodes = .allocate(capacity: capacity)
      slots = .allocate(capacity: capacity)
      slots.initialize(repeating: Slot(), count: capacity)
    }

    @usableFromInline
    func copy(capacity newCapacity: Int?) -> Storage {
      let copy = Storage(capacity: newCapacity ?? capacity)
      copy.nodes.update(from: nodes, count: capacity)
      copy.slots.update(from: slots, count: capacity)
      return copy
    }

    deinit {
      nodes.deallocate()
      slots.deallocate()
    }
  }
}
