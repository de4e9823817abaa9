/// A line of text on the page, measured.
public struct SceneText: Equatable, Hashable, Sendable {
  /// What is written.
  public var text: RichText
  /// The size of the type, in points.
  public var size: Double
  /// With what.
  public var paint: Paint
  /// Where the base line meets the start, the middle or the end of the text.
  public var anchor: Point
  /// Which of the three stands at the anchor.
  public var alignment: Alignment
  /// Turned about the anchor, in degrees clockwise: −90 reads upward.
  public var turn: Double
  /// How much room it takes before it is turned.
  public var extent: TextExtent

  /// What of a text stands at its anchor.
  public enum Alignment: String, Equatable, Hashable, Sendable {
    /// Its left end; the text runs to the right.
    case start
    /// Its middle.
    case middle
    /// Its right end.
    case end

    /// The share of the width that stands to the left of the anchor.
    public var share: Double {
      switch self {
      case .start: 0
      case .middle: 0.5
      case .end: 1
      }
    }
  }

  /// Puts a text on the page.
  public init(
    _ text: RichText, size: Double, paint: Paint = .ink, at anchor: Point,
    _ alignment: Alignment = .start, turn: Double = 0, extent: TextExtent
  ) {
    (self.text, self.size, self.paint) = (text, size, paint)
    (self.anchor, self.alignment, self.turn, self.extent) = (anchor, alignment, turn, extent)
  }

  /// The corners of the room it takes, clockwise from where the text's upper left corner is.
  public var corners: [Point] {
    let left = -alignment.share * extent.width
    let flat = Rectangle(
      left: left, top: -extent.ascent, right: left + extent.width, bottom: extent.descent)
    let (sine, cosine) = (PlaneAngle.sine(degrees: turn), PlaneAngle.cosine(degrees: turn))
    return flat.corners.map { corner in
      Point(
        anchor.x + corner.x * cosine - corner.y * sine,
        anchor.y + corner.x * sine + corner.y * cosine)
    }
  }
}

/// How much room a line of text takes, in points.
public struct TextExtent: Equatable, Hashable, Sendable {
  /// From where the text begins to where the next one would.
  public var width: Double
  /// From the base line up to the top of the ink.
  public var ascent: Double
  /// From the base line down to the bottom of the ink.
  public var descent: Double

  /// Makes an extent.
  public init(width: Double, ascent: Double, descent: Double) {
    (self.width, self.ascent, self.descent) = (width, ascent, descent)
  }

  /// From the top to the bottom of the ink.
  public var height: Double { ascent + descent }
}

/// Somebody who knows how much room a line of text takes.
///
/// Layout asks; the typesetter of the drawing room answers for the real font. It belongs to one thread.
public protocol TextMeasure: AnyObject {
  /// Measures a line of text.
  func extent(of text: RichText, size: Double) -> TextExtent
}

/// Type set without a font: every character as wide as another, full-width ones twice.
///
/// For tests, and for layouts on machines without a font.
public final class EvenMeasure: TextMeasure {
  /// Makes a measure.
  public init() {}

  /// Measures a line of text.
  public func extent(of text: RichText, size: Double) -> TextExtent {
    var width = 0.0
    for glyph in text.glyphRuns(size: size) {
      for scalar in glyph.text.unicodeScalars {
        width += glyph.size * (scalar.value >= 0x1100 ? 1 : 0.58)
      }
    }
    let rise = text.glyphRuns(size: size).map { $0.rise + 0.73 * $0.size }.max() ?? 0
    let drop = text.glyphRuns(size: size).map { 0.2 * $0.size - $0.rise }.max() ?? 0
    return TextExtent(width: width, ascent: rise, descent: drop)
  }
}

/// A stretch of text in one font, one size and at one height: what a backend sets.
public struct GlyphRun: Equatable, Sendable {
  /// What is written.
  public var text: String
  /// The size of its type, in points.
  public var size: Double
  /// How far its base line is above that of the text, in points.
  public var rise: Double
  /// Whether it is slanted.
  public var isItalic: Bool
  /// Whether it is bold.
  public var isBold: Bool
}

extension RichText {
  /// The runs with the sizes and heights of superscripts and subscripts worked out, the same for all backends.
  ///
  /// A script has 0.7 of the text's size, but not less than 6 points or 0.86 of it, as journals ask; it is
  /// raised by 0.36 or lowered by 0.16 of its parent's size. Scripts of scripts are no smaller.
  public func glyphRuns(size: Double) -> [GlyphRun] {
    runs.map { run in
      var (scriptSize, rise) = (size, 0.0)
      for script in run.scripts {
        rise += scriptSize * (script == .superscript ? 0.36 : -0.16)
        scriptSize = Swift.max(0.7 * size, Swift.min(6, 0.86 * size))
      }
      return GlyphRun(
        text: run.text, size: scriptSize, rise: rise, isItalic: run.isItalic, isBold: run.isBold)
    }
  }
}
