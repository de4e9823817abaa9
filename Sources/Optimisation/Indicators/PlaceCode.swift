/// The places of a point by up to eight objectives, fifteen bits each, in two words.
///
/// The sixteenth bit of each lane takes the borrow of a subtraction, so one subtraction compares four
/// objectives at once: what eight comparisons with eight guesses of the branch predictor would say.
struct PlaceCode: Equatable {
  private static var guards: UInt64 { 0x8000_8000_8000_8000 }

  /// The highest place that fits.
  static var limit: Int { 0x7fff }

  private var low: UInt64
  private var high: UInt64

  /// The best place by every objective.
  init() { self.init(low: 0, high: 0) }

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The place by one objective.
  subscript(lane: Int) -> Int {
    get { Int((lane < 4 ? low : high) >> UInt64((lane & 3) * 16) & 0x7fff) }
    set {
      let shift = UInt64((lane & 3) * 16)
      if lane < 4 {
        low = low & ~(0x7fff << shift) | UInt64(newValue) << shift
      } else {
        high = high & ~(0x7fff << shift) | UInt64(newValue) << shift
      }
    }
  }

  /// Whether no place is behind that of another point.
  @inline(__always)
  func isNoWorse(than other: PlaceCode) -> Bool {
    let guards = Self.guards
    return ((other.low | guards) &- low) & ((other.high | guards) &- high) & guards == guards
  }

  /// Returns the worse of the two places by each objective.
  @inline(__always)
  func worst(with other: PlaceCode) -> PlaceCode {
    PlaceCode(low: Self.largest(low, other.low), high: Self.largest(high, other.high))
  }

  @inline(__always)
  private static func largest(_ one: UInt64, _ other: UInt64) -> UInt64 {
    // A guard bit stays where the lane of one is at least that of the other, and fills its lane.
    let isAtLeast = ((one | guards) &- other) & guards
    let lanes = isAtLeast &- (isAtLeast >> 15)
    return one & lanes | other & ~lanes
  }
}
