/// Small numbers as Parquet packs them: runs of equal ones, and groups of eight packed bit by bit.
///
/// Source: Apache Parquet, Encodings.md, "Run Length Encoding / Bit-Packing Hybrid".
enum HybridRuns {
  /// Writes numbers of so many bits each after what is there.
  static func append(_ numbers: [UInt32], width: Int, to bytes: inout [UInt8]) {
    numbers.withUnsafeBufferPointer { numbers in
      var packedStart = 0
      var place = 0
      while place < numbers.count {
        let run = runLength(numbers, at: place)
        let spare = (place - packedStart) % 8
        if run < 8 {
          place += run
        } else if spare > 0 {
          // A packed group must be full before a run of equal numbers can begin.
          place += min(run, 8 - spare)
        } else {
          appendPacked(numbers[packedStart..<place], width, to: &bytes)
          bytes.append(varint: UInt64(run) << 1)
          for shift in stride(from: 0, to: width, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: numbers[place] >> UInt32(shift)))
          }
          place += run
          packedStart = place
        }
      }
      appendPacked(numbers[packedStart...], width, to: &bytes)
    }
  }

  private static func runLength(_ numbers: UnsafeBufferPointer<UInt32>, at place: Int) -> Int {
    var end = place + 1
    while end < numbers.count, numbers[end] == numbers[place] { end += 1 }
    return end - place
  }

  /// Writes groups of eight; the last one is filled up with zeros, which a reader knows to leave out.
  private static func appendPacked(
    _ numbers: Slice<UnsafeBufferPointer<UInt32>>, _ width: Int, to bytes: inout [UInt8]
  ) {
    guard !numbers.isEmpty else { return }
    let groups = (numbers.count + 7) / 8
    bytes.append(varint: UInt64(groups) << 1 | 1)
    let end = bytes.count + groups * width
    var (bits, count) = (UInt64(0), 0)
    for number in numbers {
      bits |= UInt64(number) << UInt64(count)
      count += width
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        count -= 8
      }
    }
    if count > 0 { bytes.append(UInt8(truncatingIfNeeded: bits)) }
    bytes.append(contentsOf: repeatElement(0, count: end - bytes.count))
  }
}
