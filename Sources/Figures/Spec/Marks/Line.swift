/// A line through places, broken where a value is missing.
///
///     Line(rows, x: \.hour, y: \.wait, series: "four chargers")
public struct Line: Codable, Equatable, Sendable, MarkContent {
  /// Along the x axis.
  public var x: [Double]
  /// Along the y axis; not a number for a gap.
  public var y: [Double]
  /// The name in the legend.
  public var series: String?
  /// Whether values last until the next place.
  public var steps: StepMode
  /// Whether the places are dotted.
  public var hasMarkers: Bool
  /// How loud it is.
  public var emphasis: Emphasis

  /// When a value changes, for values that last.
  public enum StepMode: String, Codable, CaseIterable, Sendable {
    /// Straight from place to place.
    case none
    /// Each value lasts from its place on.
    case after
    /// Each value lasts up to its place.
    case before
    /// Each value lasts half way to both sides.
    case middle
  }

  /// Describes a line.
  public init(
    x: [Double], y: [Double], series: String? = nil, steps: StepMode = .none,
    markers: Bool = false, emphasis: Emphasis = .normal
  ) {
    (self.x, self.y, self.series, self.steps) = (x, y, series, steps)
    (self.hasMarkers, self.emphasis) = (markers, emphasis)
  }

  /// Describes a line through one place for each row.
  public init<Row>(
    _ rows: [Row], x: KeyPath<Row, Double>, y: KeyPath<Row, Double>, series: String? = nil,
    steps: StepMode = .none, markers: Bool = false, emphasis: Emphasis = .normal
  ) {
    self.init(
      x: rows.map { $0[keyPath: x] }, y: rows.map { $0[keyPath: y] }, series: series, steps: steps,
      markers: markers, emphasis: emphasis)
  }

  /// Describes one line for each series, in the order in which the rows name them.
  public static func each<Row>(
    _ rows: [Row], x: KeyPath<Row, Double>, y: KeyPath<Row, Double>,
    by series: KeyPath<Row, String>,
    steps: StepMode = .none, markers: Bool = false
  ) -> [Line] {
    Grouped(rows, by: series).groups.map { name, members in
      Line(members, x: x, y: y, series: name, steps: steps, markers: markers)
    }
  }

  /// Itself.
  public var marks: [Mark] { [.line(self)] }
}

/// Rows sorted into groups, in the order in which the groups first appear.
struct Grouped<Row> {
  let groups: [(name: String, rows: [Row])]

  init(_ rows: [Row], by name: KeyPath<Row, String>) {
    var (names, members) = ([String](), [String: [Row]]())
    for row in rows {
      let key = row[keyPath: name]
      if members[key] == nil { names.append(key) }
      members[key, default: []].append(row)
    }
    groups = names.map { ($0, members[$0] ?? []) }
  }
}
