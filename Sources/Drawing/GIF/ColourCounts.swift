/// How often each colour occurs; open addressing, so that no order but the colours' own matters.
struct ColourCounts {
  /// Colours are 0xRRGGBB; a slot without one holds this.
  private static let none = UInt32.max

  private var colours = [UInt32](repeating: none, count: 4096)
  private var counts = [Int](repeating: 0, count: 4096)
  private(set) var count = 0

  /// Counts a colour some more times.
  mutating func add(_ colour: UInt32, times: Int) {
    if 2 * count >= colours.count { grow() }
    let slot = slot(of: colour)
    if colours[slot] == Self.none {
      colours[slot] = colour
      count += 1
    }
    counts[slot] += times
  }

  /// The place of a colour in the table.
  func slot(of colour: UInt32) -> Int {
    let mask = colours.count - 1
    var slot = Int((colour &* 0x9E37_79B1) >> 8) & mask
    while colours[slot] != colour, colours[slot] != Self.none { slot = (slot + 1) & mask }
    return slot
  }

  /// How many places the table has.
  var slots: Int { colours.count }

  /// All colours, the most frequent first; of equals, the darker number first.
  var ranking: [(colour: UInt32, count: Int)] {
    colours.indices.filter { colours[$0] != Self.none }
      .map { (colours[$0], counts[$0]) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  private mutating func grow() {
    let (oldColours, oldCounts) = (colours, counts)
    colours = [UInt32](repeating: Self.none, count: 2 * oldColours.count)
    counts = [Int](repeating: 0, count: 2 * oldColours.count)
    for (colour, count) in zip(oldColours, oldCounts) where colour != Self.none {
      let slot = slot(of: colour)
      (colours[slot], counts[slot]) = (colour, count)
    }
  }
}
