internal import Randomness

/// The reference directions and who serves them.
struct Niches: Sendable {
  /// The directions as vectors of length 1, one after another.
  private let units: [Double]
  private let width: Int
  private let count: Int

  init(_ directions: ReferenceDirections) {
    width = directions.directions[0].count
    count = directions.directions.count
    units = directions.directions.flatMap { direction in
      let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return direction.map { $0 / length }
    }
  }

  /// Chooses members of a front so that the directions are served as evenly as possible.
  ///
  /// Time and again, of the directions with the fewest designs one is drawn, and gets the nearest of its
  /// candidates.
  func choose(
    _ wanted: Int, from front: [Int], beside kept: [Int], _ table: ObjectiveTable,
    _ frame: NicheFrame, _ stream: inout RandomStream
  ) -> [Int] {
    var load = [Int](repeating: 0, count: count)
    for row in kept { load[nearest(to: frame.scaled(table, row)).direction] += 1 }
    var candidates = [[(row: Int, distance: Double)]](repeating: [], count: count)
    for row in front {
      let (direction, distance) = nearest(to: frame.scaled(table, row))
      candidates[direction].append((row, distance))
    }
    for direction in candidates.indices {
      // The nearest last, where it is taken from; of equally near ones the first.
      candidates[direction].sort { ($0.distance, $0.row) > ($1.distance, $1.row) }
    }
    var open = candidates.indices.filter { !candidates[$0].isEmpty }
    var chosen: [Int] = []
    while chosen.count < wanted {
      let least = open.reduce(Int.max) { min($0, load[$1]) }
      let poorest = open.filter { load[$0] == least }
      let direction = poorest[stream.next(below: poorest.count)]
      if let candidate = candidates[direction].popLast() { chosen.append(candidate.row) }
      load[direction] += 1
      if candidates[direction].isEmpty { open.removeAll { $0 == direction } }
    }
    return chosen
  }

  /// Returns the direction whose line a point is nearest to, and the square of the distance.
  private func nearest(to point: [Double]) -> (direction: Int, distance: Double) {
    let square = point.reduce(0) { $0 + $1 * $1 }
    var (best, longest) = (0, -Double.infinity)
    units.withUnsafeBufferPointer { units in
      point.withUnsafeBufferPointer { point in
        for direction in 0..<count {
          var along = 0.0
          for column in 0..<width { along += units[direction * width + column] * point[column] }
          if along > longest { (best, longest) = (direction, along) }
        }
      }
    }
    return (best, max(square - longest * longest, 0))
  }
}
