import Synchronization

/// A font file on disk, read when it is first needed and kept as long as anyone uses it.
///
/// Many threads share one; the bytes never move, so that font libraries may look at them in place.
final class FontFile: Sendable {
  let path: String
  private let contents = Mutex<FixedBytes?>(nil)
  private let covered = Mutex<[ClosedRange<UInt32>]?>(nil)

  init(path: String) { self.path = path }

  /// The bytes of the file.
  func bytes() throws(DrawingFailure) -> FixedBytes {
    let path = path
    let bytes = contents.withLock { known -> FixedBytes? in
      if known == nil { known = FileBytes.read(path).map(FixedBytes.init) }
      return known
    }
    guard let bytes else { throw .unreadable(path: path) }
    return bytes
  }

  /// Whether the font has a glyph for a character.
  func covers(_ scalar: Unicode.Scalar) -> Bool {
    let ranges = covered.withLock { known -> [ClosedRange<UInt32>] in
      if let known { return known }
      let ranges = FontTables(path: path)?.coverage ?? []
      known = ranges
      return ranges
    }
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(scalar.value)
  }
}
