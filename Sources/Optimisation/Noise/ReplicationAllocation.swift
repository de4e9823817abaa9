/// Which designs should be simulated again: those whose place on the front is least certain.
///
///     let next = ReplicationAllocation(of: replicates, budget: 40, seed: 7)
///     next.replicates   // [0, 12, 9, 0, …]: forty more in all
///
/// In draws of what the means might be, each design that joins or leaves the front gets a vote, and so
/// does the design that decides it: one is as unsure as the other. Votes per replicate already
/// spent share out the budget, because the same doubt falls the slower the more there are. In the
/// manner of MOCBA (Lee, Chew, Teng and Goldsman 2010, doi:10.1007/s10951-009-0114-y), with pairs under
/// common random numbers in place of independent normal ones.
public struct ReplicationAllocation: Sendable {
  /// How many more replicates each design should get.
  public let replicates: [Int]
  /// In which share of the draws each design's place, or that of one that it decides, changed.
  public let doubt: [Double]

  /// Shares out a round of replicates; nobody gets any when nothing is in doubt.
  ///
  /// Only *active* designs take part, such as those that a race left.
  public init(
    of replicates: PairedReplicates, active: [Int]? = nil, budget: Int, draws: Int = 200,
    seed: UInt64
  ) {
    precondition(budget >= 0, "a budget is not negative")
    let bootstrap = ReplicateBootstrap(replicates, seed: seed)
    let active = active ?? Array(0..<replicates.designs)
    let usual = FrontStatus(bootstrap.outcome(), active)
    var votes = [Double](repeating: 0, count: replicates.designs)
    bootstrap.forEachDraw(draws) { _, deviations in
      let drawn = FrontStatus(bootstrap.outcome(deviations), active)
      for place in active.indices where usual.isMember[place] != drawn.isMember[place] {
        // Whoever dominates it in the one case or the other.
        let judge = usual.isMember[place] ? drawn.judge(of: place) : usual.judge(of: place)
        let weight = judge.map { drawn.margin(of: $0, over: place).magnitude } ?? 1
        votes[active[place]] += weight
        if let judge { votes[active[judge]] += weight }
      }
    }
    doubt = votes.map { $0 / Double(draws) }
    let weights = votes.indices.map { votes[$0] / Double(replicates.count(of: $0)) }
    self.replicates = Self.shares(of: budget, weights)
  }

  /// Shares out whole numbers in proportion to weights; the largest remainders are rounded up.
  private static func shares(of budget: Int, _ weights: [Double]) -> [Int] {
    let total = weights.reduce(0, +)
    guard total > 0 else { return weights.map { _ in 0 } }
    let exact = weights.map { $0 / total * Double(budget) }
    var shares = exact.map { Int($0) }
    let order = exact.indices.sorted {
      let (left, right) = (exact[$0] - Double(shares[$0]), exact[$1] - Double(shares[$1]))
      return left != right ? left > right : $0 < $1
    }
    for index in order.prefix(budget - shares.reduce(0, +)) { shares[index] += 1 }
    return shares
  }
}

/// Who is on the front of one draw, and who keeps the others off it.
private struct FrontStatus {
  let isMember: [Bool]
  private let table: ObjectiveTable
  private let violations: [Double]

  init(_ outcome: (table: ObjectiveTable, violations: [Double]), _ active: [Int]) {
    table = outcome.table.rows(active)
    violations = active.map { outcome.violations[$0] }
    var isMember = [Bool](repeating: false, count: active.count)
    for place in ParetoFront(of: table, violations: violations).indices
    where violations[place] == 0 {
      isMember[place] = true
    }
    self.isMember = isMember
  }

  /// Returns the member that dominates a design by the widest margin in its closest objective.
  func judge(of place: Int) -> Int? {
    guard violations[place] == 0 else { return nil }
    var (judge, widest): (Int?, Double) = (nil, 0)
    for rival in isMember.indices where isMember[rival] && rival != place {
      let margin = margin(of: rival, over: place)
      if margin >= widest { (judge, widest) = (rival, margin) }
    }
    return judge
  }

  /// Returns by how much a rival is ahead of a design in its closest objective.
  func margin(of rival: Int, over place: Int) -> Double {
    let width = table.objectives
    var margin = Double.infinity
    for column in 0..<width {
      margin = min(
        margin, table.values[place * width + column] - table.values[rival * width + column])
    }
    return margin
  }
}
