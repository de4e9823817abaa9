/// The order of numbers by size, without moving what they belong to.
enum SortedOrder {
  /// Returns the indices 0 ..< *count* from the smallest value to the largest; ties by index.
  ///
  /// Long lists are sorted digit by digit, eleven bits at a time: six passes over the memory in place
  /// of seventeen rounds of comparisons that nobody can predict. Digits that all values share are
  /// skipped.
  @inline(__always)
  static func ascending(
    _ count: Int, by value: (Int) -> Double
  ) -> ContiguousArray<Int32> {
    precondition(count <= Int32.max, "more designs than an index of 32 bits can tell apart")
    var items = ContiguousArray<Item>(unsafeUninitializedCapacity: count) { buffer, filled in
      for index in 0..<count {
        (buffer.baseAddress.unsafelyUnwrapped + index).initialize(
          to: Item(key: key(of: value(index)), index: Int32(truncatingIfNeeded: index)))
      }
      filled = count
    }
    if count > 600 { sortByDigits(&items) } else { sortByComparison(&items) }
    return ContiguousArray(unsafeUninitializedCapacity: count) { buffer, filled in
      for place in 0..<count {
        (buffer.baseAddress.unsafelyUnwrapped + place).initialize(to: items[place].index)
      }
      filled = count
    }
  }

  private struct Item {
    var key: UInt64
    var index: Int32
  }

  /// A whole number that sorts as the number does; both zeros are one.
  @inline(__always)
  private static func key(of value: Double) -> UInt64 {
    let bits = (value + 0).bitPattern
    return bits ^ (UInt64(bitPattern: Int64(bitPattern: bits) >> 63) | 1 << 63)
  }

  @inline(never)
  private static func sortByComparison(_ items: inout ContiguousArray<Item>) {
    items.withUnsafeMutableBufferPointer { items in
      guard items.count > 120 else {
        for end in items.indices.dropFirst() {
          let item = items[end]
          var place = end
          while place > 0, items[place - 1].key > item.key {
            items[place] = items[place - 1]
            place -= 1
          }
          items[place] = item
        }
        return
      }
      items.sort { $0.key != $1.key ? $0.key < $1.key : $0.index < $1.index }
    }
  }

  @inline(never)
  private static func sortByDigits(_ items: inout ContiguousArray<Item>) {
    let (digits, width) = (6, 11)
    let values = 1 << width
    var counts = ContiguousArray<Int32>(repeating: 0, count: digits * values)
    var spare = items
    items.withUnsafeMutableBufferPointer { items in
      spare.withUnsafeMutableBufferPointer { spare in
        counts.withUnsafeMutableBufferPointer { counts in
          for item in items {
            var key = item.key
            for digit in 0..<digits {
              counts[digit &* values &+ Int(key & UInt64(values - 1))] &+= 1
              key >>= UInt64(width)
            }
          }
          var (from, to) = (items, spare)
          for digit in 0..<digits {
            let shift = UInt64(digit * width)
            let starts = UnsafeMutableBufferPointer(
              rebasing: counts[digit * values..<(digit + 1) * values])
            if let first = from.first,
              starts[Int(first.key >> shift & UInt64(values - 1))] == Int32(from.count)
            {
              continue
            }
            var total: Int32 = 0
            for value in starts.indices {
              (starts[value], total) = (total, total + starts[value])
            }
            for item in from {
              let value = Int(item.key >> shift & UInt64(values - 1))
              to[Int(starts[value])] = item
              starts[value] &+= 1
            }
            swap(&from, &to)
          }
          if from.baseAddress != items.baseAddress { _ = items.update(from: from) }
        }
      }
    }
  }
}
