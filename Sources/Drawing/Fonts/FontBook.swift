/// The fonts that figures are set in, and no others: whatever else a machine has is never used.
///
///     let fonts = try FontBook.inter()
///     fonts.face(isBold: true, isItalic: false).familyName   // "Inter"
///
/// One book serves many threads; its files are read when they are first needed.
public struct FontBook: Sendable {
  /// The four styles of text: upright, bold, italic, bold italic; a family without a style lends
  /// its nearest.
  private let styles: [FontFace]

  /// Where characters are looked for that the text's family lacks, in this order.
  public let fallbacks: [FontFace]

  /// The face that text of a style is set in.
  public func face(isBold: Bool, isItalic: Bool) -> FontFace {
    styles[(isBold ? 1 : 0) + (isItalic ? 2 : 0)]
  }

  /// The face that a character of a style is set in: the text's own, or the first fallback that has
  /// it in this style, or in any; nil when none has it.
  public func face(for scalar: Unicode.Scalar, isBold: Bool, isItalic: Bool) -> FontFace? {
    let own = face(isBold: isBold, isItalic: isItalic)
    if own.covers(scalar) { return own }
    return fallbacks.first { ($0.isBold, $0.isItalic) == (isBold, isItalic) && $0.covers(scalar) }
      ?? fallbacks.first { $0.covers(scalar) }
  }
}

// MARK: - Inter

extension FontBook {
  /// The folders in which Inter is looked for, besides those that a caller names.
  public static let usualFolders = [
    "/usr/share/fonts/opentype/inter", "/usr/share/fonts/truetype/inter",
    "/usr/local/share/fonts/inter", "/usr/local/share/fonts",
  ]

  /// Finds Inter where Debian's package `fonts-inter` puts it, or in other usual folders.
  ///
  /// - Parameter folders: where to look first, such as the user's own folders of fonts.
  /// - Returns: a book of Inter alone.
  /// - Throws: what to install when it is in none of them.
  public static func inter(alsoIn folders: [String] = []) throws(DrawingFailure) -> FontBook {
    FontBook(styles: try interStyles(in: folders + usualFolders), fallbacks: [])
  }

  private static func interStyles(in folders: [String]) throws(DrawingFailure) -> [FontFace] {
    let names = ["Regular", "Bold", "Italic", "BoldItalic"]
    for folder in folders {
      for ending in [".otf", ".ttf"] {
        let paths = names.map { "\(folder)/Inter-\($0)\(ending)" }
        guard paths.allSatisfy(FileBytes.isReadable) else { continue }
        return paths.enumerated().map { index, path in
          FontFace(
            familyName: "Inter", isBold: index % 2 == 1, isItalic: index >= 2, path: path)
        }
      }
    }
    throw .noInter(folders: folders)
  }
}

// MARK: - A folder of fonts

extension FontBook {
  /// Takes the fonts of a folder, as a journal asks for: the Latin family with the most styles for
  /// text, all others for the characters it lacks.
  ///
  /// Where Inter is installed it comes next, then families of the same name, such as Noto Sans Hebrew
  /// after Noto Sans, then the rest. Where the folder has no Latin family, text is set in Inter.
  ///
  /// - Parameters:
  ///   - directory: the folder; what the files are is read from their own tables, not their names.
  ///   - folders: where Inter is looked for besides the usual places.
  /// - Throws: what is wrong with the folder or one of its fonts.
  public init(
    directory: String, interAlsoIn folders: [String] = []
  ) throws(DrawingFailure) {
    guard let names = FileBytes.names(in: directory) else { throw .unreadable(path: directory) }
    var faces: [FontFace] = []
    for name in names where Self.isFontName(name) {
      faces.append(try FontFace(readingFileAt: "\(directory)/\(name)"))
    }
    guard !faces.isEmpty else { throw .noFonts(folder: directory) }
    let inter: [FontFace]
    do {
      inter = try Self.interStyles(in: folders + Self.usualFolders)
    } catch {
      inter = []
      guard Self.textFamily(of: faces) != nil else { throw error }
    }
    guard let family = Self.textFamily(of: faces) else {
      self.init(styles: inter, fallbacks: faces)
      return
    }
    let others = faces.filter { $0.familyName != family }
    self.init(
      styles: Self.styles(of: family, in: faces),
      fallbacks: inter + others.filter { $0.familyName.hasPrefix(family) }
        + others.filter { !$0.familyName.hasPrefix(family) })
  }

  private static func isFontName(_ name: String) -> Bool {
    [".otf", ".ttf", ".OTF", ".TTF"].contains { name.hasSuffix($0) }
  }

  /// The Latin family with the most styles; of equals, the first by name.
  private static func textFamily(of faces: [FontFace]) -> String? {
    var counts: [(family: String, styles: Int)] = []
    for face in faces.sorted(by: { $0.familyName < $1.familyName }) where isLatin(face) {
      if counts.last?.family != face.familyName { counts.append((face.familyName, 0)) }
      counts[counts.count - 1].styles += 1
    }
    let most = counts.map(\.styles).max()
    return counts.first { $0.styles == most }?.family
  }

  private static func isLatin(_ face: FontFace) -> Bool {
    "AZaz09".unicodeScalars.allSatisfy(face.covers)
  }

  private static func styles(of family: String, in faces: [FontFace]) -> [FontFace] {
    let members = faces.filter { $0.familyName == family }
    return [(false, false), (true, false), (false, true), (true, true)].map { isBold, isItalic in
      members.max { nearness($0, isBold, isItalic) < nearness($1, isBold, isItalic) } ?? members[0]
    }
  }

  private static func nearness(_ face: FontFace, _ isBold: Bool, _ isItalic: Bool) -> Int {
    (face.isBold == isBold ? 2 : 0) + (face.isItalic == isItalic ? 1 : 0)
  }
}
