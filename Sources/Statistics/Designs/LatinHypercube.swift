public import Randomness

/// Points of which every factor sees each of *n* equal cells exactly once.
///
///     LatinHypercube(points: 10, dimensions: 3, key: key).points
///
/// However many factors turn out not to matter, the others are still covered evenly (McKay, Beckman
/// and Conover 1979, doi:10.2307/1268522). With several tries, the one whose closest two points lie
/// farthest apart is kept (maximin; Johnson, Moore and Ylvisaker 1990,
/// doi:10.1016/0378-3758(90)90122-B).
public struct LatinHypercube: Equatable, Sendable {
  /// The points.
  public let points: DesignPoints

  /// Draws a design.
  ///
  /// Try number *t* reads stream (*t*, *j*) of the key for factor *j*, so more tries never change
  /// the earlier ones.
  ///
  /// - Complexity: O(*n* × *dimensions*), with several tries O(*tries* × *n*² × *dimensions*).
  public init(points count: Int, dimensions: Int, key: RandomKey, tries: Int = 1) {
    precondition(count > 0 && dimensions > 0, "a design needs points and dimensions")
    precondition(tries > 0, "a design needs at least one try")
    var best = Self.drawn(count, dimensions, key, number: 0)
    var widest = tries > 1 ? best.leastSquaredDistance : 0
    for number in 1..<tries {
      let candidate = Self.drawn(count, dimensions, key, number: number)
      let distance = candidate.leastSquaredDistance
      if distance > widest { (best, widest) = (candidate, distance) }
    }
    points = best
  }

  private static func drawn(
    _ count: Int, _ dimensions: Int, _ key: RandomKey, number: Int
  ) -> DesignPoints {
    var coordinates = [Double](repeating: 0, count: count * dimensions)
    for dimension in 0..<dimensions {
      var stream = key.stream(number, dimension)
      let cells = stream.permutation(of: count)
      for (point, cell) in cells.enumerated() {
        let place = (Double(cell) + stream.nextUnit()) / Double(count)
        // The sum may round up to the next cell.
        let end = (Double(cell + 1) / Double(count)).nextDown
        coordinates[point * dimensions + dimension] = min(place, end)
      }
    }
    return DesignPoints(dimensions: dimensions, coordinates: coordinates)
  }
}

extension DesignPoints {
  /// The square of the distance between the two closest points; infinite with fewer than two.
  package var leastSquaredDistance: Double {
    var least = Double.infinity
    for first in indices {
      for second in 0..<first {
        var sum = 0.0
        for dimension in 0..<dimensions {
          let gap = self[first, dimension] - self[second, dimension]
          sum += gap * gap
        }
        least = Swift.min(least, sum)
      }
    }
    return least
  }
}

extension RandomStream {
  /// Returns the numbers from 0 in random order, each order equally likely (Fisher and Yates).
  mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, next(below: last + 1))
    }
    return order
  }
}
