/// One pair of axes and what is drawn between them.
public struct Panel: Codable, Equatable, Sendable {
  /// What stands above it; empty for nothing.
  public var title: RichText
  /// The axis from left to right.
  public var x: Axis
  /// The axis from bottom to top.
  public var y: Axis
  /// What is drawn, from the back to the front.
  public var marks: [Mark]
  /// Small panels within this one.
  public var insets: [Inset]
  /// The height as a share of the width; nil for the house's proportion.
  public var aspect: Double?

  /// Describes a panel; the title may have markup.
  public init(
    _ title: String = "", x: Axis, y: Axis, aspect: Double? = nil,
    @MarkBuilder marks: () -> [Mark] = { [] }
  ) {
    (self.title, self.x, self.y, self.aspect) = (RichText(authored: title), x, y, aspect)
    self.insets = []
    self.marks = marks()
  }

  /// The same panel with a small one in a corner.
  public func inset(_ panel: Panel, in corner: Inset.Corner? = nil) -> Panel {
    var copy = self
    copy.insets.append(Inset(panel, in: corner))
    return copy
  }

  /// The series drawn here, in the order of their first appearance.
  var seriesNames: [String] {
    var names: [String] = []
    for name in marks.flatMap(\.seriesNames) where !names.contains(name) { names.append(name) }
    return names
  }
}

/// A small panel within another.
public struct Inset: Codable, Equatable, Sendable {
  /// What is drawn; exactly one, in an array because a value cannot hold itself.
  private var panels: [Panel]
  /// Where; nil for the emptiest corner.
  public var corner: Corner?
  /// Its width and height as shares of those around it.
  public var share: Double

  /// A corner of a panel.
  public enum Corner: String, Codable, CaseIterable, Sendable {
    /// Above, at the right.
    case upperRight
    /// Above, at the left.
    case upperLeft
    /// Below, at the right.
    case lowerRight
    /// Below, at the left.
    case lowerLeft
  }

  /// Describes an inset.
  public init(_ panel: Panel, in corner: Corner? = nil, share: Double = 0.42) {
    (self.panels, self.corner, self.share) = ([panel], corner, share)
  }

  /// What is drawn; nil only in a file that was tampered with.
  public var panel: Panel? { panels.first }
}

/// Collects panels; loops and conditions are welcome.
@resultBuilder public enum PanelBuilder {
  /// Takes a panel.
  public static func buildExpression(_ panel: Panel) -> [Panel] { [panel] }
  /// Takes several panels.
  public static func buildExpression(_ panels: [Panel]) -> [Panel] { panels }
  /// Joins what was collected.
  public static func buildBlock(_ parts: [Panel]...) -> [Panel] { parts.flatMap { $0 } }
  /// Joins what a loop collected.
  public static func buildArray(_ parts: [[Panel]]) -> [Panel] { parts.flatMap { $0 } }
  /// Takes what a condition allows.
  public static func buildOptional(_ part: [Panel]?) -> [Panel] { part ?? [] }
  /// Takes the one branch.
  public static func buildEither(first part: [Panel]) -> [Panel] { part }
  /// Takes the other branch.
  public static func buildEither(second part: [Panel]) -> [Panel] { part }
}

/// Collects marks; loops and conditions are welcome.
@resultBuilder public enum MarkBuilder {
  /// Takes a mark.
  public static func buildExpression(_ mark: some MarkContent) -> [Mark] { mark.marks }
  /// Takes several marks.
  public static func buildExpression(_ marks: [some MarkContent]) -> [Mark] {
    marks.flatMap(\.marks)
  }
  /// Joins what was collected.
  public static func buildBlock(_ parts: [Mark]...) -> [Mark] { parts.flatMap { $0 } }
  /// Joins what a loop collected.
  public static func buildArray(_ parts: [[Mark]]) -> [Mark] { parts.flatMap { $0 } }
  /// Takes what a condition allows.
  public static func buildOptional(_ part: [Mark]?) -> [Mark] { part ?? [] }
  /// Takes the one branch.
  public static func buildEither(first part: [Mark]) -> [Mark] { part }
  /// Takes the other branch.
  public static func buildEither(second part: [Mark]) -> [Mark] { part }
}
