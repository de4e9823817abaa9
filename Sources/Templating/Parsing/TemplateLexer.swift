/// Cuts a template into tokens.
struct TemplateLexer {
  /// What is wrong, and at which byte.
  struct Failure: Error {
    let offset: Int
    let reason: TemplateFailure.Reason
  }

  private let source: [UInt8]
  private var offset = 0
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  private var tokens: [TemplateToken] = []

  init(_ source: [UInt8]) {
    self.source = source
  }

  mutating func readTokens() throws(Failure) -> [TemplateToken] {
    var textStart = 0
    while offset < source.count {
      if starts(with: opening, at: offset) {
        addText(from: textStart)
        try readTag()
        textStart = offset
      } else {
        offset += 1
        if source[offset - 1] == UInt8(ascii: "\n") {
          addText(from: textStart)
          textStart = offset
        }
      }
    }
    addText(from: textStart)
    return tokens
  }

  private mutating func addText(from start: Int) {
    guard start < offset else { return }
    tokens.append(TemplateToken(kind: .text, start: start, bytes: source[start..<offset]))
  }

  private mutating func readTag() throws(Failure) {
    let start = offset
    var inside = offset + opening.count
    while inside < source.count, source[inside].isBlank { inside += 1 }
    let sigil = inside < source.count ? source[inside] : 0
    let kind = Self.kind(of: sigil)
    if kind != .value { inside += 1 }
    let closing = Self.ending(of: sigil) + closing
    guard let end = firstOffset(of: closing, from: inside) else {
      let text = String(decoding: closing, as: UTF8.self)
      throw Failure(offset: start, reason: .unclosedTag(closing: text))
    }
    offset = end + closing.count
    let name = source[inside..<end].trimmingBlanks
    if kind == .delimiters { try setDelimiters(name, start: start) }
    tokens.append(TemplateToken(kind: kind, start: start, bytes: name))
  }

  private mutating func setDelimiters(_ text: ArraySlice<UInt8>, start: Int) throws(Failure) {
    let parts = text.split(whereSeparator: \.isBlank)
    guard parts.count == 2, !text.contains(UInt8(ascii: "=")) else {
      let words = String(decoding: text, as: UTF8.self)
      throw Failure(offset: start, reason: .malformedDelimiters(words))
    }
    (opening, closing) = (Array(parts[0]), Array(parts[1]))
  }

  private func starts(with text: [UInt8], at place: Int) -> Bool {
    source[place] == text[0] && source[place...].starts(with: text)
  }

  private func firstOffset(of text: [UInt8], from start: Int) -> Int? {
    guard start < source.count else { return nil }
    return (start..<source.count).first { starts(with: text, at: $0) }
  }

  private static func kind(of sigil: UInt8) -> TemplateToken.Kind {
    switch sigil {
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="): .delimiters
    case UInt8(ascii: "{"), UInt8(ascii: "&"): .verbatimValue
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .invertedSection
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: ">"): .partial
    default: .value
    }
  }

  /// What must stand before the closing delimiter.
  private static func ending(of sigil: UInt8) -> [UInt8] {
    switch sigil {
    case UInt8(ascii: "{"): [UInt8(ascii: "}")]
    case UInt8(ascii: "="): [UInt8(ascii: "=")]
    default: []
    }
  }
}

extension ArraySlice<UInt8> {
  var trimmingBlanks: ArraySlice<UInt8> {
    var rest = drop(while: \.isBlank)
    while let last = rest.last, last.isBlank { rest.removeLast() }
    return rest
  }
}
