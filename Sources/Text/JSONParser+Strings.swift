extension JSONParser {
  /// Reads a string, with the cursor on its opening quote.
  mutating func parseString() throws(JSONFailure) -> String {
    let start = cursor.position
    cursor.advance()
    var characters: [UInt8] = []
    while let byte = cursor.current {
      switch byte {
      case Ascii.quote:
        cursor.advance()
        return String(decoding: characters, as: UTF8.self)
      case Ascii.backslash:
        let scalar = try parseEscape(stringStart: start)
        characters.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      case ..<Ascii.space:
        throw failure(.controlCharacter(byte))
      default:
        characters.append(byte)
        cursor.advance()
      }
    }
    throw failure(.endsInside(.string, start: start))
  }

  private mutating func parseEscape(
    stringStart: TextPosition
  ) throws(JSONFailure) -> Unicode.Scalar {
    let backslash = cursor
    cursor.advance()
    guard let mark = cursor.current else {
      throw failure(.endsInside(.string, start: stringStart))
    }
    if mark == UInt8(ascii: "u") { return try parseUnicodeEscape(from: backslash) }
    guard let scalar = Self.scalar(escapedBy: mark) else {
      let escape = "\\" + cursor.currentCharacter
      throw JSONFailure(position: backslash.position, reason: .unknownEscape(escape))
    }
    cursor.advance()
    return scalar
  }

  private static func scalar(escapedBy mark: UInt8) -> Unicode.Scalar? {
    switch mark {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): Unicode.Scalar(mark)
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    default: nil
    }
  }

  /// Reads `uXXXX`, and the second half where this is the first of a surrogate pair.
  private mutating func parseUnicodeEscape(
    from backslash: TextCursor
  ) throws(JSONFailure) -> Unicode.Scalar {
    let first = try parseCodeUnit(of: backslash)
    if let scalar = Unicode.Scalar(first) { return scalar }
    let escape = cursor.text(from: backslash.offset)
    let lone = JSONFailure(position: backslash.position, reason: .loneSurrogate(escape))
    let secondBackslash = cursor
    guard UTF16.isLeadSurrogate(first), cursor.current == Ascii.backslash,
      cursor.peek(1) == UInt8(ascii: "u")
    else { throw lone }
    cursor.advance()
    let second = try parseCodeUnit(of: secondBackslash)
    guard UTF16.isTrailSurrogate(second) else { throw lone }
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  /// Reads the `uXXXX` of an escape.
  private mutating func parseCodeUnit(of backslash: TextCursor) throws(JSONFailure) -> UInt16 {
    cursor.advance()
    var codeUnit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = cursor.current, let digit = Self.hexadecimalValue(of: byte) else {
        throw JSONFailure(position: backslash.position, reason: .malformedUnicodeEscape)
      }
      codeUnit = codeUnit << 4 | digit
      cursor.advance()
    }
    return codeUnit
  }

  private static func hexadecimalValue(of byte: UInt8) -> UInt16? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt16($0) }
  }
}
