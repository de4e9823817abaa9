import Peers
import Randomness
import Statistics
import Testing

@Suite("A design")
struct DesignTests {
  static let key = RandomKey(seed: 3)

  // MARK: - Latin hypercube

  @Test("of Latin hypercube sees every cell of every factor once", arguments: [1, 7, 1000])
  func cells(count: Int) {
    let points = LatinHypercube(points: count, dimensions: 5, key: Self.key).points
    #expect(points.count == count)
    for dimension in 0..<5 {
      let cells = points.map { Int($0[dimension] * Double(count)) }
      #expect(cells.sorted() == Array(0..<count))
    }
  }

  @Test("of Latin hypercube knows the mean of a sum far better than random points")
  func sums() {
    let means = (0..<200).map { number in
      let points = LatinHypercube(points: 50, dimensions: 4, key: Self.key.key(number)).points
      return RunningMoments(points.map { $0.reduce(0, +) }).mean
    }
    // Within its cell a value has 1/50² of the variance: so has the mean.
    let random = 4.0 / 12 / 50
    #expect(RunningMoments(means).variance < 2 * random / 2500)
    #expect((RunningMoments(means).mean - 2).magnitude < 1e-3)
  }

  @Test("of Latin hypercube gains distance with more tries, and keeps its cells")
  func maximin() throws {
    let designs = [1, 5, 50].map {
      LatinHypercube(points: 20, dimensions: 2, key: Self.key, tries: $0).points
    }
    let distances = designs.map(Self.leastDistance)
    #expect(distances[0] < distances[1])
    #expect(distances[1] < distances[2])
    #expect(Set(designs[2].map { Int($0[1] * 20) }).count == 20)
  }

  static func leastDistance(_ points: DesignPoints) -> Double {
    var least = Double.infinity
    for first in points.indices {
      for second in 0..<first {
        let (across, up) = (
          points[first, 0] - points[second, 0], points[first, 1] - points[second, 1]
        )
        least = min(least, across * across + up * up)
      }
    }
    return least
  }

  // MARK: - Trajectories

  @Test("of Morris moves every factor once in a trajectory, by half the range")
  func trajectories() {
    let design = MorrisTrajectories(factors: 6, trajectories: 30, levels: 8, key: Self.key)
    #expect(design.points.count == 30 * 7)
    var orders: Set<[Int]> = []
    for trajectory in 0..<30 {
      var moved: [Int] = []
      for step in 1...6 {
        let (before, after) = (
          design.points[trajectory * 7 + step - 1], design.points[trajectory * 7 + step]
        )
        for factor in 0..<6 where before[factor] != after[factor] {
          #expect((after[factor] - before[factor]).magnitude == 0.5)
          moved.append(factor)
        }
      }
      #expect(moved.sorted() == Array(0..<6))
      orders.insert(moved)
    }
    #expect(orders.count > 20)
    let levels = Set(design.points.coordinates)
    #expect(levels.sorted() == (0..<8).map { (Double($0) + 0.5) / 8 })
  }

  // MARK: - Saltelli's sample

  @Test(
    "of Saltelli changes one coordinate of A, and of B, to the other's", arguments: [false, true])
  func saltelli(secondOrder: Bool) {
    let pairs = SobolSequence(dimensions: 6, scrambledBy: Self.key).points(4)
    let design = SaltelliSample(pairs: pairs, secondOrder: secondOrder)
    #expect(design.points.count == 4 * design.groupSize)
    for (number, pair) in pairs.enumerated() {
      let group = (0..<design.groupSize).map { design.points[number * design.groupSize + $0] }
      let (first, second) = (Array(pair[..<3]), Array(pair[3...]))
      #expect(group.first == first)
      #expect(group.last == second)
      for factor in 0..<3 {
        var mixed = first
        mixed[factor] = second[factor]
        #expect(group[1 + factor] == mixed)
        guard secondOrder else { continue }
        mixed = second
        mixed[factor] = first[factor]
        #expect(group[4 + factor] == mixed)
      }
    }
  }

  @Test("of Saltelli with more base points begins with the smaller one")
  func growing() {
    let small = SaltelliSample(factors: 3, basePoints: 8, key: Self.key).points.coordinates
    let large = SaltelliSample(factors: 3, basePoints: 64, key: Self.key).points.coordinates
    #expect(Array(large.prefix(small.count)) == small)
  }

  // MARK: - One at a time

  @Test("of one at a time lists the base, then low and high of each factor")
  func oneAtATime() {
    let design = OneAtATime(factors: 2, base: [0.5, 0.25], low: 0.125, high: 0.875)
    #expect(
      Array(design.points) == [
        [0.5, 0.25], [0.125, 0.25], [0.875, 0.25], [0.5, 0.125], [0.5, 0.875],
      ])
  }

  // MARK: - All

  @Test("is the same for the same key and differs for another")
  func repeats() {
    func coordinates(_ seed: UInt64) -> [[Double]] {
      let key = RandomKey(seed: seed)
      return [
        LatinHypercube(points: 9, dimensions: 3, key: key, tries: 3).points,
        MorrisTrajectories(factors: 3, trajectories: 4, key: key).points,
        SaltelliSample(factors: 3, basePoints: 4, key: key).points,
      ].map(\.coordinates)
    }
    #expect(coordinates(1) == coordinates(1))
    for (first, second) in zip(coordinates(1), coordinates(2)) { #expect(first != second) }
  }

  @Test("refuses coordinates outside of 0..<1", arguments: [-0.1, 1])
  func outside(coordinate: Double) async {
    await #expect(processExitsWith: .failure) { [coordinate] in
      _ = DesignPoints(dimensions: 1, coordinates: [coordinate])
    }
  }
}
