/// Dots at places.
///
///     Dots(designs, x: \.cost, y: \.stranding, series: "designs")
public struct Dots: Codable, Equatable, Sendable, MarkContent {
  /// Along the x axis.
  public var x: [Double]
  /// Along the y axis.
  public var y: [Double]
  /// The name in the legend.
  public var series: String?
  /// The diameter in points; nil for what suits their number.
  public var size: Double?
  /// A value for each dot that its area stands for; empty for even dots.
  public var weights: [Double]
  /// A value for each dot that its colour stands for; empty for the colour of the series.
  public var values: [Double]
  /// What those colours are.
  public var colours: ColourChannel?
  /// The shape instead of that of the series.
  public var shape: MarkerShape?
  /// How dense they are, from 0 to 1; nil for what suits their number.
  public var opacity: Double?
  /// Whether only outlines are drawn.
  public var isHollow: Bool
  /// How loud they are.
  public var emphasis: Emphasis

  /// Describes dots.
  public init(
    x: [Double], y: [Double], series: String? = nil, size: Double? = nil, weights: [Double] = [],
    values: [Double] = [], colours: ColourChannel? = nil, shape: MarkerShape? = nil,
    opacity: Double? = nil, hollow: Bool = false, emphasis: Emphasis = .normal
  ) {
    (self.x, self.y, self.series, self.size) = (x, y, series, size)
    (self.weights, self.values, self.colours) = (weights, values, colours)
    (self.shape, self.opacity, self.isHollow) = (shape, opacity, hollow)
    self.emphasis = emphasis
  }

  /// Describes one dot for each row.
  public init<Row>(
    _ rows: [Row], x: KeyPath<Row, Double>, y: KeyPath<Row, Double>, series: String? = nil,
    size: Double? = nil, shape: MarkerShape? = nil, opacity: Double? = nil, hollow: Bool = false,
    emphasis: Emphasis = .normal
  ) {
    self.init(
      x: rows.map { $0[keyPath: x] }, y: rows.map { $0[keyPath: y] }, series: series, size: size,
      shape: shape, opacity: opacity, hollow: hollow, emphasis: emphasis)
  }

  /// Describes one dot for each row, coloured by a value.
  public init<Row>(
    _ rows: [Row], x: KeyPath<Row, Double>, y: KeyPath<Row, Double>,
    colour: KeyPath<Row, Double>, _ colours: ColourChannel, size: Double? = nil,
    shape: MarkerShape? = nil, opacity: Double? = nil
  ) {
    self.init(
      x: rows.map { $0[keyPath: x] }, y: rows.map { $0[keyPath: y] }, size: size,
      values: rows.map { $0[keyPath: colour] }, colours: colours, shape: shape, opacity: opacity)
  }

  /// Describes dots for each series, in the order in which the rows name them.
  public static func each<Row>(
    _ rows: [Row], x: KeyPath<Row, Double>, y: KeyPath<Row, Double>,
    by series: KeyPath<Row, String>,
    size: Double? = nil
  ) -> [Dots] {
    Grouped(rows, by: series).groups.map { Dots($0.rows, x: x, y: y, series: $0.name, size: size) }
  }

  /// Itself.
  public var marks: [Mark] { [.dots(self)] }
}
