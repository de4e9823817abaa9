/// One thing on the page: what it is, whose it is and how it looks.
public struct SceneItem: Equatable, Sendable {
  /// What it is for.
  public var role: Role
  /// The panel it belongs to, counted from 0; nil for what belongs to the whole figure.
  public var panel: Int?
  /// The series it belongs to, as it is named in the legend.
  public var series: String?
  /// What is drawn.
  public var shape: Shape
  /// Nothing is drawn outside this rectangle.
  public var clip: Rectangle?

  /// What an item is for.
  public enum Role: String, CaseIterable, Equatable, Hashable, Sendable {
    /// The ground of a panel or an inset.
    case background
    /// A line that guides the eye from a tick through the panel.
    case gridLine
    /// An axis line or the frame of a panel.
    case axis
    /// A tick.
    case tick
    /// The label of a tick.
    case tickLabel
    /// The label of an axis.
    case axisLabel
    /// Data.
    case mark
    /// The hatch of data, drawn upon it.
    case hatch
    /// A line or band that data are compared with.
    case reference
    /// Text that names data and stands beside them.
    case label
    /// Text that stands on data on purpose, such as the number in a cell.
    case value
    /// The line from a callout to what it speaks of.
    case leader
    /// A swatch of the legend.
    case legendSwatch
    /// A text of the legend.
    case legendText
    /// The letter of a panel.
    case panelLetter
    /// The title of a panel.
    case panelTitle
    /// The colours of a colour bar.
    case colourBar
    /// Anything else that adorns.
    case ornament
  }

  /// What is drawn.
  public enum Shape: Equatable, Sendable {
    /// Lines and curves, filled, drawn, or both; filled first, by the even-odd rule.
    case path(Path, fill: Paint?, stroke: Stroke?)
    /// One small shape at many places.
    case markers(SceneMarkers)
    /// A line of text.
    case text(SceneText)
    /// Cells of even colours.
    case cells(SceneCells)
  }

  /// Puts a thing on the page.
  public init(
    _ role: Role, _ shape: Shape, panel: Int? = nil, series: String? = nil, clip: Rectangle? = nil
  ) {
    (self.role, self.shape, self.panel, self.series, self.clip) = (role, shape, panel, series, clip)
  }

  /// The room that the ink takes, before anything is clipped; nil when nothing is drawn.
  public var box: Rectangle? {
    switch shape {
    case .path(let path, _, let stroke):
      Rectangle(around: path.points)?.grown(by: (stroke?.width ?? 0) / 2)
    case .markers(let markers): markers.box
    case .text(let text): Rectangle(around: text.corners)
    case .cells(let cells): cells.area
    }
  }
}

/// One small shape at many places.
public struct SceneMarkers: Equatable, Sendable {
  /// The shape.
  public var shape: MarkerShape
  /// Where their centres are.
  public var places: [Point]
  /// The diameters, in points: one for all, or one for each.
  public var sizes: [Double]
  /// The paints: one for all, or one for each.
  public var paints: [Paint]
  /// Whether they are filled, and not only outlined; crosses never are.
  public var isFilled: Bool
  /// The width of outlines and crosses, in points.
  public var lineWidth: Double

  /// Describes markers.
  public init(
    _ shape: MarkerShape, at places: [Point], sizes: [Double], paints: [Paint],
    isFilled: Bool = true, lineWidth: Double = 0.6
  ) {
    precondition(sizes.count == 1 || sizes.count == places.count, "One size, or one for each.")
    precondition(paints.count == 1 || paints.count == places.count, "One paint, or one for each.")
    (self.shape, self.places, self.sizes) = (shape, places, sizes)
    (self.paints, self.isFilled, self.lineWidth) = (paints, isFilled, lineWidth)
  }

  /// The size of one of them.
  public func size(_ index: Int) -> Double { sizes.count == 1 ? sizes[0] : sizes[index] }

  /// The paint of one of them.
  public func paint(_ index: Int) -> Paint { paints.count == 1 ? paints[0] : paints[index] }

  /// The room that they take.
  public var box: Rectangle? {
    Rectangle(around: places)?.grown(by: (sizes.max() ?? 0) / 2 + lineWidth / 2)
  }
}

/// A grid of cells, each of one colour, without lines between them.
public struct SceneCells: Equatable, Sendable {
  /// The room of the whole grid.
  public var area: Rectangle
  /// How many cells stand side by side.
  public var columns: Int
  /// The colours row by row, from the upper left; clear where there is no cell.
  public var colours: [Colour]

  /// Describes a grid.
  public init(area: Rectangle, columns: Int, colours: [Colour]) {
    precondition(columns > 0 && colours.count.isMultiple(of: columns), "Rows must be full.")
    (self.area, self.columns, self.colours) = (area, columns, colours)
  }

  /// How many cells stand one upon another.
  public var rows: Int { colours.count / columns }
}
