/// What is drawn with: a colour that stands for something, or one that follows the page.
public enum Paint: Equatable, Hashable, Sendable {
  /// The page's text: black on white paper.
  case ink
  /// Text and lines that stand back.
  case softInk
  /// Lines that guide the eye and are barely seen.
  case grid
  /// Data that others are seen against.
  case context
  /// The page itself.
  case paper
  /// A colour that stands for something, such as a series.
  case colour(Colour)

  /// The colour on a page of this theme; a black that stands for a series follows the ink.
  public func colour(on theme: PageTheme) -> Colour {
    switch self {
    case .ink: theme.ink
    case .softInk: theme.softInk
    case .grid: theme.grid
    case .context: theme.context
    case .paper: theme.paper
    case .colour(let colour): colour.opacity(1) == .black ? theme.ink.seen(like: colour) : colour
    }
  }
}

extension Colour {
  /// The colour with the opacity of another.
  fileprivate func seen(like other: Colour) -> Colour {
    var colour = self
    colour.alpha = other.alpha
    return colour
  }
}

/// The colours of a page.
public struct PageTheme: Equatable, Sendable {
  /// Text.
  public var ink: Colour
  /// Text and lines that stand back.
  public var softInk: Colour
  /// Lines that guide the eye.
  public var grid: Colour
  /// Data that others are seen against.
  public var context: Colour
  /// The ground.
  public var paper: Colour

  /// Black on white, as journals print.
  public static let light = PageTheme(
    ink: .black, softInk: Colour(rgb: 0x595959), grid: Colour(rgb: 0xDADADA),
    context: Colour(rgb: 0xA3A7AD), paper: .white)

  /// Light on dark, for screens.
  public static let dark = PageTheme(
    ink: Colour(rgb: 0xECECEC), softInk: Colour(rgb: 0xA9A9A9), grid: Colour(rgb: 0x3A3D40),
    context: Colour(rgb: 0x5C6168), paper: Colour(rgb: 0x16181A))
}

/// How a line is drawn.
public struct Stroke: Equatable, Hashable, Sendable {
  /// With what.
  public var paint: Paint
  /// How wide, in points.
  public var width: Double
  /// Strokes and gaps by turns, in points; empty for a line without gaps.
  public var dashes: [Double]
  /// The shape of its ends and corners.
  public var cap: Cap

  /// The shape of the ends of a line and, to match, of its corners.
  public enum Cap: String, Equatable, Hashable, Sendable {
    /// Cut off; corners are mitred.
    case butt
    /// Round, corners too.
    case round
  }

  /// Describes a line.
  public init(_ paint: Paint, width: Double, dashes: [Double] = [], cap: Cap = .butt) {
    (self.paint, self.width, self.dashes, self.cap) = (paint, width, dashes, cap)
  }
}
