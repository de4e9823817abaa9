/// Points of the unit cube at which to evaluate a model, one coordinate per factor.
///
///     let points = SobolSequence(dimensions: 2).points(4)
///     points[1]                     // [0.5, 0.5]
///     let outputs = points.map { model($0[0], $0[1]) }
///
/// Every coordinate lies in 0..<1, so that a factor's quantile function turns it into a value.
public struct DesignPoints: Equatable, Sendable {
  /// How many coordinates a point has.
  public let dimensions: Int
  /// All coordinates, point after point.
  public let coordinates: [Double]

  /// Makes points from their coordinates, which are listed point after point.
  public init(dimensions: Int, coordinates: [Double]) {
    precondition(dimensions > 0, "a point needs at least one coordinate")
    precondition(
      coordinates.count.isMultiple(of: dimensions), "every point needs all its coordinates")
    precondition(
      coordinates.allSatisfy { $0 >= 0 && $0 < 1 }, "a coordinate of a design lies in 0..<1")
    self.dimensions = dimensions
    self.coordinates = coordinates
  }

  /// Returns one coordinate of one point.
  public subscript(point: Int, dimension: Int) -> Double {
    precondition(dimension >= 0 && dimension < dimensions, "the design has no such dimension")
    return coordinates[point * dimensions + dimension]
  }
}

extension DesignPoints: RandomAccessCollection {
  /// The number of the first point, 0.
  public var startIndex: Int { 0 }
  /// The number of points.
  public var endIndex: Int { coordinates.count / dimensions }

  /// Returns the coordinates of one point.
  public subscript(point: Int) -> [Double] {
    Array(coordinates[point * dimensions..<(point + 1) * dimensions])
  }
}
