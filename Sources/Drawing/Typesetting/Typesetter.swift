public import Figures

/// Sets lines of text in the fonts of a book: knows how wide they are and where each glyph stands.
///
///     let typesetter = try Typesetter(FontBook.inter())
///     typesetter.extent(of: RichText(plain: "Energy"), size: 8).width   // 28.1…
///
/// Text is shaped as a browser shapes it, with kerning and ligatures and from right to left where it
/// is read so, and never hinted: it is as wide on paper as on a screen. One typesetter belongs to
/// one thread; a book of fonts may have many.
public final class Typesetter: TextMeasure {
  /// The fonts that text is set in.
  public let fonts: FontBook
  private let styles: [ShapingFont]
  private var fallbacks: [ShapingFont] = []
  private let shaper = Shaper()
  private var known: [Question: SetLine] = [:]
  private static let mostKnown = 4096

  /// What a line is known by.
  private struct Question: Hashable {
    let text: RichText
    let size: Double
  }

  /// Opens the four styles of a book.
  public init(_ fonts: FontBook) throws(DrawingFailure) {
    self.fonts = fonts
    var styles: [ShapingFont] = []
    for style in 0..<4 {
      styles.append(
        try ShapingFont(fonts.face(isBold: style % 2 == 1, isItalic: style >= 2)))
    }
    self.styles = styles
  }

  /// Measures a line of text: its advance, and the ink of the very glyphs.
  ///
  /// Where all ink is above the base line, as in a minus sign, the descent is negative.
  public func extent(of text: RichText, size: Double) -> TextExtent {
    let line = line(text, size: size)
    return TextExtent(width: line.width, ascent: line.ascent, descent: line.descent)
  }

  /// The characters that no font of the book has a glyph for, in the order of the text.
  public func missingScalars(of text: RichText) -> [Unicode.Scalar] {
    text.runs.flatMap { run in
      run.text.unicodeScalars.filter { scalar in
        !scalar.needsNoGlyph
          && fonts.face(for: scalar, isBold: run.isBold, isItalic: run.isItalic) == nil
      }
    }
  }

  /// A line of text with every glyph in its place.
  func line(_ text: RichText, size: Double) -> SetLine {
    let question = Question(text: text, size: size)
    if let line = known[question] { return line }
    let line = SetLine(TextItem.items(of: text, size: size, font: font), by: shaper)
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    known[question] = line
    return line
  }

  /// The font that the characters of one sign, such as a letter and its accent, are set in.
  private func font(for sign: Character, in run: GlyphRun) -> ShapingFont {
    let own = styles[(run.isBold ? 1 : 0) + (run.isItalic ? 2 : 0)]
    let scalars = sign.unicodeScalars.filter { !$0.needsNoGlyph }
    if scalars.allSatisfy(own.face.covers) { return own }
    for scalar in scalars {
      guard
        let face = fonts.face(for: scalar, isBold: run.isBold, isItalic: run.isItalic),
        !face.isSame(as: own.face)
      else { continue }
      if let open = (styles + fallbacks).first(where: { $0.face.isSame(as: face) }) { return open }
      guard let font = try? ShapingFont(face) else { continue }
      fallbacks.append(font)
      return font
    }
    return own
  }
}

extension Unicode.Scalar {
  /// Whether it shows nothing: blanks, which every font can leave, and signs that only steer.
  fileprivate var needsNoGlyph: Bool {
    properties.isWhitespace || properties.isDefaultIgnorableCodePoint
  }
}
