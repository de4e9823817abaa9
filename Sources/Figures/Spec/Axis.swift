/// A quantity along an edge of a panel.
public struct Axis: Codable, Equatable, Sendable {
  /// What the quantity is called.
  public var label: RichText
  /// What it is counted in; nil for none.
  public var unit: RichText?
  /// Whether it is a pure number or a name, so that a missing unit is meant.
  public var isUnitless: Bool
  /// How values are laid along the axis.
  public var kind: Kind
  /// Where the axis begins; nil for where the data do.
  public var from: Double?
  /// Where the axis ends; nil for where the data do.
  public var to: Double?
  /// Whether zero is on the axis even if no data are near.
  public var includesZero: Bool
  /// Whether values grow to the left or downward.
  public var isReversed: Bool
  /// Whether lines lead from the ticks through the panel; nil for the house's choice.
  public var showsGrid: Bool?
  /// Whether the axis is drawn.
  public var isShown: Bool

  /// How values are laid along an axis.
  public enum Kind: Codable, Equatable, Hashable, Sendable {
    /// Equal steps for equal differences.
    case linear
    /// Equal steps for equal ratios.
    case log10
    /// Linear near zero, logarithmic beyond the threshold, to both sides.
    case symlog(threshold: Double)
    /// Seconds since midnight.
    case timeOfDay
    /// Seconds since the start of 1970, in Universal Time.
    case date
    /// Names, counted from 0.
    case categories([String])
  }

  /// Describes an axis; label and unit may have markup.
  public init(
    _ label: String, unit: String? = nil, _ kind: Kind = .linear, from: Double? = nil,
    to: Double? = nil, zero: Bool = false, reversed: Bool = false
  ) {
    self.label = RichText(authored: label)
    self.unit = unit.map { RichText(authored: $0) }
    (self.kind, self.from, self.to) = (kind, from, to)
    (self.includesZero, self.isReversed) = (zero, reversed)
    (self.isUnitless, self.showsGrid, self.isShown) = (false, nil, true)
  }

  /// A pure number: a count, a share, a ratio.
  public static func number(
    _ label: String, _ kind: Kind = .linear, from: Double? = nil, to: Double? = nil,
    zero: Bool = false, reversed: Bool = false
  ) -> Axis {
    var axis = Axis(label, kind, from: from, to: to, zero: zero, reversed: reversed)
    axis.isUnitless = true
    return axis
  }

  /// Names in the order given.
  public static func categories(
    _ names: [String], label: String = "", reversed: Bool = false
  ) -> Axis {
    number(label, .categories(names), reversed: reversed)
  }

  /// The time of a day.
  public static func timeOfDay(_ label: String, from: Double? = nil, to: Double? = nil) -> Axis {
    number(label, .timeOfDay, from: from, to: to)
  }

  /// A date.
  public static func date(_ label: String, from: Double? = nil, to: Double? = nil) -> Axis {
    number(label, .date, from: from, to: to)
  }

  /// An axis that is not drawn.
  public static let hidden: Axis = {
    var axis = number("")
    axis.isShown = false
    return axis
  }()

  /// The same axis with or without lines through the panel.
  public func grid(_ isShown: Bool) -> Axis {
    var axis = self
    axis.showsGrid = isShown
    return axis
  }

  /// The names, when it is an axis of names.
  var categoryNames: [String]? {
    guard case .categories(let names) = kind else { return nil }
    return names
  }
}
