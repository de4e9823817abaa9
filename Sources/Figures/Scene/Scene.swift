/// A figure laid out: everything on the page, in points, in the order in which it is drawn.
///
/// Backends draw it; the linter, the alternative text and most tests read it. Making one needs no
/// drawing library.
public struct Scene: Equatable, Sendable {
  /// The figure's name, also that of its files.
  public var name: String
  /// What it shows, in a few words.
  public var title: String
  /// What a reader is told who cannot see it.
  public var alternativeText: String
  /// The words under which it is found.
  public var keywords: [String]
  /// The width of the page, in points.
  public var width: Double
  /// The height of the page, in points.
  public var height: Double
  /// Whose rules it follows.
  public var preset: JournalPreset
  /// The panels, with what is needed to turn places back into data.
  public var frames: [PanelFrame]
  /// Everything on the page, in the order in which it is drawn.
  public var items: [SceneItem]
  /// The plotted data as CSV, with every digit.
  public var csv: String
  /// What the layout could not keep: labels left out and the like, for the linter to report.
  public var losses: [String]
  /// The axes that say nothing about their unit, for the linter to report.
  public var unitlessAxes: [String]

  /// Describes a page.
  public init(
    name: String, title: String, alternativeText: String = "", keywords: [String] = [],
    width: Double, height: Double, preset: JournalPreset = .report, frames: [PanelFrame] = [],
    items: [SceneItem] = [], csv: String = "", losses: [String] = [], unitlessAxes: [String] = []
  ) {
    (self.name, self.title, self.alternativeText) = (name, title, alternativeText)
    (self.keywords, self.width, self.height, self.preset) = (keywords, width, height, preset)
    (self.frames, self.items, self.csv) = (frames, items, csv)
    (self.losses, self.unitlessAxes) = (losses, unitlessAxes)
  }

  /// The whole page.
  public var page: Rectangle { Rectangle(left: 0, top: 0, right: width, bottom: height) }
}

/// The place of a panel and the scales of its axes.
public struct PanelFrame: Equatable, Sendable {
  /// Where data are drawn.
  public var area: Rectangle
  /// The scale from the left to the right edge.
  public var x: Scale
  /// The scale from the lower to the upper edge.
  public var y: Scale
  /// Whether the x axis runs from right to left.
  public var isXReversed: Bool
  /// Whether the y axis runs from top to bottom.
  public var isYReversed: Bool

  /// Describes a panel.
  public init(
    area: Rectangle, x: Scale, y: Scale, isXReversed: Bool = false, isYReversed: Bool = false
  ) {
    (self.area, self.x, self.y) = (area, x, y)
    (self.isXReversed, self.isYReversed) = (isXReversed, isYReversed)
  }

  /// Where a pair of values is on the page; nil where the scale has no place for one of them.
  public func place(_ xValue: Double, _ yValue: Double) -> Point? {
    guard let x = horizontal(xValue), let y = vertical(yValue) else { return nil }
    return Point(x, y)
  }

  /// How far from the left edge of the page a value of the x axis is.
  public func horizontal(_ value: Double) -> Double? {
    guard let share = x.position(of: value) else { return nil }
    return area.left + (isXReversed ? 1 - share : share) * area.width
  }

  /// How far from the upper edge of the page a value of the y axis is.
  public func vertical(_ value: Double) -> Double? {
    guard let share = y.position(of: value) else { return nil }
    return area.bottom - (isYReversed ? 1 - share : share) * area.height
  }
}
