/// A set of whole numbers below a limit that finds its neighbours of any number at once.
///
/// A tree of words with sixty-four branches: each bit of a word says whether the word below it holds
/// anything. For up to 262 144 numbers a neighbour is at most five words away, whatever the order of
/// arrival; a balanced tree would follow pointers and an array would move.
struct PositionSet {
  /// The levels one after another, the widest first.
  private var words: ContiguousArray<UInt64>
  /// Where each level begins.
  private let starts: ContiguousArray<Int>

  init(count: Int) {
    var starts: ContiguousArray<Int> = []
    var (total, width) = (0, count)
    repeat {
      width = max((width + 63) / 64, 1)
      starts.append(total)
      total += width
    } while width > 1
    self.starts = starts
    words = ContiguousArray(repeating: 0, count: total)
  }

  mutating func insert(_ number: Int) {
    var number = number
    for start in starts {
      let word = start + number >> 6
      let before = words[word]
      words[word] = before | 1 << UInt64(number & 63)
      guard before == 0 else { return }
      number >>= 6
    }
  }

  mutating func remove(_ number: Int) {
    var number = number
    for start in starts {
      let word = start + number >> 6
      words[word] &= ~(1 << UInt64(number & 63))
      guard words[word] == 0 else { return }
      number >>= 6
    }
  }

  /// Returns the largest member below a number.
  func last(before number: Int) -> Int? {
    var number = number
    for level in starts.indices {
      let below = words[starts[level] + number >> 6] & ((1 << UInt64(number & 63)) &- 1)
      if below != 0 { return descendLast(from: level, number & ~63 | lastBit(below)) }
      number >>= 6
    }
    return nil
  }

  /// Returns the smallest member that is at least a number.
  func first(from number: Int) -> Int? {
    guard number >> 6 < (starts.count > 1 ? starts[1] : words.count) else { return nil }
    let here = words[number >> 6] >> UInt64(number & 63)
    if here != 0 { return number + here.trailingZeroBitCount }
    var number = number >> 6
    for level in starts.indices.dropFirst() {
      let word = words[starts[level] + number >> 6]
      let above = number & 63 == 63 ? 0 : word & (~0 << UInt64(number & 63 + 1))
      if above != 0 { return descendFirst(from: level, number & ~63 | above.trailingZeroBitCount) }
      number >>= 6
    }
    return nil
  }

  private func lastBit(_ word: UInt64) -> Int { 63 - word.leadingZeroBitCount }

  private func descendLast(from level: Int, _ number: Int) -> Int {
    var number = number
    for level in (0..<level).reversed() {
      number = number << 6 | lastBit(words[starts[level] + number])
    }
    return number
  }

  private func descendFirst(from level: Int, _ number: Int) -> Int {
    var number = number
    for level in (0..<level).reversed() {
      number = number << 6 | words[starts[level] + number].trailingZeroBitCount
    }
    return number
  }
}
