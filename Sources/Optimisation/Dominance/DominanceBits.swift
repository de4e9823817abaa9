/// Who dominates whom among designs of four objectives or more, as bits.
///
/// In lexicographic order the designs that are at least as good as a given one by one objective are a
/// prefix of the order by that objective. A prefix as a set of bits, and one `and` of all the prefixes:
/// sixty-four designs are compared with one in as many instructions as there are objectives.
/// Prefixes are kept for some places only; the few designs between are compared one by one.
struct DominanceBits {
  private let count: Int
  /// The words of a whole set.
  private let words: Int
  /// How many places lie between two kept prefixes.
  private let stride: Int
  /// For each objective but the first: the positions in ascending order of it.
  private var sorted: [ContiguousArray<Int32>] = []
  /// For each objective but the first: the place of each position.
  private var places: [ContiguousArray<Int32>] = []
  /// For each objective but the first: the prefixes, one after another.
  private var prefixes: [ContiguousArray<UInt64>] = []

  init(_ table: ObjectiveTable, _ order: LexicographicOrder) {
    count = order.designs.count
    words = (count + 63) / 64
    // Fewer designs between prefixes, as long as the prefixes fit into a cache.
    stride = count <= 2_000 ? 8 : (count <= 20_000 ? 32 : 512)
    for objective in 1..<table.objectives {
      let (sorted, places) = order.places(by: objective, in: table)
      var prefixes = ContiguousArray<UInt64>()
      prefixes.reserveCapacity((count / stride + 1) * words)
      var prefix = ContiguousArray<UInt64>(repeating: 0, count: words)
      for (place, position) in sorted.enumerated() {
        if place.isMultiple(of: stride) { prefixes.append(contentsOf: prefix) }
        prefix[Int(position) / 64] |= 1 << UInt64(position % 64)
      }
      self.sorted.append(sorted)
      self.places.append(places)
      self.prefixes.append(prefixes)
    }
  }

  /// Returns the rank of every position: one more than the highest rank among its dominators.
  func ranks() -> ContiguousArray<Int32> {
    var ranks = ContiguousArray<Int32>(repeating: 0, count: count)
    // The members of each front, as bits, so that "does this front dominate it?" is an `and` as well.
    var fronts: [ContiguousArray<UInt64>] = []
    forEachDominators { position, dominators in
      let used = position / 64 + 1
      func dominates(_ front: Int) -> Bool {
        fronts[front].withUnsafeBufferPointer { members in
          for word in 0..<used where dominators[word] & members[word] != 0 { return true }
          return false
        }
      }
      var (low, high) = (0, fronts.count)
      while low < high {
        let middle = (low + high) / 2
        if dominates(middle) { low = middle + 1 } else { high = middle }
      }
      if low == fronts.count { fronts.append(ContiguousArray(repeating: 0, count: words)) }
      fronts[low][position / 64] |= 1 << UInt64(position % 64)
      ranks[position] = Int32(low)
    }
    return ranks
  }

  /// Returns for every position whether nothing dominates it.
  func nonDominated() -> [Bool] {
    var answer = [Bool](repeating: true, count: count)
    forEachDominators { position, dominators in
      for word in 0...position / 64 where dominators[word] != 0 {
        answer[position] = false
        break
      }
    }
    return answer
  }

  /// Calls with each position in order and the set of those that dominate it.
  private func forEachDominators(_ body: (Int, UnsafePointer<UInt64>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: words + 1) { buffer in
      guard let dominators = buffer.baseAddress else { return }
      for position in 0..<count {
        let used = position / 64 + 1
        intersect(position, used, into: dominators)
        addBetween(position, to: dominators)
        body(position, dominators)
      }
    }
  }

  /// Intersects the kept prefixes that end at or before the position's own places.
  private func intersect(
    _ position: Int, _ used: Int, into dominators: UnsafeMutablePointer<UInt64>
  ) {
    for objective in places.indices {
      let start = Int(places[objective][position]) / stride * words
      prefixes[objective].withUnsafeBufferPointer { all in
        guard let prefix = all.baseAddress.map({ $0 + start }) else { return }
        if objective == 0 {
          dominators.update(from: prefix, count: used)
        } else {
          for word in 0..<used { dominators[word] &= prefix[word] }
        }
      }
    }
    // A prefix holds later positions too, which cannot dominate.
    dominators[used - 1] &= (1 << UInt64(position % 64)) &- 1
  }

  /// Compares with the designs between a kept prefix and the position's own place.
  private func addBetween(_ position: Int, to dominators: UnsafeMutablePointer<UInt64>) {
    for objective in places.indices {
      let end = Int(places[objective][position])
      for place in end / stride * stride..<end {
        let other = Int(sorted[objective][place])
        if other < position, isBetterEverywhere(other, than: position) {
          dominators[other / 64] |= 1 << UInt64(other % 64)
        }
      }
    }
  }

  private func isBetterEverywhere(_ other: Int, than position: Int) -> Bool {
    for objective in places.indices
    where places[objective][other] > places[objective][position] {
      return false
    }
    return true
  }
}
