/// Bars at places of an axis, most often one of names.
///
///     Bars([.init("capital", capital), .init("energy", energy)], .stacked)
public struct Bars: Codable, Equatable, Sendable, MarkContent {
  /// The middles of the bars along the axis; empty for 0, 1, 2 and so on.
  public var positions: [Double]
  /// The series, from the base outward or from left to right.
  public var layers: [Layer]
  /// How the series stand.
  public var grouping: Grouping
  /// Whether they stand or lie.
  public var direction: Direction
  /// Where bars begin; empty for zero.
  public var bases: [Double]
  /// The share of the room that bars fill.
  public var width: Double
  /// Whether numbers stand at the ends.
  public var showsValues: Bool
  /// The decimals of those numbers.
  public var decimals: Int

  /// How several series stand.
  public enum Grouping: String, Codable, CaseIterable, Sendable {
    /// Side by side.
    case grouped
    /// Upon one another.
    case stacked
  }

  /// One series of bars.
  public struct Layer: Codable, Equatable, Sendable {
    /// The name in the legend; empty for bars that are not told apart.
    public var series: String
    /// How much.
    public var values: [Double]
    /// The lower ends of the intervals; empty for none.
    public var low: [Double]
    /// The upper ends of the intervals; empty for none.
    public var high: [Double]

    /// Describes a series.
    public init(_ series: String, _ values: [Double], low: [Double] = [], high: [Double] = []) {
      (self.series, self.values, self.low, self.high) = (series, values, low, high)
    }
  }

  /// Describes bars.
  public init(
    _ layers: [Layer], _ grouping: Grouping = .grouped, _ direction: Direction = .vertical,
    at positions: [Double] = [], bases: [Double] = [], width: Double = 0.76,
    values showsValues: Bool = false, decimals: Int = 0
  ) {
    (self.layers, self.grouping, self.direction) = (layers, grouping, direction)
    (self.positions, self.bases, self.width) = (positions, bases, width)
    (self.showsValues, self.decimals) = (showsValues, Swift.max(0, Swift.min(12, decimals)))
  }

  /// Itself.
  public var marks: [Mark] { [.bars(self)] }

  /// How many places there are.
  var count: Int {
    Swift.max(positions.count, layers.map(\.values.count).max() ?? 0)
  }

  /// The middle of the bars at one place.
  func position(_ index: Int) -> Double {
    index < positions.count ? positions[index] : Double(index)
  }
}

/// Values with their uncertainty.
///
///     Intervals(at: [0, 1], centre: [3.1, 4.0], low: [2.8, 3.5], high: [3.4, 4.4])
public struct Intervals: Codable, Equatable, Sendable, MarkContent {
  /// Where along the other axis.
  public var positions: [Double]
  /// The values.
  public var centre: [Double]
  /// The lower ends.
  public var low: [Double]
  /// The upper ends.
  public var high: [Double]
  /// The name in the legend.
  public var series: String?
  /// Whether they stand or lie.
  public var direction: Direction
  /// Whether the ends have caps.
  public var hasCaps: Bool

  /// Describes intervals.
  public init(
    at positions: [Double], centre: [Double], low: [Double], high: [Double],
    series: String? = nil, _ direction: Direction = .vertical, caps: Bool = false
  ) {
    (self.positions, self.centre, self.low, self.high) = (positions, centre, low, high)
    (self.series, self.direction, self.hasCaps) = (series, direction, caps)
  }

  /// Describes one interval for each row.
  public init<Row>(
    _ rows: [Row], at position: KeyPath<Row, Double>, centre: KeyPath<Row, Double>,
    low: KeyPath<Row, Double>, high: KeyPath<Row, Double>, series: String? = nil,
    _ direction: Direction = .vertical, caps: Bool = false
  ) {
    self.init(
      at: rows.map { $0[keyPath: position] }, centre: rows.map { $0[keyPath: centre] },
      low: rows.map { $0[keyPath: low] }, high: rows.map { $0[keyPath: high] }, series: series,
      direction, caps: caps)
  }

  /// Itself.
  public var marks: [Mark] { [.intervals(self)] }
}
