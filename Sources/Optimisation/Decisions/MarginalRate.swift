/// What the next step along a front of two objectives costs for what it brings.
///
///     MarginalRate.along(ObjectiveTable([[100, 9], [160, 3], [400, 1]])).map(\.rate)   // [10, 120]
///
/// With costs first and stranded vehicles second: the first six avoided cost 10 each, the next two 120.
public struct MarginalRate: Hashable, Sendable {
  /// The member that the step leaves.
  public let from: Int
  /// The member that the step reaches, with more of the first objective and less of the second.
  public let to: Int
  /// How much more of the first objective there is.
  public let cost: Double
  /// How much less of the second objective there is.
  public let gain: Double

  /// How much of the first objective one unit of the second costs.
  public var rate: Double { cost / gain }

  /// Returns the steps from the least first objective to the greatest; designs off the front are left out.
  public static func along(_ table: ObjectiveTable) -> [MarginalRate] {
    precondition(table.count == 0 || table.objectives == 2, "a rate needs two objectives")
    let members = ParetoFront(of: table).indices.sorted {
      (table.values[2 * $0], $0) < (table.values[2 * $1], $1)
    }
    return zip(members, members.dropFirst()).compactMap { one, other in
      let cost = table.values[2 * other] - table.values[2 * one]
      guard cost > 0 else { return nil }
      let gain = table.values[2 * one + 1] - table.values[2 * other + 1]
      return MarginalRate(from: one, to: other, cost: cost, gain: gain)
    }
  }
}
