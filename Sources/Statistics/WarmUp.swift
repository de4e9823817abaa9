/// The beginning of a simulated series, while it still remembers that it started empty.
public enum WarmUp {
  /// Where to cut a series, and whether to believe it.
  public struct Truncation: Equatable, Sendable {
    /// How many observations to drop from the front; a multiple of the batch size.
    public let cut: Int
    /// Whether less than half the series is dropped; if not, the run is too short to tell.
    public let isReliable: Bool
  }

  /// Returns where to cut a series so that its mean is known best.
  ///
  ///     let truncation = WarmUp.truncation(of: queueLengths)
  ///     let steady = Array(queueLengths.dropFirst(truncation.cut))
  ///
  /// The rule MSER-5: of all cuts take the one with the smallest squared standard error of what is
  /// left, on means of five (White 1997, doi:10.1177/003754979706900601; Franklin and White 2008). The
  /// last five means are never cut into, for a few values may be alike by chance. A series of
  /// fewer than ten batches is left whole and called unreliable. All values must be finite.
  ///
  /// - Complexity: O(*n*).
  public static func truncation(of series: [Double], batchSize: Int = 5) -> Truncation {
    precondition(batchSize > 0, "a batch holds at least one observation")
    series.requireFinite()
    let means = series[...].means(ofEach: batchSize)
    guard means.count >= 2 * fewestKept else { return Truncation(cut: 0, isReliable: false) }

    // From the back, one batch more at a time: each cut costs one update.
    var kept = RunningMoments()
    var best = (error: Double.infinity, cut: 0)
    for cut in means.indices.reversed() {
      kept.add(means[cut])
      guard kept.count >= fewestKept else { continue }
      let count = Double(kept.count)
      let error = kept.squares / (count * count)
      if error <= best.error { best = (error, cut) }
    }
    let dropped = best.cut * batchSize
    return Truncation(cut: dropped, isReliable: 2 * dropped < series.count)
  }

  private static let fewestKept = 5
}
