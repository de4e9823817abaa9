/// The probability of a rare event, from how many paths crossed each level before it.
///
///     let estimate = SplittingEstimate([[20, 10, 5], [30, 20, 10]], effort: 100)
///     estimate.probability.mean   // 0.0035, the mean of 0.2 × 0.1 × 0.05 and 0.3 × 0.2 × 0.1
///
/// Each repetition gives an unbiased estimate of its own, and they are independent: the interval is
/// Student's, over the repetitions, and never goes below 0.
public struct SplittingEstimate: Equatable, Sendable {
  /// The probability, with its interval.
  public let probability: Interval
  /// The standard error as a share of the probability; infinite where no repetition got to the
  /// event.
  public let relativeError: Double
  /// For each level the share of the paths from the level before that crossed it.
  public let levelShares: [Double]
  /// The estimates of the repetitions.
  public let repetitions: [Double]

  /// Estimates from the crossings of at least two repetitions: for each, how many of *effort* paths
  /// crossed each level.
  public init(_ crossings: [[Int]], effort: Int, confidence: Double = 0.95) {
    precondition(effort > 0, "splitting needs at least one path per level")
    precondition(
      crossings.allSatisfy { $0.count == crossings[0].count && !$0.isEmpty },
      "every repetition has as many levels, at least one")
    precondition(
      crossings.joined().allSatisfy { (0...effort).contains($0) },
      "no more paths cross a level than there are")
    let effort = Double(effort)
    repetitions = crossings.map { $0.reduce(1) { $0 * (Double($1) / effort) } }
    let moments = RunningMoments(repetitions)
    guard let interval = Interval.studentT(moments, confidence: confidence) else {
      preconditionFailure("an interval needs at least two repetitions")
    }
    probability = Interval(
      mean: interval.mean, low: max(0, interval.low), high: interval.high)
    relativeError = moments.mean > 0 ? moments.standardError / moments.mean : .infinity

    // A repetition that died out earlier started no paths at the later levels.
    levelShares = crossings[0].indices.map { level in
      let started = crossings.filter { level == 0 || $0[level - 1] > 0 }
      let crossed = started.reduce(0) { $0 + $1[level] }
      return started.isEmpty ? 0 : Double(crossed) / (effort * Double(started.count))
    }
  }
}
