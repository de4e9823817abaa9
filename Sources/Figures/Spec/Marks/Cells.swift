/// A grid of coloured cells.
///
///     Cells(x: hours, y: days, values: load, ColourChannel("Load", unit: "kW"))
public struct Cells: Codable, Equatable, Sendable, MarkContent {
  /// The middles of the columns, ascending.
  public var x: [Double]
  /// The middles of the rows, ascending.
  public var y: [Double]
  /// The values, row after row from the first of `y`; not a number for an empty cell.
  public var values: [Double]
  /// What the colours are.
  public var colours: ColourChannel
  /// Whether numbers stand in the cells.
  public var showsValues: Bool
  /// The decimals of those numbers.
  public var decimals: Int

  /// Describes a grid.
  public init(
    x: [Double], y: [Double], values: [Double], _ colours: ColourChannel,
    values showsValues: Bool = false, decimals: Int = 0
  ) {
    (self.x, self.y, self.values, self.colours) = (x, y, values, colours)
    (self.showsValues, self.decimals) = (showsValues, Swift.max(0, Swift.min(12, decimals)))
  }

  /// Itself.
  public var marks: [Mark] { [.cells(self)] }
}

/// Lines of equal value through a grid.
///
///     ContourLines(x: traffic, y: chargers, values: stranding, levels: [0.01, 0.05])
public struct ContourLines: Codable, Equatable, Sendable, MarkContent {
  /// The places of the columns, ascending.
  public var x: [Double]
  /// The places of the rows, ascending.
  public var y: [Double]
  /// The values, row after row; not a number for none.
  public var values: [Double]
  /// The values of the lines; empty for good ones.
  public var levels: [Double]
  /// A value whose line is heavier, such as a target; nil for none.
  public var target: Double?
  /// Whether the values stand in the lines.
  public var hasLabels: Bool
  /// The decimals of those numbers.
  public var decimals: Int

  /// Describes contours.
  public init(
    x: [Double], y: [Double], values: [Double], levels: [Double] = [], target: Double? = nil,
    labels: Bool = true, decimals: Int = 2
  ) {
    (self.x, self.y, self.values, self.levels) = (x, y, values, levels)
    (self.target, self.hasLabels) = (target, labels)
    self.decimals = Swift.max(0, Swift.min(12, decimals))
  }

  /// Itself.
  public var marks: [Mark] { [.contours(self)] }
}
