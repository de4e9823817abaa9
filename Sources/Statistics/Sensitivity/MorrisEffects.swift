import Numerics
public import Randomness

/// What moving one factor does to an output, on the average over the whole cube.
///
///     let design = MorrisTrajectories(factors: 8, trajectories: 20, key: key)
///     let effects = MorrisEffects(design.points.map(model), of: design, key: key)
///     effects[0].muStar   // large: the factor matters
///     effects[0].sigma    // large beside it: not in a straight line, or not alone
///
/// An effect is the change of the output divided by that of the factor, whose whole range is 1
/// (Morris 1991, doi:10.1080/00401706.1991.10484804; the mean of magnitudes from Campolongo,
/// Cariboni and Saltelli 2007, doi:10.1016/j.envsoft.2006.10.004). The letters are the papers'.
public struct MorrisEffects: Equatable, Sendable {
  /// The effects of one factor, summed up.
  public struct Effect: Equatable, Sendable {
    /// The mean effect; near 0 also where ups and downs cancel.
    public let mu: Double
    /// The mean magnitude of the effects, with its bootstrap interval over the trajectories.
    public let muStar: Interval
    /// The standard deviation of the effects: how much they depend on where the factors stand.
    public let sigma: Double
  }

  /// The effects of each factor.
  public let factors: [Effect]

  /// Returns the effects of one factor.
  public subscript(factor: Int) -> Effect { factors[factor] }

  /// Sums up the outputs at the points of a design of at least two trajectories.
  public init(
    _ outputs: [Double], of design: MorrisTrajectories, resamples: Int = 1000,
    confidence: Double = 0.95, key: RandomKey
  ) {
    precondition(outputs.count == design.points.count, "every point of the design has one output")
    outputs.requireFinite()
    factors = Self.effects(outputs, design).enumerated().map { factor, effects in
      let moments = RunningMoments(effects)
      let magnitudes = effects.map(\.magnitude)
      let interval = Interval.bootstrapPercentile(
        magnitudes, resamples: resamples, confidence: confidence, key: key.key(factor)
      ) { $0.compensatedSum() / Double($0.count) }
      guard let interval else { preconditionFailure("effects need at least two trajectories") }
      return Effect(mu: moments.mean, muStar: interval, sigma: moments.standardDeviation)
    }
  }

  /// Returns for each factor its effect in every trajectory.
  private static func effects(_ outputs: [Double], _ design: MorrisTrajectories) -> [[Double]] {
    var effects = [[Double]](repeating: [], count: design.factors)
    for point in design.points.indices.dropFirst()
    where !point.isMultiple(of: design.factors + 1) {
      for factor in 0..<design.factors {
        let step = design.points[point, factor] - design.points[point - 1, factor]
        if step != 0 { effects[factor].append((outputs[point] - outputs[point - 1]) / step) }
      }
    }
    return effects
  }
}
