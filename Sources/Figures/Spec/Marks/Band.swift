/// The room between two lines, such as an interval around a mean.
///
///     Band(rows, x: \.hour, low: \.low, high: \.high, series: "four chargers")
public struct Band: Codable, Equatable, Sendable, MarkContent {
  /// Along the x axis.
  public var x: [Double]
  /// The lower edge.
  public var low: [Double]
  /// The upper edge.
  public var high: [Double]
  /// The name in the legend.
  public var series: String?
  /// Whether values last until the next place.
  public var steps: Line.StepMode
  /// How dense it is, from 0 to 1.
  public var opacity: Double

  /// Describes a band.
  public init(
    x: [Double], low: [Double], high: [Double], series: String? = nil,
    steps: Line.StepMode = .none, opacity: Double = 0.2
  ) {
    (self.x, self.low, self.high) = (x, low, high)
    (self.series, self.steps, self.opacity) = (series, steps, opacity)
  }

  /// Describes a band with one place for each row.
  public init<Row>(
    _ rows: [Row], x: KeyPath<Row, Double>, low: KeyPath<Row, Double>, high: KeyPath<Row, Double>,
    series: String? = nil, steps: Line.StepMode = .none, opacity: Double = 0.2
  ) {
    self.init(
      x: rows.map { $0[keyPath: x] }, low: rows.map { $0[keyPath: low] },
      high: rows.map { $0[keyPath: high] }, series: series, steps: steps, opacity: opacity)
  }

  /// Itself.
  public var marks: [Mark] { [.band(self)] }
}

/// One or several areas upon one another; what is below zero is stacked downward.
///
///     Area(x: hours, layers: [.init("grid", grid), .init("solar", solar)])
public struct Area: Codable, Equatable, Sendable, MarkContent {
  /// Along the x axis.
  public var x: [Double]
  /// The areas, from the base outward.
  public var layers: [Layer]
  /// Whether values last until the next place.
  public var steps: Line.StepMode
  /// Whether areas are hatched as well as coloured.
  public var isHatched: Bool

  /// One of the areas.
  public struct Layer: Codable, Equatable, Sendable {
    /// The name in the legend.
    public var series: String
    /// How much.
    public var values: [Double]

    /// Describes an area.
    public init(_ series: String, _ values: [Double]) {
      (self.series, self.values) = (series, values)
    }
  }

  /// Describes areas.
  public init(
    x: [Double], layers: [Layer], steps: Line.StepMode = .none, hatched: Bool = true
  ) {
    (self.x, self.layers, self.steps, self.isHatched) = (x, layers, steps, hatched)
  }

  /// Itself.
  public var marks: [Mark] { [.area(self)] }
}
