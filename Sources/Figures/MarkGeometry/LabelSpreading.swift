/// Labels along a line, moved apart just so much that none covers another.
///
///     let ends = LabelSpreading(wanted: [10, 11, 40], sizes: [8, 8, 8], within: 0...60)
///     ends.places   // [6.5, 14.5, 40]
///
/// Keeps the order of the wanted places and makes the sum of squared moves least: taking off the
/// room of all labels before each leaves an isotonic regression, which pooling adjacent violators
/// solves exactly (Ayer et al. 1955, doi:10.1214/aoms/1177728423), and holding its result between
/// the bounds keeps it the best.
public struct LabelSpreading: Equatable, Sendable {
  /// The centres, in the order of the labels; nil for a label that wants no finite place.
  public let places: [Double?]
  /// Whether all fit; when not, they are squeezed evenly and cover each other.
  public let fits: Bool

  /// Spreads labels of some sizes along the line, *gap* apart.
  public init(
    wanted: [Double], sizes: [Double], gap: Double = 0,
    within bounds: ClosedRange<Double> = -.infinity ... .infinity
  ) {
    precondition(wanted.count == sizes.count, "Each label has a place and a size.")
    let order = wanted.indices.filter { wanted[$0].isFinite && sizes[$0].isFinite }
      .sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    let spread = Self.inOrder(
      order.map { wanted[$0] }, sizes: order.map { sizes[$0] }, gap: gap, within: bounds)
    var places = [Double?](repeating: nil, count: wanted.count)
    for (rank, index) in order.enumerated() { places[index] = spread.places[rank] }
    (self.places, fits) = (places, spread.fits)
  }

  /// The nearest places without overlap, in the order given, even where the wanted places are not.
  static func inOrder(
    _ wanted: [Double], sizes: [Double], gap: Double, within bounds: ClosedRange<Double>
  ) -> (places: [Double], fits: Bool) {
    let room = sizes.reduce(0, +) + gap * Double(Swift.max(0, sizes.count - 1))
    let space = bounds.upperBound - bounds.lowerBound
    let fits = room <= space * (1 + 1e-12)
    let squeeze = fits ? 1 : space / room
    var before: [Double] = []
    var sum = 0.0
    for size in sizes {
      before.append(squeeze * (sum + size / 2))
      sum += size + gap
    }
    let free = isotonic(zip(wanted, before).map { $0 - $1 })
    let last = Swift.max(bounds.lowerBound, bounds.upperBound - squeeze * room)
    let places = zip(free, before).map {
      Swift.min(Swift.max($0, bounds.lowerBound), last) + $1
    }
    return (places, fits)
  }

  /// The non-decreasing values nearest to some values, in least squares.
  static func isotonic(_ values: [Double]) -> [Double] {
    var pools: [(mean: Double, count: Double)] = []
    for value in values {
      var pool = (mean: value, count: 1.0)
      while let previous = pools.last, previous.mean >= pool.mean {
        let count = previous.count + pool.count
        pool = (previous.mean + (pool.mean - previous.mean) * (pool.count / count), count)
        pools.removeLast()
      }
      pools.append(pool)
    }
    return pools.flatMap { [Double](repeating: $0.mean, count: Int($0.count)) }
  }
}
