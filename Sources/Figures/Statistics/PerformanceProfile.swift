/// What share of all runs scores more than a threshold, for every threshold.
///
///     let profile = PerformanceProfile([[0.2, 0.8], [0.6, 0.9]], thresholds: [0, 0.5, 0.85])
///     profile.shares   // [1, 0.75, 0.25]
///
/// Scores are by task and run; every task weighs the same. Where one profile lies above another at all
/// thresholds, its method is better whatever one wishes for (R. Agarwal et al. 2021, arXiv:2108.13264).
public struct PerformanceProfile: Equatable, Sendable {
  /// The thresholds, as given.
  public let thresholds: [Double]
  /// The share of runs that score more than each threshold; NaN without scores.
  public let shares: [Double]

  /// Counts the scores above thresholds; scores that are not finite are left out.
  public init(_ tasks: [[Double]], thresholds: [Double]) {
    let tasks = tasks.map { $0.filter(\.isFinite).sorted() }.filter { !$0.isEmpty }
    self.thresholds = thresholds
    shares = thresholds.map { threshold in
      let sum = tasks.reduce(0.0) { sum, scores in
        sum + Double(scores.count - scores.count(notAbove: threshold)) / Double(scores.count)
      }
      return tasks.isEmpty ? .nan : sum / Double(tasks.count)
    }
  }
}

/// How likely a run of one method scores more than a run of another.
public enum ProbabilityOfImprovement {
  /// Returns the share of pairs in which the first scores more, ties counted half; nil without pairs.
  ///
  ///     ProbabilityOfImprovement.of([3, 5], over: [1, 3])   // 0.875
  ///
  /// The statistic of Mann and Whitney (doi:10.1214/aoms/1177730491) over the number of pairs.
  ///
  /// - Complexity: O(*n* log *n*).
  public static func of(_ first: [Double], over second: [Double]) -> Double? {
    let (first, second) = (first.filter(\.isFinite), second.filter(\.isFinite).sorted())
    guard !first.isEmpty, !second.isEmpty else { return nil }
    let halves = first.reduce(0) { $0 + second.count(below: $1) + second.count(notAbove: $1) }
    return Double(halves) / 2 / (Double(first.count) * Double(second.count))
  }

  /// Returns the mean over tasks, each with the runs of both methods; nil without pairs.
  public static func of(tasks first: [[Double]], over second: [[Double]]) -> Double? {
    let shares = zip(first, second).compactMap { of($0, over: $1) }
    return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
  }
}

extension [Double] {
  /// How many of the values, which ascend, are below another.
  fileprivate func count(below value: Double) -> Int { count(while: { $0 < value }) }

  /// How many of the values, which ascend, are not above another.
  fileprivate func count(notAbove value: Double) -> Int { count(while: { $0 <= value }) }

  private func count(while belongs: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
