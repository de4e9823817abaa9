import Text

/// The fonts of a page within the page: of each face only the characters that occur.
///
///     let fonts = try EmbeddedFonts(for: FontUse(of: scenes), from: .inter())
///     fonts.css   // "@font-face{font-family:Inter;font-weight:400;…src:url(data:font/woff;base64,…"
///
/// Faces of other families that lend characters go by the same family name, each for its own
/// characters only, so that text names one family and finds them all.
public struct EmbeddedFonts: Equatable, Sendable {
  /// The family of all figures where nothing else is said.
  public static let usualFamily = "Inter"

  /// The name that text finds the fonts by.
  public let family: String
  /// The rules of the fonts, for a `style` element.
  public let css: String

  /// Takes from a book of fonts what a page needs; styles that do not occur are left out.
  public init(for use: FontUse, from book: FontBook) throws(DrawingFailure) {
    family = book.face(isBold: false, isItalic: false).familyName
    var rules = ""
    for part in Self.parts(of: use, in: book) {
      let file = try FontSubset.woff(of: part.face, for: part.scalars)
      rules += Self.rule(for: part, family: family, file: file)
    }
    css = rules
  }

  /// A face and the characters it is needed for, in rising order.
  private struct Part {
    let face: FontFace
    var scalars: [Unicode.Scalar]
  }

  private static func parts(of use: FontUse, in book: FontBook) -> [Part] {
    var parts: [Part] = []
    for style in use.scalars.indices {
      let (isBold, isItalic) = (style % 2 == 1, style >= 2)
      for scalar in use.scalars[style].sorted() {
        guard let face = book.face(for: scalar, isBold: isBold, isItalic: isItalic) else {
          continue
        }
        if let known = parts.firstIndex(where: { $0.face.isSame(as: face) }) {
          parts[known].scalars.append(scalar)
        } else {
          parts.append(Part(face: face, scalars: [scalar]))
        }
      }
    }
    return parts.map { Part(face: $0.face, scalars: Set($0.scalars).sorted()) }
  }

  private static func rule(for part: Part, family: String, file: [UInt8]) -> String {
    let isLent = part.face.familyName != family
    let range = part.scalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }
    return "@font-face{font-family:\(family.quotedFamily)"
      + ";font-weight:\(part.face.isBold ? 700 : 400)"
      + ";font-style:\(part.face.isItalic ? "italic" : "normal")"
      + (isLent ? ";unicode-range:" + range.joined(separator: ",") : "")
      + ";src:url(data:font/woff;base64,\(Base64.text(of: file))) format('woff')}\n"
  }
}

extension String {
  /// The name of a font family as CSS reads it.
  var quotedFamily: String {
    let isWord =
      !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
      }
    guard !isWord else { return self }
    let name = unicodeScalars.filter { $0.value >= 0x20 && !"'\\<>&".unicodeScalars.contains($0) }
    return "'" + String(String.UnicodeScalarView(name)) + "'"
  }
}
