/// What is drawn with: a colour that stands for something, or one that follows the page.
public enum Paint: Equatable, Hashable, Sendable {
  /// The page's text: black on white paper.
  case ink
  /// Text and lines that stand back.
  case softInk
  /// Lines that guide the eye and are barely seen.
  case grid
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
    case .paper: theme.paper
    case .colour(let colour): colour == .black ? theme.ink : colour
    }
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
  /// The ground.
  public var paper: Colour

  /// Black on white, as journals print.
  public static let light = PageTheme(
    ink: .black, softInk: Colour(rgb: 0x595959), grid: Colour(rgb: 0xDADADA), paper: .white)

  /// Light on dark, for screens.
  public static let dark = PageTheme(
    ink: Colour(rgb: 0xECECEC), softInk: Colour(rgb: 0xA9A9A9), grid: Colour(rgb: 0x3A3D40),
    paper: Colour(rgb: 0x16181A))
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
