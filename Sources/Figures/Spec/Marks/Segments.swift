/// Straight pieces, such as the ways of vehicles or the arrows of a best answer.
public struct Segments: Codable, Equatable, Sendable, MarkContent {
  /// Where pieces begin, along the x axis.
  public var fromX: [Double]
  /// Where pieces begin, along the y axis.
  public var fromY: [Double]
  /// Where pieces end, along the x axis.
  public var toX: [Double]
  /// Where pieces end, along the y axis.
  public var toY: [Double]
  /// The name in the legend.
  public var series: String?
  /// A value for each piece that its colour stands for; empty for the colour of the series.
  public var values: [Double]
  /// What those colours are.
  public var colours: ColourChannel?
  /// Whether pieces end in arrowheads.
  public var hasArrows: Bool
  /// The width in points; nil for that of data lines.
  public var width: Double?

  /// Describes pieces.
  public init(
    fromX: [Double], fromY: [Double], toX: [Double], toY: [Double], series: String? = nil,
    values: [Double] = [], colours: ColourChannel? = nil, arrows: Bool = false,
    width: Double? = nil
  ) {
    (self.fromX, self.fromY, self.toX, self.toY) = (fromX, fromY, toX, toY)
    (self.series, self.values, self.colours) = (series, values, colours)
    (self.hasArrows, self.width) = (arrows, width)
  }

  /// Itself.
  public var marks: [Mark] { [.segments(self)] }
}
