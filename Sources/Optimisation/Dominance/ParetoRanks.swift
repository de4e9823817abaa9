/// In which front each design stands: rank 0 are the non-dominated, rank 1 those that only rank 0
/// dominates, and so on.
///
///     ParetoRanks(of: [[1, 4], [2, 2], [3, 3]]).ranks   // [0, 0, 1]
///
/// Everything is minimised. Equal designs have equal ranks, and a design never stands in a lower rank
/// than one that dominates it.
///
/// - Complexity: O(*n* log *n*) for two objectives, O(*n* log² *n*) for three, from four on
///   O(*m* *n*² / 64); `Why-Ranks-and-Hypervolume` has the reasons.
public struct ParetoRanks: Equatable, Sendable {
  /// The rank of each design.
  public let ranks: [Int]

  /// Ranks the rows of a table.
  public init(of table: ObjectiveTable) {
    let order = LexicographicOrder(table)
    let ranks: ContiguousArray<Int32> =
      switch table.objectives {
      case 0: ContiguousArray(repeating: 0, count: order.designs.count)
      case 1: ContiguousArray(0..<Int32(order.designs.count))
      case 2: Self.planeRanks(table, order)
      case 3: RankDivision.ranks(table, order)
      default: DominanceBits(table, order).ranks()
      }
    self.ranks = order.group.map { Int(ranks[Int($0)]) }
  }

  /// Ranks rows of equal length.
  public init(of rows: [[Double]]) {
    self = ParetoRanks(of: ObjectiveTable(rows))
  }

  /// Ranks designs by constraint domination: what breaks the constraints less is better, and among
  /// those that keep them the objectives decide.
  ///
  /// Deb's rules (doi:10.1109/4235.996017): a design that keeps all constraints (violation 0) beats one
  /// that does not; of two that do not, the smaller total violation wins, whatever the objectives.
  public init(of table: ObjectiveTable, violations: [Double]) {
    precondition(
      violations.count == table.count && violations.allSatisfy { $0 >= 0 },
      "every design has a total violation, which is 0 or more")
    let feasible = violations.indices.filter { violations[$0] == 0 }
    guard feasible.count < table.count else {
      self = ParetoRanks(of: table)
      return
    }
    var ranks = [Int](repeating: 0, count: table.count)
    var next = 0
    if !feasible.isEmpty {
      let inner = ParetoRanks(of: table.rows(feasible)).ranks
      for (index, rank) in zip(feasible, inner) { ranks[index] = rank }
      next = (inner.max() ?? -1) + 1
    }
    let broken = violations.indices.filter { violations[$0] > 0 }.sorted {
      (violations[$0], $0) < (violations[$1], $1)
    }
    for (place, index) in broken.enumerated() {
      if place > 0, violations[index] > violations[broken[place - 1]] { next += 1 }
      ranks[index] = next
    }
    self.ranks = ranks
  }

  /// The designs of each rank by index, the non-dominated first.
  public var fronts: [[Int]] {
    var fronts = [[Int]](repeating: [], count: (ranks.max() ?? -1) + 1)
    for (index, rank) in ranks.enumerated() { fronts[rank].append(index) }
    return fronts
  }

  /// Two objectives: each front is known by the second objective of its latest member, and these grow
  /// from front to front, so a design finds its own by bisection.
  private static func planeRanks(
    _ table: ObjectiveTable, _ order: LexicographicOrder
  ) -> ContiguousArray<Int32> {
    var latest: ContiguousArray<Double> = []
    var ranks = ContiguousArray<Int32>()
    ranks.reserveCapacity(order.designs.count)
    table.values.withUnsafeBufferPointer { values in
      for design in order.designs {
        let second = values[Int(design) * 2 + 1]
        var (low, high) = (0, latest.count)
        while low < high {
          let middle = (low + high) / 2
          if latest[middle] <= second { low = middle + 1 } else { high = middle }
        }
        if low == latest.count { latest.append(second) } else { latest[low] = second }
        ranks.append(Int32(low))
      }
    }
    return ranks
  }
}
