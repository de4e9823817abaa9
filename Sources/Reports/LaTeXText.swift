internal import Figures

/// Text as LaTeX shows it, whatever characters it is made of.
///
/// For pdfLaTeX with UTF-8, the default since 2018: what it has no glyph for is written in mathematics, and what
/// it does not know at all by its number, so that a paper always compiles.
///
///     LaTeXText.escaped("50 % of α_max")   // 50 \% of $\alpha$\_max
enum LaTeXText {
  /// Returns a text of which nothing is a command.
  static func escaped(_ text: String) -> String {
    var latex = ""
    for scalar in text.unicodeScalars {
      if let accent = accents[scalar] {
        latex = latex.accented(accent)
      } else {
        let piece = latexText(of: scalar)
        // Two hyphens, commas or quotes in a row would become one other character.
        if piece == latex.suffix(piece.count), ["-", ",", "'"].contains(piece) { latex += "{}" }
        latex += piece
      }
    }
    return latex
  }

  /// Returns a text with raised, lowered, slanted and bold runs.
  static func markup(_ text: RichText) -> String {
    text.runs.map { run in
      var latex = escaped(run.text)
      if run.isItalic { latex = "\\textit{\(latex)}" }
      if run.isBold { latex = "\\textbf{\(latex)}" }
      for script in run.scripts.reversed() {
        latex = (script == .superscript ? "\\textsuperscript{" : "\\textsubscript{") + latex + "}"
      }
      return latex
    }.joined()
  }

  /// Returns the name of a file or a label, in which only letters, digits and `.-+:/` are safe.
  static func name(_ text: String) -> String {
    String(
      decoding: text.utf8.map { byte -> UInt8 in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          byte
        default: ".-+:/".utf8.contains(byte) ? byte : UInt8(ascii: "-")
        }
      }, as: UTF8.self)
  }

  private static func latexText(of scalar: Unicode.Scalar) -> String {
    if let command = commands[scalar] { return command }
    if let letter = greek[scalar] { return "$\(letter)$" }
    switch scalar.value {
    case 0x20...0x7E: return String(scalar)
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: return ""  // invisible
    case 0..<0x20, 0x7F..<0xA0: return " "
    case 0xA1...0x17F: return String(scalar)  // the Latin letters that inputenc knows
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
      return "\\mbox{U+\(zeros)\(digits)}"
    }
  }
}

extension String {
  /// The text with an accent over its last letter, which LaTeX writes in front of it.
  fileprivate func accented(_ accent: String) -> String {
    guard let letter = last, letter.isASCII, letter.isLetter else { return self }
    return dropLast() + "\\\(accent){\(letter)}"
  }
}
