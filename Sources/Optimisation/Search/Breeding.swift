internal import Randomness

/// Makes proposals: the first generation, then children, and never a point twice.
struct Breeding: Sendable {
  let space: DecisionSpace
  let variation: Variation
  let key: RandomKey
  /// How many points a discrete space has, where they can be counted.
  private let gridCount: Int?
  private(set) var seen = SeenPoints()

  init(_ space: DecisionSpace, _ variation: Variation, seed: UInt64) {
    self.space = space
    self.variation = variation
    key = RandomKey(seed: seed).key("search")
    gridCount = space.gridCount
  }

  /// Returns the first generation: given points, then a Latin hypercube, which has a point in each of
  /// *count* slices of every decision.
  mutating func firstPoints(_ count: Int, given: [Point]) -> [Point] {
    var points: [Point] = []
    for point in given where points.count < count { add(space.repaired(point), to: &points) }
    let rows = count - points.count
    guard rows > 0 else { return points }
    let columns = space.ranges.indices.map { place in
      var stream = key.key("first").stream(place)
      var slices = Array(0..<rows)
      for row in slices.indices.dropFirst() { slices.swapAt(row, stream.next(below: row + 1)) }
      return slices.map { slice in
        space.ranges[place].value(at: (Double(slice) + stream.nextUnit()) / Double(rows))
      }
    }
    for row in 0..<rows { add(space.repaired(columns.map { $0[row] }), to: &points) }
    fill(&points, to: count, generation: 0)
    return points
  }

  /// Returns children of pairs of parents; pair *i* of a generation draws from a stream of its own.
  mutating func children(
    _ count: Int, generation: Int, parents: (inout RandomStream) -> (Point, Point)
  ) -> [Point] {
    var points: [Point] = []
    points.reserveCapacity(count)
    let pairs = key.key("pairs")
    var pair = 0
    // In a small discrete space children are mostly known already; then it is time for other means.
    while points.count < count, pair < 5 * count {
      var stream = pairs.stream(pair, generation)
      let (first, second) = parents(&stream)
      var (one, other) = variation.children(of: first, and: second, in: space.ranges, from: &stream)
      space.repair(&one)
      space.repair(&other)
      add(one, to: &points)
      if points.count < count { add(other, to: &points) }
      pair += 1
    }
    fill(&points, to: count, generation: generation)
    return points
  }

  private mutating func add(_ point: Point, to points: inout [Point]) {
    if seen.insert(point) { points.append(point) }
  }

  /// Adds random points, and where those are known, the next unknown ones of the grid.
  private mutating func fill(_ points: inout [Point], to count: Int, generation: Int) {
    let random = key.key("random")
    var attempt = 0
    while points.count < count {
      if let gridCount, seen.points.count >= gridCount { return }
      var stream = random.stream(attempt, generation)
      var point = space.repaired(space.ranges.map { $0.value(at: stream.nextUnit()) })
      attempt += 1
      if attempt > 5 * count, space.isDiscrete {
        // Goes round the grid at most once, since something unknown is left.
        var steps = 0
        while seen.contains(point), steps <= gridCount ?? .max {
          point = space.successor(of: point) ?? space.ranges.map(\.lower)
          steps += 1
        }
      }
      add(point, to: &points)
    }
  }
}
