/// One thing that is drawn in a panel.
public enum Mark: Equatable, Sendable {
  /// A line through places.
  case line(Line)
  /// The room between two lines.
  case band(Band)
  /// The room between a line and a base, or several upon one another.
  case area(Area)
  /// Dots.
  case dots(Dots)
  /// Bars, side by side or upon one another.
  case bars(Bars)
  /// Values with their uncertainty.
  case intervals(Intervals)
  /// A grid of coloured cells.
  case cells(Cells)
  /// Lines of equal value.
  case contours(ContourLines)
  /// Spans of time on tracks.
  case tracks(Tracks)
  /// A level line that values are compared with.
  case rule(Rule)
  /// A range that values are compared with.
  case referenceBand(ReferenceBand)
  /// A text at a place, with a line to what it speaks of.
  case callout(Callout)
  /// Straight pieces or arrows.
  case segments(Segments)
  /// How often samples fall into bins.
  case histogram(Histogram)
  /// The density of samples.
  case density(Density)
  /// Groups of samples: boxes, violins, swarms.
  case distributions(Distributions)
  /// The share of samples below or above.
  case steps(StepDistribution)
  /// What flows from where to where.
  case flows(Flows)
}

/// What can stand in the list of a panel's marks.
public protocol MarkContent {
  /// The marks it stands for.
  var marks: [Mark] { get }
}

extension Mark: MarkContent {
  /// Itself.
  public var marks: [Mark] { [self] }
}

/// Colours that stand for a third quantity.
public struct ColourChannel: Codable, Equatable, Sendable {
  /// The colours.
  public var map: ColourMap
  /// What the quantity is called.
  public var label: RichText
  /// What it is counted in.
  public var unit: RichText?
  /// Whether a missing unit is meant.
  public var isUnitless: Bool
  /// The value of the first colour; nil for the least value.
  public var from: Double?
  /// The value of the last colour; nil for the greatest.
  public var to: Double?
  /// The value of the middle colour; nil for none.
  public var centre: Double?
  /// Whether the colours go by the logarithm.
  public var isLogarithmic: Bool
  /// Whether a bar says which colour stands for which value.
  public var showsBar: Bool

  /// Describes colours; label and unit may have markup.
  public init(
    _ label: String, unit: String? = nil, _ map: ColourMap = .viridis, from: Double? = nil,
    to: Double? = nil, centre: Double? = nil, logarithmic: Bool = false, bar: Bool = true
  ) {
    self.label = RichText(authored: label)
    self.unit = unit.map { RichText(authored: $0) }
    self.isUnitless = unit == nil && (label.isEmpty || !bar)
    (self.map, self.from, self.to, self.centre) = (map, from, to, centre)
    (self.isLogarithmic, self.showsBar) = (logarithmic, bar)
  }

  /// Colours that stand for a pure number.
  public static func number(
    _ label: String, _ map: ColourMap = .viridis, from: Double? = nil, to: Double? = nil,
    centre: Double? = nil, logarithmic: Bool = false, bar: Bool = true
  ) -> ColourChannel {
    var channel = ColourChannel(
      label, map, from: from, to: to, centre: centre, logarithmic: logarithmic, bar: bar)
    channel.isUnitless = true
    return channel
  }
}

/// Whether bars, boxes and errors stand or lie.
public enum Direction: String, Codable, CaseIterable, Sendable {
  /// Values go up.
  case vertical
  /// Values go to the right.
  case horizontal
}

/// How loud a mark is.
public enum Emphasis: String, Codable, CaseIterable, Sendable {
  /// As its series.
  case normal
  /// In the background, in grey.
  case context
  /// In the foreground, heavier.
  case strong
}
