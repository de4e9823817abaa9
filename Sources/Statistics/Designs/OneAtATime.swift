/// A base case, and for every factor the two cases in which it alone is low or high.
///
///     let design = OneAtATime(factors: 3)
///     let tornado = Tornado(design.points.map { [model($0)] })
public struct OneAtATime: Equatable, Sendable {
  /// The points: the base case, then low and high of the first factor, of the second and so on.
  public let points: DesignPoints

  /// Makes the cases around the middle of the cube, or around another base.
  ///
  /// From 0.1 to 0.9 a factor runs between the ends of the middle four fifths of its distribution.
  public init(factors: Int, base: [Double]? = nil, low: Double = 0.1, high: Double = 0.9) {
    precondition(factors > 0, "a design needs factors")
    precondition(low <= high, "the low case cannot lie above the high one")
    let centre = base ?? Array(repeating: 0.5, count: factors)
    precondition(centre.count == factors, "the base case needs a coordinate for every factor")
    var coordinates = centre
    for factor in 0..<factors {
      for place in [low, high] {
        coordinates += centre
        coordinates[coordinates.count - factors + factor] = place
      }
    }
    points = DesignPoints(dimensions: factors, coordinates: coordinates)
  }
}
