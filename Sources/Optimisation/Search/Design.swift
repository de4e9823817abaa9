/// What an evaluation of a point found out.
public struct Outcome: Hashable, Sendable {
  /// What it reached, smaller is better.
  public let objectives: [Double]
  /// By how much it breaks the constraints in total; 0 where it keeps all of them.
  public let violation: Double

  /// Reports objectives, and by how much each constraint is broken: positive parts are added up.
  public init(_ objectives: [Double], constraints: [Double] = []) {
    precondition(!objectives.contains { $0.isNaN }, "an objective is a number, not NaN")
    self.objectives = objectives
    violation = constraints.reduce(0) { $0 + max($1, 0) }
    precondition(!violation.isNaN, "a constraint is a number, not NaN")
  }
}

/// A point that has been evaluated.
public struct Design: Hashable, Sendable {
  /// What was chosen.
  public let point: Point
  /// What came of it.
  public let outcome: Outcome

  /// Joins a point and its outcome.
  public init(_ point: Point, _ outcome: Outcome) {
    self.point = point
    self.outcome = outcome
  }

  /// What it reached, smaller is better.
  public var objectives: [Double] { outcome.objectives }

  /// By how much it breaks the constraints.
  public var violation: Double { outcome.violation }
}
