/// Something on a page that a reader or a journal would complain about.
///
///     scene.lint().map(\.sentence)   // ["The legend lies over the line \"grid\"; move it or …"]
public struct LintFinding: Codable, Equatable, Sendable {
  /// Which rule is broken.
  public var rule: LintRule
  /// How bad it is.
  public var severity: Severity
  /// What is wrong, where, and what to do about it.
  public var sentence: String
  /// The items of the scene that it is about, counted from 0.
  public var items: [Int]
  /// Where on the page it is; nil for what concerns the whole page.
  public var box: Rectangle?

  /// How bad something is.
  public enum Severity: String, CaseIterable, Codable, Sendable {
    /// The figure must not be published so.
    case fault
    /// The figure would be better otherwise.
    case advice
  }

  /// Describes something.
  public init(
    _ rule: LintRule, _ sentence: String, severity: Severity = .fault, items: [Int] = [],
    box: Rectangle? = nil
  ) {
    (self.rule, self.severity, self.sentence) = (rule, severity, sentence)
    (self.items, self.box) = (items, box)
  }
}
