import Optimisation
import Peers

/// Points to try, the same in every run.
enum Samples {
  /// Points evenly spread over the unit cube.
  static func cube(_ count: Int, _ objectives: Int, seed: UInt64) -> [[Double]] {
    var random = FixedRandom(seed: seed)
    return (0..<count).map { _ in
      (0..<objectives).map { _ in Double.random(in: 0..<1, using: &random) }
    }
  }

  /// Points with few values, so that ties and duplicates abound.
  static func lattice(_ count: Int, _ objectives: Int, values: Int, seed: UInt64) -> [[Double]] {
    var random = FixedRandom(seed: seed)
    return (0..<count).map { _ in
      (0..<objectives).map { _ in Double(random.below(values)) / Double(values) }
    }
  }

  /// Points on the sphere, none of which dominates another.
  static func sphere(_ count: Int, _ objectives: Int, seed: UInt64) -> [[Double]] {
    cube(count, objectives, seed: seed).map { point in
      let length = point.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return point.map { $0 / length }
    }
  }

  /// Ranks by the definition, slowly: peel off what nothing left dominates.
  static func peeledRanks(_ points: [[Double]]) -> [Int] {
    var ranks = [Int](repeating: -1, count: points.count)
    var rank = 0
    while ranks.contains(-1) {
      let left = ranks.indices.filter { ranks[$0] == -1 }
      for index in left where !left.contains(where: { dominates(points[$0], points[index]) }) {
        ranks[index] = rank
      }
      rank += 1
    }
    return ranks
  }

  static func dominates(_ one: [Double], _ other: [Double]) -> Bool {
    one != other && zip(one, other).allSatisfy { $0 <= $1 }
  }
}
