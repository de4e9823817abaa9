import Peers
import EventSimulation
import Testing

@Suite("An indexed heap")
struct IndexedHeapTests {
  /// The same as a heap, as a plain array in order of the keys; equal keys keep apart by number.
  private struct Model {
    struct Entry: Equatable {
      let key: UInt64
      let value: Int
      let ticket: Ticket
    }

    var entries: [Entry] = []
    var gone: [Ticket] = []

    mutating func insert(_ value: Int, key: UInt64, ticket: Ticket) {
      let place = entries.firstIndex { $0.key > key } ?? entries.count
      entries.insert(Entry(key: key, value: value, ticket: ticket), at: place)
    }

    mutating func remove(at place: Int) -> Entry {
      let entry = entries.remove(at: place)
      gone.append(entry.ticket)
      if gone.count > 300 { gone.removeFirst(150) }
      return entry
    }
  }

  /// A heap beside its model; every operation is done to both and compared.
  private struct Pair {
    var heap: IndexedHeap<UInt64, Int>
    var model = Model()

    func agrees() -> Bool {
      heap.count == model.entries.count && heap.isEmpty == model.entries.isEmpty
        && heap.minimumKey == model.entries.first?.key
    }

    mutating func insert(_ value: Int, key: UInt64) -> Bool {
      let ticket = heap.insert(value, key: key)
      model.insert(value, key: key, ticket: ticket)
      return heap.holds(ticket) && agrees()
    }

    mutating func removeMinimum() -> Bool {
      guard let found = heap.removeMinimum() else { return model.entries.isEmpty && agrees() }
      // Among equal keys any may come first, but it must be one that is there.
      let place = model.entries.firstIndex { $0.key == found.key && $0.value == found.value }
      guard let place, found.key == model.entries[0].key else { return false }
      let entry = model.remove(at: place)
      return !heap.holds(entry.ticket) && heap.remove(entry.ticket) == nil && agrees()
    }

    mutating func remove(_ place: Int) -> Bool {
      let entry = model.remove(at: place)
      guard heap.holds(entry.ticket), heap.remove(entry.ticket) == entry.value else { return false }
      return !heap.holds(entry.ticket) && heap.remove(entry.ticket) == nil && agrees()
    }

    mutating func removeGone(_ choice: Int) -> Bool {
      guard !model.gone.isEmpty else { return true }
      let ticket = model.gone[choice % model.gone.count]
      return !heap.holds(ticket) && heap.remove(ticket) == nil && agrees()
    }

    /// Takes all out of copies and compares the whole content.
    func holdsTheSame() -> Bool {
      var copy = self
      guard copy.model.entries.allSatisfy({ copy.heap.holds($0.ticket) }) else { return false }
      while !copy.model.entries.isEmpty { guard copy.removeMinimum() else { return false } }
      return copy.heap.removeMinimum() == nil && agrees()
    }
  }

  @Test(
    "does what a sorted array does, with copies going their own ways",
    arguments: [(1, 8), (2, 60), (3, 1_000), (4, 1 << 40)])
  func model(seed: Int, distinctKeys: Int) {
    var random = FixedRandom(seed: UInt64(seed))
    var pairs = [Pair(heap: IndexedHeap(reservingCapacity: 4))]
    for step in 0..<100_000 {
      let which = random.below(pairs.count)
      // In half of the phases the heap grows, in the others it shrinks to nothing.
      let insertions = step / 2_000 % 2 == 0 ? 55 : 25
      let choice = random.below(100)
      let isRight: Bool
      switch choice {
      case ..<insertions: isRight = pairs[which].insert(step, key: key())
      case ..<85: isRight = pairs[which].removeMinimum()
      case ..<92 where !pairs[which].model.entries.isEmpty:
        isRight = pairs[which].remove(random.below(pairs[which].model.entries.count))
      case ..<98: isRight = pairs[which].removeGone(random.below(1_000))
      default:
        // A copy, now and then in place of an older one.
        if pairs.count < 4 {
          pairs.append(pairs[which])
        } else {
          pairs[random.below(4)] = pairs[which]
        }
        isRight = true
      }
      guard isRight else {
        Issue.record("step \(step) of seed \(seed) went wrong")
        return
      }
      if step % 500 == 0, !pairs.allSatisfy({ $0.holdsTheSame() }) {
        Issue.record("the content differs after step \(step) of seed \(seed)")
        return
      }
    }
    func key() -> UInt64 { UInt64(random.below(distinctKeys)) }
  }

