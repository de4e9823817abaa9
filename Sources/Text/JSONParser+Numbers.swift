extension JSONParser {
  /// Reads a number, with the cursor on its minus or first digit.
  mutating func parseNumber() throws(JSONFailure) -> JSONNode.Content {
    let start = cursor
    if cursor.current == Ascii.minus { cursor.advance() }
    try parseWholePart()
    let hasFraction = try parseFraction()
    let hasExponent = try parseExponent()
    let text = cursor.text(from: start.offset)
    if !hasFraction, !hasExponent, text != "-0", let integer = Int(text) {
      return .integer(integer)
    }
    guard let number = Double(strictText: text) else {
      throw JSONFailure(position: start.position, reason: .numberTooLarge(text))
    }
    return .number(number)
  }

  private mutating func parseWholePart() throws(JSONFailure) {
    if cursor.current == Ascii.zero, let next = cursor.peek(1), Ascii.isDigit(next) {
      throw failure(.leadingZero)
    }
    try parseDigits(after: "-")
  }

  /// Reads a point and its digits and tells whether there were any.
  private mutating func parseFraction() throws(JSONFailure) -> Bool {
    guard cursor.current == Ascii.point else { return false }
    cursor.advance()
    try parseDigits(after: ".")
    return true
  }

  /// Reads an exponent and tells whether there was one.
  private mutating func parseExponent() throws(JSONFailure) -> Bool {
    guard let byte = cursor.current, Ascii.isExponentMark(byte) else { return false }
    let start = cursor.offset
    cursor.advance()
    if let sign = cursor.current, Ascii.isSign(sign) { cursor.advance() }
    try parseDigits(after: cursor.text(from: start))
    return true
  }

  private mutating func parseDigits(after mark: String) throws(JSONFailure) {
    guard let byte = cursor.current, Ascii.isDigit(byte) else {
      throw failure(.missingDigits(after: mark))
    }
    cursor.skip(while: Ascii.isDigit)
  }
}
