/// The places of a point by up to eight objectives, in two words.
struct PlaceCode: PlaceLanes {
  /// The highest place that fits.
  static var limit: Int { 0x7fff }

  /// The places by the first four objectives.
  private(set) var low = PlaceWord()
  private var high = PlaceWord()

  /// The best place by every objective.
  init() {}

  @inline(__always)
  subscript(lane: Int) -> Int {
    get { lane < 4 ? low[lane] : high[lane - 4] }
    set {
      if lane < 4 { low[lane] = newValue } else { high[lane - 4] = newValue }
    }
  }

  @inline(__always)
  func isNoWorse(than other: PlaceCode) -> Bool {
    low.isNoWorse(than: other.low) && high.isNoWorse(than: other.high)
  }

  @inline(__always)
  func worst(with other: PlaceCode) -> PlaceCode {
    var worst = PlaceCode()
    (worst.low, worst.high) = (low.worst(with: other.low), high.worst(with: other.high))
    return worst
  }
}
