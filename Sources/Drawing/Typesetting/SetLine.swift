/// A line of text with every glyph in its place, in points from where it begins; y grows downward.
struct SetLine {
  /// Its stretches of one font, from left to right.
  private(set) var pieces: [SetPiece] = []
  /// From where it begins to where the next would.
  private(set) var width = 0.0
  /// From the base line up to the highest ink.
  private(set) var ascent = 0.0
  /// From the base line down to the lowest ink.
  private(set) var descent = 0.0

  /// Shapes items that stand from left to right.
  init(_ items: [TextItem], by shaper: Shaper) {
    var ink: (high: Double, low: Double)?
    for item in items {
      let piece = shaper.shape(item, at: width)
      width = piece.end
      if let own = piece.ink {
        ink = (Swift.max(ink?.high ?? own.high, own.high), Swift.min(ink?.low ?? own.low, own.low))
      }
      pieces.append(piece)
    }
    (ascent, descent) = (ink?.high ?? 0, -(ink?.low ?? 0))
  }
}

/// A stretch of a line in one font and size.
struct SetPiece {
  /// The font.
  let font: ShapingFont
  /// The size of its type, in points.
  let size: Double
  /// Its text.
  let bytes: [UInt8]
  /// Whether its text is read from right to left; glyphs always stand from left to right.
  let isRightToLeft: Bool
  /// The glyphs.
  var glyphs: [SetGlyph] = []
  /// Which bytes are which glyphs, in the order of the text.
  var clusters: [Cluster] = []
  /// Where it ends.
  var end: Double
  /// The highest and the lowest ink above the base line of the text.
  var ink: (high: Double, low: Double)?

  /// Bytes of the text that belong to glyphs.
  struct Cluster: Equatable {
    var bytes: Int
    var glyphs: Int
  }
}

/// A glyph in its place.
struct SetGlyph: Equatable {
  let index: UInt32
  let x: Double
  let y: Double
}