  private enum Change: CaseIterable {
    case insert, removeMinimum, removeMinimumAndInsert, removeFirst, removeMiddle, removeLast
  }

  private static let changes = Change.allCases

  /// What a heap of the keys 0, 10, 20, … is like after one change.
  private func changed(
    _ heap: inout IndexedHeap<Int, Int>, _ tickets: [Ticket], _ change: Change
  ) {
    switch change {
    case .insert: _ = heap.insert(-1, key: 15)
    case .removeMinimum: _ = heap.removeMinimum()
    case .removeMinimumAndInsert:
      _ = heap.removeMinimum()
      _ = heap.insert(-1, key: 15)
    case .removeFirst: heap.remove(tickets[1])
    case .removeMiddle: heap.remove(tickets[tickets.count / 2])
    case .removeLast: heap.remove(tickets[tickets.count - 1])
    }
  }

  private func keys(_ heap: IndexedHeap<Int, Int>) -> [Int] {
    var copy = heap
    var keys: [Int] = []
    while let (key, _) = copy.removeMinimum() { keys.append(key) }
    return keys
  }

  @Test(
    "leaves its copies alone, whatever is done to either", arguments: [false, true], 1...9)
  func copies(hasHole: Bool, size: Int) {
    for first in Self.changes {
      for second in Self.changes {
        for changesCopyFirst in [false, true] {
          var fresh: IndexedHeap<Int, Int> { IndexedHeap(reservingCapacity: 4) }
          func filled() -> (IndexedHeap<Int, Int>, [Ticket]) {
            var heap = fresh
            if hasHole { _ = heap.insert(-2, key: -10) }
            let tickets = (0...size).map { heap.insert($0, key: $0 * 10) }
            if hasHole { _ = heap.removeMinimum() }
            return (heap, tickets)
          }
          // The truth: two heaps that never had anything to do with each other.
          var (lonely, lonelyTickets) = filled()
          changed(&lonely, lonelyTickets, first)
          let expected = keys(lonely)
          (lonely, lonelyTickets) = filled()
          changed(&lonely, lonelyTickets, second)
          let expectedOfCopy = keys(lonely)

          var (heap, tickets) = filled()
          var copy = heap
          if changesCopyFirst {
            changed(&copy, tickets, second)
            changed(&heap, tickets, first)
          } else {
            changed(&heap, tickets, first)
            changed(&copy, tickets, second)
          }
          #expect(keys(heap) == expected, "\(first) beside \(second)")
          #expect(keys(copy) == expectedOfCopy, "\(second) beside \(first)")
        }
      }
    }
  }

  @Test("takes no ticket of a copy that went its own way for one of its own")
  func foreignTickets() {
    var heap = IndexedHeap<Int, Int>()
    let ticket = heap.insert(1, key: 1)
    _ = heap.insert(2, key: 2)
    heap.remove(ticket)
    var copy = heap
    let ofCopy = copy.insert(3, key: 3)
    #expect(!heap.holds(ofCopy))
    #expect(heap.remove(ofCopy) == nil)
    #expect(heap.count == 1)
    #expect(copy.remove(ofCopy) == 3)
  }

  @Test("has nothing under the ticket of no entry")
  func none() {
    var heap = IndexedHeap<Int, Int>()
    #expect(!heap.holds(.none))
    _ = heap.insert(1, key: 1)
    #expect(heap.remove(.none) == nil)
    #expect(heap.count == 1)
  }

  @Test("sorts a million keys")
  func sorting() {
    var random = FixedRandom(seed: 9)
    let keys = (0..<1_000_000).map { _ in random.next() }
    var heap = IndexedHeap<UInt64, Int>()
    for (value, key) in keys.enumerated() { _ = heap.insert(value, key: key) }
    var taken: [UInt64] = []
    while let (key, value) = heap.removeMinimum() {
      guard keys[value] == key else {
        Issue.record("value \(value) came with the key \(key) of another")
        return
      }
      taken.append(key)
    }
    #expect(taken == keys.sorted())
  }
}
