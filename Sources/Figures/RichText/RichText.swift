/// The text of a label, in runs that are raised, lowered, slanted or bold.
///
///     try RichText(markup: "Energy (kWh^{-1})").plainText   // "Energy (kWh⁻¹)"
///     RichText(plain: "^{<b>*").plainText                    // "^{<b>*"
///
/// Markup is what an author writes; text from data always comes in by ``init(plain:)`` and can never
/// be read as markup. Runs know nothing of SVG or Pango: a backend escapes each text in its own way.
public struct RichText: Equatable, Hashable, Sendable {
  /// The runs from first to last; none is empty, and two neighbours differ in style.
  public private(set) var runs: [Run]

  /// A stretch of text in one style.
  public struct Run: Equatable, Hashable, Sendable {
    /// What is read.
    public var text: String
    /// The levels it was raised and lowered by, from the outermost; none on the base line.
    public var scripts: [Script]
    /// Whether it is slanted.
    public var isItalic: Bool
    /// Whether it is bold.
    public var isBold: Bool

    /// Makes a run.
    public init(
      _ text: String, scripts: [Script] = [], isItalic: Bool = false, isBold: Bool = false
    ) {
      (self.text, self.scripts) = (text, scripts)
      (self.isItalic, self.isBold) = (isItalic, isBold)
    }

    fileprivate func isStyled(as other: Run) -> Bool {
      (scripts, isItalic, isBold) == (other.scripts, other.isItalic, other.isBold)
    }
  }

  /// One level off the base line.
  public enum Script: String, Equatable, Hashable, Sendable {
    /// Raised.
    case superscript
    /// Lowered.
    case `subscript`
  }

  /// Makes a text of runs; empty ones are left out, and equal neighbours become one.
  ///
  /// Line breaks and tabs become blanks and other control characters U+FFFD, as a label is one line
  /// and a file with them would be broken.
  public init(runs: [Run] = []) {
    self.runs = []
    for var run in runs where !run.text.isEmpty {
      run.text = Self.oneLine(run.text)
      if let last = self.runs.last, last.isStyled(as: run) {
        self.runs[self.runs.count - 1].text += run.text
      } else {
        self.runs.append(run)
      }
    }
  }

  /// Takes a text as it stands.
  public init(plain text: String) { self.init(runs: [Run(text)]) }

  /// Whether there is nothing to read.
  public var isEmpty: Bool { runs.isEmpty }

  /// The same text in bold, as panel letters are.
  public var bold: RichText {
    RichText(
      runs: runs.map {
        var run = $0
        run.isBold = true
        return run
      })
  }

  /// Puts one text after another.
  public static func + (left: RichText, right: RichText) -> RichText {
    RichText(runs: left.runs + right.runs)
  }

  private static func oneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
        scalars.append(" ")
      default: scalars.append(isControl(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(scalars)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
