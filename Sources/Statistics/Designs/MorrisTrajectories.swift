public import Randomness

/// Walks through the unit cube that move one factor at a time: a cheap look at which ones matter.
///
///     let design = MorrisTrajectories(factors: 8, trajectories: 20, key: key)
///     let effects = MorrisEffects(design.points.map(model), of: design, key: key)
///
/// Every trajectory starts at a random point of a grid of *p* levels and moves each factor once, in
/// random order, by half the range (Morris 1991, doi:10.1080/00401706.1991.10484804). The levels
/// are the middles of *p* equal cells, not the ends of the range, for a factor's quantile at 0 or 1
/// may be infinite.
public struct MorrisTrajectories: Equatable, Sendable {
  /// How many factors move.
  public let factors: Int
  /// How many trajectories there are.
  public let count: Int
  /// The points: trajectory after trajectory, each of *factors* + 1 points.
  public let points: DesignPoints

  /// How far a factor moves: half the range.
  public static let step = 0.5

  /// Draws trajectories; number *t* reads stream *t* of the key, so that more of them never change
  /// the earlier ones.
  public init(factors: Int, trajectories: Int, levels: Int = 4, key: RandomKey) {
    precondition(factors > 0 && trajectories > 0, "a design needs factors and trajectories")
    precondition(
      levels > 0 && levels.isMultiple(of: 2), "half the range must be a level: take an even number")
    self.factors = factors
    count = trajectories
    let coordinates = (0..<trajectories).flatMap { number in
      var stream = key.stream(number)
      return Self.walk(factors, levels, &stream)
    }
    points = DesignPoints(dimensions: factors, coordinates: coordinates)
  }

  private static func walk(
    _ factors: Int, _ levels: Int, _ stream: inout RandomStream
  ) -> [Double] {
    var point = (0..<factors).map { _ in
      (Double(stream.next(below: levels)) + 0.5) / Double(levels)
    }
    var walk = point
    for factor in stream.permutation(of: factors) {
      point[factor] += point[factor] < 0.5 ? step : -step
      walk += point
    }
    return walk
  }
}
