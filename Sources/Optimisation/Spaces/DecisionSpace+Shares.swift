extension DecisionSpace {
  /// Returns the point at a share of each decision's way from lowest to highest, repaired.
  ///
  /// Where a decision has steps, each of its values stands for an equal part of the way; so points that are
  /// spread evenly over the unit cube stay so.
  ///
  ///     let space = try DecisionSpace([Decision("chargers", .integer(2...5))])
  ///     space.point(at: [0.3])   // [3]
  public func point(at shares: some Collection<Double>) -> Point {
    precondition(shares.count == count, "a point needs a share for every decision")
    return repaired(zip(ranges, shares).map { $0.value(at: min(max($1, 0), 1)) })
  }
}
