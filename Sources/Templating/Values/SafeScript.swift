public import Text

/// A program, or data for one, that may be the whole content of a `script` element.
///
/// The content of the element is exactly ``text``, so that its SHA-256 is the hash which the page's content
/// security policy names.
///
///     SafeScript(data: ["site": "</script>"]).text   // {"site":"\u003C/script\u003E"}
public struct SafeScript: Equatable, Sendable {
  /// The content of the element.
  public let text: String

  /// Takes a program of the project itself; nothing when it could end the element early.
  ///
  /// The texts `</script`, `<script` and `<!--` change where an element ends, in letters of either case.
  public init?(program: String) {
    let lowercased = program.lowercased()
    guard !["</script", "<script", "<!--"].contains(where: lowercased.contains) else { return nil }
    text = program
  }

  /// Makes data that a program reads, for `<script type="application/json">`.
  public init(data: JSON) {
    var escaped = ""
    for scalar in data.compactText.unicodeScalars {
      switch scalar {
      case "<": escaped += "\\u003C"
      case ">": escaped += "\\u003E"
      case "&": escaped += "\\u0026"
      case "\u{2028}": escaped += "\\u2028"
      case "\u{2029}": escaped += "\\u2029"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    text = escaped
  }
}

/// Rules that may be the whole content of a `style` element.
///
///     SafeStyle("a > b { margin: 0 }") != nil   // true
///     SafeStyle("</style>")                     // nil
public struct SafeStyle: Equatable, Sendable {
  /// The content of the element.
  public let text: String

  /// Takes rules of the project itself; nothing when they contain "<", which could end the element early.
  public init?(_ text: String) {
    guard !text.utf8.contains(UInt8(ascii: "<")) else { return nil }
    self.text = text
  }
}
