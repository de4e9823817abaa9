/// The points that were proposed already, each once.
struct SeenPoints: Sendable {
  private(set) var points: ContiguousArray<Point> = []
  /// Places in `points`, plus one, at the slot that a point's fingerprint asks for, or behind it.
  private var slots = ContiguousArray<Int32>(repeating: 0, count: 64)

  /// Adds a point and returns whether it is new.
  mutating func insert(_ point: Point) -> Bool {
    if 2 * points.count >= slots.count { grow() }
    let slot = slot(of: point)
    guard slots[slot] == 0 else { return false }
    points.append(point)
    slots[slot] = Int32(points.count)
    return true
  }

  func contains(_ point: Point) -> Bool { slots[slot(of: point)] != 0 }

  /// Returns where a point stands, or the empty slot where it would.
  private func slot(of point: Point) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.fingerprint(of: point)) & mask
    while slots[slot] != 0, points[Int(slots[slot]) - 1] != point { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: 0, count: 4 * slots.count)
    for (place, point) in points.enumerated() { slots[slot(of: point)] = Int32(place + 1) }
  }

  private static func fingerprint(of point: Point) -> UInt64 {
    var mixed: UInt64 = 0x9e37_79b9_7f4a_7c15
    for value in point {
      // Both zeros are equal and must meet.
      mixed = (mixed ^ (value + 0).bitPattern) &* 0xff51_afd7_ed55_8ccd
      mixed ^= mixed >> 32
    }
    return mixed
  }
}
