/// The designs that no other design beats: at least as good in every objective and better in one.
///
///     ParetoFront(of: [[1, 4], [2, 2], [3, 3]]).members   // [[1, 4], [2, 2]]
///
/// Everything is minimised. Equal designs do not dominate each other, so all of them are members.
///
/// - Complexity: O(*n* log *n*) for two and three objectives, from four on O(*m* *n*² / 64).
public struct ParetoFront: Equatable, Sendable {
  /// The members by index, ascending.
  public let indices: [Int]
  /// What the members reached.
  public let table: ObjectiveTable

  /// What the members reached, as rows.
  public var members: [[Double]] { (0..<table.count).map { table[$0] } }

  /// Finds the front among the rows of a table.
  public init(of table: ObjectiveTable) {
    let order = LexicographicOrder(table)
    let isMember =
      switch table.objectives {
      case 0: [Bool](repeating: true, count: order.designs.count)
      case 1: order.designs.indices.map { $0 == 0 }
      case 2: Self.planeFront(table, order)
      case 3: Self.spaceFront(table, order)
      default: DominanceBits(table, order).nonDominated()
      }
    indices = (0..<table.count).filter { isMember[Int(order.group[$0])] }
    self.table = table.rows(indices)
  }

  /// Finds the front among rows of equal length.
  public init(of rows: [[Double]]) {
    self = ParetoFront(of: ObjectiveTable(rows))
  }

  /// Finds the front by constraint domination, as ``ParetoRanks/init(of:violations:)`` does.
  public init(of table: ObjectiveTable, violations: [Double]) {
    let least = violations.min() ?? 0
    guard least == 0 else {
      indices = violations.indices.filter { violations[$0] == least }
      self.table = table.rows(indices)
      return
    }
    let feasible = violations.indices.filter { violations[$0] == 0 }
    let inner = ParetoFront(of: table.rows(feasible))
    indices = inner.indices.map { feasible[$0] }
    self.table = inner.table
  }

  private static func planeFront(_ table: ObjectiveTable, _ order: LexicographicOrder) -> [Bool] {
    var best = Double.infinity
    return order.designs.enumerated().map { number, design in
      let second = table.values[Int(design) * 2 + 1]
      guard number == 0 || second < best else { return false }
      best = second
      return true
    }
  }

  /// Three objectives: the staircase of the last two of all that came before.
  private static func spaceFront(_ table: ObjectiveTable, _ order: LexicographicOrder) -> [Bool] {
    let (bySecond, second) = order.places(by: 1, in: table)
    let (_, third) = order.places(by: 2, in: table)
    var stairs = PositionSet(count: order.designs.count)
    return order.designs.indices.map { position in
      let place = Int(second[position])
      let own = third[position]
      if let before = stairs.last(before: place), third[Int(bySecond[before])] < own {
        return false
      }
      while let after = stairs.first(from: place), third[Int(bySecond[after])] > own {
        stairs.remove(after)
      }
      stairs.insert(place)
      return true
    }
  }
}
