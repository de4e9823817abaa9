public import Optimisation
internal import Randomness
internal import Statistics

/// Which designs of a space a study looks at.
public enum StudyDesign: Equatable, Sendable {
  /// Every combination of all values.
  case grid
  /// These and no others, with one value for each factor.
  case list([[Double]])
  /// So many points, spread so that each factor takes each of as many equal parts of its range once.
  case latinHypercube(points: Int)
  /// The first points of a sequence that fills the space evenly.
  case sobolSequence(points: Int)
  /// Ways through the space on which one factor changes at a time.
  case morris(trajectories: Int, levels: Int)

  /// The most designs that a grid may have.
  public static let mostPoints = 1_000_000

  /// How many designs of a space there are; nil where a grid has no end.
  public func count(of space: DecisionSpace) -> Int? {
    switch self {
    case .grid: space.gridCount
    case .list(let points): points.count
    case .latinHypercube(let points), .sobolSequence(let points): points
    case .morris(let trajectories, _): trajectories * (space.count + 1)
    }
  }

  /// Returns the designs of a space, each with one value for each factor.
  ///
  /// What a bound excludes is no part of a grid, and is drawn to the bound elsewhere; so elsewhere a design may
  /// come twice.
  ///
  /// - Parameters:
  ///   - space: What may be chosen.
  ///   - seed: Where chance comes from.
  /// - Returns: The designs, in an order that does not change.
  public func designs(of space: DecisionSpace, seed: Int) -> [Point] {
    let key = RandomKey(seed: UInt64(seed)).key("designs")
    switch self {
    case .grid: return Array(space.grid)
    case .list(let points): return points.map(space.repaired)
    case .latinHypercube(let points):
      return LatinHypercube(points: points, dimensions: space.count, key: key, tries: 10)
        .points.map(space.point(at:))
    case .sobolSequence(let points):
      return SobolSequence(dimensions: space.count, scrambledBy: key).points(points)
        .map(space.point(at:))
    case .morris(let trajectories, let levels):
      return MorrisTrajectories(
        factors: space.count, trajectories: trajectories, levels: levels, key: key
      ).points.map(space.point(at:))
    }
  }
}
