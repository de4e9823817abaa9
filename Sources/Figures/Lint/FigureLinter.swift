/// Reads a page as a careful reviewer would: for collisions, type too small, colours too alike.
///
///     let faults = FigureLinter().findings(in: scene).filter { $0.severity == .fault }
///
/// It looks at the scene alone, as it will be drawn, and at light paper. The same scene always gives the
/// same findings in the same order.
public struct FigureLinter: Equatable, Sendable {
  /// What is looked at.
  public var rules: [LintRule]

  /// Makes a linter for some rules.
  public init(rules: [LintRule] = LintRule.allCases) { self.rules = rules }

  /// What breaks the rules, rule by rule and then in the order of drawing.
  public func findings(in scene: Scene) -> [LintFinding] {
    let linted = LintedScene(scene)
    return rules.flatMap { $0.findings(in: linted) }
  }
}

extension Scene {
  /// Everything on the page that a reader or a journal would complain about.
  public func lint() -> [LintFinding] { FigureLinter().findings(in: self) }
}
