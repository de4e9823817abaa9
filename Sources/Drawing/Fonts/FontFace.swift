/// One font file: a family in one of its four styles.
public struct FontFace: Sendable {
  /// The family, such as "Inter".
  public let familyName: String
  /// Whether it is bold.
  public let isBold: Bool
  /// Whether it is slanted.
  public let isItalic: Bool

  let file: FontFile

  init(familyName: String, isBold: Bool, isItalic: Bool, path: String) {
    (self.familyName, self.isBold, self.isItalic) = (familyName, isBold, isItalic)
    file = FontFile(path: path)
  }

  /// Reads what a font file says of itself.
  init(readingFileAt path: String) throws(DrawingFailure) {
    guard let tables = FontTables(path: path) else { throw .brokenFont(path: path) }
    self.init(
      familyName: tables.familyName, isBold: tables.isBold, isItalic: tables.isItalic, path: path)
  }

  /// The whole file, read from disk when it is first asked for.
  public var bytes: [UInt8] {
    get throws(DrawingFailure) { Array(try file.bytes().place) }
  }

  /// Whether the font has a glyph for a character.
  public func covers(_ scalar: Unicode.Scalar) -> Bool { file.covers(scalar) }

  /// Whether both are the same file of the same book.
  func isSame(as other: FontFace) -> Bool { file === other.file }
}
