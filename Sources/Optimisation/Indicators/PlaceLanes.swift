/// The places of a point by several objectives, packed so that one subtraction compares four of them.
protocol PlaceLanes: Equatable {
  /// The place by one objective.
  subscript(lane: Int) -> Int { get }

  /// Whether no place is behind that of another point.
  func isNoWorse(than other: Self) -> Bool

  /// Returns the worse of the two places by each objective.
  func worst(with other: Self) -> Self
}

/// The places of a point by four objectives, fifteen bits each, in one word.
///
/// The sixteenth bit of each lane takes the borrow of a subtraction, so one subtraction compares four
/// objectives at once: what four comparisons with four guesses of the branch predictor would say.
struct PlaceWord: PlaceLanes {
  private static var guards: UInt64 { 0x8000_8000_8000_8000 }

  private var bits: UInt64 = 0

  @inline(__always)
  subscript(lane: Int) -> Int {
    get { Int(bits >> UInt64(truncatingIfNeeded: lane &* 16) & 0x7fff) }
    set {
      let shift = UInt64(truncatingIfNeeded: lane &* 16)
      bits = bits & ~(0x7fff << shift) | UInt64(newValue) << shift
    }
  }

  @inline(__always)
  func isNoWorse(than other: PlaceWord) -> Bool {
    let guards = Self.guards
    return ((other.bits | guards) &- bits) & guards == guards
  }

  @inline(__always)
  func worst(with other: PlaceWord) -> PlaceWord {
    // A guard bit stays where the lane of this one is at least that of the other, and fills its lane.
    let isAtLeast = ((bits | Self.guards) &- other.bits) & Self.guards
    let lanes = isAtLeast &- (isAtLeast >> 15)
    var worst = PlaceWord()
    worst.bits = bits & lanes | other.bits & ~lanes
    return worst
  }
}
