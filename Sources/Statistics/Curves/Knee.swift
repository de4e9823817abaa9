public import Randomness

/// Where a curve bends most: the level beyond which things get worse, or better, much faster.
///
///     let knee = Knee([0, 0, 0.1, 1, 2], at: [30, 60, 90, 120, 150])
///     knee?.level   // 90
///
/// The level farthest from the chord between the first and the last point, both axes scaled to 1
/// (the idea of Kneedle; Satopää and others 2011, doi:10.1109/ICDCSW.2011.20). Smooth a noisy curve
/// first, with ``IsotonicRegression``.
public struct Knee: Equatable, Sendable {
  /// Which way a curve bends.
  public enum Bend: Equatable, Sendable {
    /// The curve turns upwards: it lies below the chord.
    case upwards
    /// The curve turns downwards: it lies above the chord.
    case downwards
  }

  /// The level at the knee, one of those given.
  public let level: Double
  /// How far the curve lies off the chord there, measured upright, as a share of its whole range.
  public let depth: Double
  /// Which way the curve bends there.
  public let bend: Bend

  /// Finds the knee of a curve through finite values at ascending levels.
  ///
  /// Fails where there is none: the curve is straight, or does not bend the way that was asked for,
  /// or has fewer than three points. With equal depths the lower level counts.
  public init?(_ values: [Double], at levels: [Double], bending bend: Bend? = nil) {
    levels.requireAscending()
    values.requireFinite()
    precondition(values.count == levels.count, "every level has a value")
    let lowest = values.reduce(.infinity, min)
    let range = values.reduce(-.infinity, max) - lowest
    guard range > 0, values.count >= 3 else { return nil }
    let (start, end) = (values[0], values[values.count - 1])
    let width = levels[levels.count - 1] - levels[0]

    var best: (level: Double, height: Double)?
    for (level, value) in zip(levels, values) {
      let chord = start + (end - start) * ((level - levels[0]) / width)
      let height = (value - chord) / range
      if bend == .upwards && height > 0 || bend == .downwards && height < 0 { continue }
      if height.magnitude > best?.height.magnitude ?? Self.straight { best = (level, height) }
    }
    guard let best else { return nil }
    level = best.level
    depth = best.height.magnitude
    self.bend = best.height < 0 ? .upwards : .downwards
  }

  /// A depth below which a curve counts as straight: a few rounding errors.
  private static let straight = 1e-12

  /// Returns the knee of the isotonic curve of mean rates with its bootstrap interval, or `nil`
  /// where there is none.
  ///
  /// Whole replicates are drawn anew, number *i* from stream *i* of the key. Resamples without a
  /// knee are left out.
  public static func interval(
    _ table: ReplicateTable, bending bend: Bend? = nil, resamples: Int = 2000,
    confidence: Double = 0.95, key: RandomKey
  ) -> Interval? {
    let tail = table.tail(of: confidence)
    func level(_ means: [Double]) -> Double? {
      Knee(IsotonicRegression(means, at: table.levels).values, at: table.levels, bending: bend)?
        .level
    }
    guard let estimate = level(table.means) else { return nil }
    let levels = (0..<resamples).compactMap { level(table.resampledMeans($0, key: key)) }.sorted()
    guard !levels.isEmpty else { return nil }
    let last = Double(levels.count - 1)
    return Interval(
      mean: estimate, low: levels[Int((tail * last).rounded(.down))],
      high: levels[Int(((1 - tail) * last).rounded(.up))])
  }
}
