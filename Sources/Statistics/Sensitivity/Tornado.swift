/// How far the output moves when one factor alone is low or high: the longest bar first.
///
///     let design = OneAtATime(factors: 3)
///     let tornado = Tornado(design.points.map { point in seeds.map { model(point, $0) } })
///     tornado.bars[0].factor   // the one that moves the output most
///
/// Every point is evaluated on the same seeds (common random numbers), so the luck of a seed
/// cancels in the differences.
public struct Tornado: Equatable, Sendable {
  /// What one factor does.
  public struct Bar: Equatable, Sendable {
    /// The factor's number.
    public let factor: Int
    /// The output with the factor low, less that of the base case.
    public let low: Double
    /// The output with the factor high, less that of the base case.
    public let high: Double
    /// The output with the factor high, less that with it low; `nil` with a single replicate.
    public let interval: Interval?

    /// How long the bar is: between the outermost of low, high and base case.
    public var reach: Double { max(low, high, 0) - min(low, high, 0) }
  }

  /// The mean output of the base case.
  public let base: Double
  /// The bars, longest first; of equal ones, the factor with the smaller number first.
  public let bars: [Bar]

  /// Compares the outputs at the points of a ``OneAtATime`` design: for each point the outputs of
  /// its replicates, number *r* of every point on the same seed.
  public init(_ replicates: [[Double]], confidence: Double = 0.95) {
    precondition(replicates.count % 2 == 1, "there is a base case, and two cases per factor")
    precondition(
      replicates.allSatisfy { $0.count == replicates[0].count && !$0.isEmpty },
      "every point has as many replicates, at least one")
    let means = replicates.map { RunningMoments($0).mean }
    base = means[0]
    bars = stride(from: 1, to: means.count, by: 2).map { low in
      let differences = zip(replicates[low + 1], replicates[low]).map { $0 - $1 }
      return Bar(
        factor: low / 2, low: means[low] - means[0], high: means[low + 1] - means[0],
        interval: Interval.studentT(differences, confidence: confidence))
    }.sorted { ($1.reach, $0.factor) < ($0.reach, $1.factor) }
  }
}
