import Randomness
import Statistics

/// How stranding rises with traffic on one road.
struct StrandingCurve: Sendable {
  /// The road, as a value of the factor that tells roads apart.
  let size: Double
  /// The levels, ascending.
  let cells: [StrandingCell]
  /// The rising curve through the rates, with an interval for each level.
  let band: [Interval]
  /// The traffic at which the target is reached.
  let critical: Interval
  /// The share of resamples in which it lies among the levels.
  let shareWithin: Double
  /// The traffic beyond which stranding grows much faster.
  let knee: Interval?

  init(_ size: Double, _ cells: [StrandingCell], target: Double, key: RandomKey) {
    (self.size, self.cells) = (size, cells)
    let table = ReplicateTable(cells.map(\.shares), at: cells.map(\.level))
    band = IsotonicRegression.band(table, key: key.key("band"))
    let critical = CriticalLevel(table, target: target, key: key.key("critical"))
    (self.critical, shareWithin) = (critical.level, critical.shareWithin)
    knee = Knee.interval(table, bending: .upwards, key: key.key("knee"))
  }

  /// The neighbouring levels between which the target is reached; nil where it is reached beyond all of them.
  static func gap(
    _ cells: [StrandingCell], target: Double
  ) -> (low: Double, high: Double)? {
    let curve = IsotonicRegression(
      cells.map { RunningMoments($0.shares).mean }, at: cells.map(\.level))
    guard let right = curve.values.firstIndex(where: { $0 >= target }), right > 0 else {
      return nil
    }
    return (cells[right - 1].level, cells[right].level)
  }
}
