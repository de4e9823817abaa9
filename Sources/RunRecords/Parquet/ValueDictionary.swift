/// The distinct values of a part of a column in the order in which they come, and which one each row has.
struct ValueDictionary<Value: Hashable> {
  /// The distinct values.
  private(set) var entries: [Value] = []
  /// The place of each value among them.
  private(set) var places: [UInt32] = []

  /// Takes values; nil when too many are distinct for it to be worth while.
  init?(_ values: [Value], hash: (Value) -> UInt64) {
    guard !values.isEmpty else { return nil }
    let most = min(values.count / 4, 16_384)
    // A table with twice as many slots as entries at least, whose size is a power of two.
    let bits = UInt64.bitWidth - UInt64(2 * most + 1).leadingZeroBitCount
    var slots = [UInt32](repeating: .max, count: 1 << bits)
    let mask = slots.count - 1
    places.reserveCapacity(values.count)
    for value in values {
      var slot = Int(truncatingIfNeeded: hash(value) >> UInt64(64 - bits))
      while slots[slot] != .max, entries[Int(slots[slot])] != value { slot = (slot + 1) & mask }
      if slots[slot] == .max {
        guard entries.count < most else { return nil }
        slots[slot] = UInt32(entries.count)
        entries.append(value)
      }
      places.append(slots[slot])
    }
  }
}

extension ValueDictionary<UInt64> {
  /// Takes the bits of numbers.
  init?(_ values: [UInt64]) {
    // Multiplying by the golden ratio spreads neighbours; the upper bits are the mixed ones.
    self.init(values) { ($0 ^ $0 >> 32) &* 0x9E37_79B9_7F4A_7C15 }
  }
}

extension ValueDictionary<ExactBytes> {
  /// Takes texts, which are told apart by their bytes.
  init?(_ values: [ExactBytes]) {
    self.init(values) { $0.hash }
  }
}

/// A text as its bytes: a letter with its accent is not the two apart.
struct ExactBytes: Hashable {
  let text: String

  static func == (a: Self, b: Self) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  /// Fowler, Noll and Vo's FNV-1a of 64 bits, the same in every process, mixed once more.
  var hash: UInt64 {
    let sum = text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return (sum ^ sum >> 32) &* 0x9E37_79B9_7F4A_7C15
  }
}
