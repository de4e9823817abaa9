/// How one series of a figure is told from the others: by colour and, as no six colours survive a
/// grey printer, always by a dash pattern, a marker and a hatch too.
public struct SeriesStyle: Equatable, Hashable, Sendable {
  /// The colour's name.
  public let name: String
  /// The colour.
  public let colour: Colour
  /// The dash pattern of lines.
  public let dash: DashPattern
  /// The shape of dots.
  public let marker: MarkerShape
  /// The hatch of areas.
  public let hatch: Hatch

  /// Describes a look.
  public init(
    name: String, colour: Colour, dash: DashPattern = .solid, marker: MarkerShape = .circle,
    hatch: Hatch = .none
  ) {
    (self.name, self.colour, self.dash) = (name, colour, dash)
    (self.marker, self.hatch) = (marker, hatch)
  }
}

/// Strokes and gaps along a line.
public enum DashPattern: String, CaseIterable, Sendable {
  /// No gaps.
  case solid
  /// Long strokes.
  case dashed
  /// Dots.
  case dotted
  /// Stroke, dot.
  case dashDotted
  /// Stroke, dot, dot.
  case dashDoubleDotted
  /// Short strokes set close.
  case shortDashed
  /// Very long strokes.
  case longDashed

  /// Strokes and gaps by turns, in widths of the line; empty for a solid one.
  ///
  ///     DashPattern.dashed.lengths   // [5, 2.5]
  public var lengths: [Double] {
    switch self {
    case .solid: []
    case .dashed: [5, 2.5]
    case .dotted: [1, 1.75]
    case .dashDotted: [6, 2, 1, 2]
    case .dashDoubleDotted: [6, 2, 1, 2, 1, 2]
    case .shortDashed: [2.5, 1.5]
    case .longDashed: [10, 3]
    }
  }
}

/// The shape of a dot.
public enum MarkerShape: String, CaseIterable, Sendable {
  /// A disc.
  case circle
  /// A square on its side.
  case square
  /// A triangle on its side.
  case triangle
  /// A square on its corner.
  case diamond
  /// A triangle on its tip.
  case invertedTriangle
  /// An upright cross.
  case plus
  /// A slanted cross.
  case cross
  /// A star of five points.
  case star
}

/// The pattern of an area.
public enum Hatch: String, CaseIterable, Sendable {
  /// Plain colour.
  case none
  /// Lines rising to the right.
  case rising
  /// Lines falling to the right.
  case falling
  /// Both.
  case crossed
  /// Level lines.
  case horizontal
  /// Upright lines.
  case vertical
  /// Dots.
  case dotted
  /// Level and upright lines.
  case grid
}
