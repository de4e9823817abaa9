/// HTML that may stand in the text of a page as it is.
///
///     (SafeHTML(escaping: "a < b") + SafeHTML(trusted: "<br>")).text   // a &lt; b<br>
public struct SafeHTML: Equatable, Sendable {
  /// The HTML.
  public let text: String

  /// Makes HTML that shows a text.
  public init(escaping text: String) {
    var bytes: [UInt8] = []
    bytes.appendEscaped(text)
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  /// Takes HTML on trust: whole elements, written by a writer that escapes, never text from data.
  public init(trusted text: String) {
    self.text = text
  }

  /// Returns both behind each other.
  public static func + (left: SafeHTML, right: SafeHTML) -> SafeHTML {
    SafeHTML(trusted: left.text + right.text)
  }
}

extension [UInt8] {
  /// Appends a text with the five characters escaped that mean something in HTML.
  mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for (offset, byte) in bytes.enumerated() where byte <= 0x3E {
        guard let escape = byte.htmlEscape else { continue }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<offset]))
        append(contentsOf: escape.utf8)
        start = offset + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }
}

extension UInt8 {
  fileprivate var htmlEscape: StaticString? {
    switch self {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}

extension StaticString {
  fileprivate var utf8: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
