extension Double {
  /// Reads a decimal number and nothing else, whatever the locale of the machine.
  ///
  /// The text is `[+-]digits[.digits][e[+-]digits]`, where the digits before a point may be missing.
  /// Blanks, `inf`, `nan`, hexadecimal digits, underscores and numbers beyond the range give `nil`;
  /// what is too small for a `Double` becomes zero. The result is the nearest `Double`.
  ///
  ///     Double(strictText: "-.5e1")   // -5.0
  ///     Double(strictText: "1,5")     // nil
  public init?(strictText text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard DecimalGrammar.matches(bytes) else { return nil }
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
      return nil
    }
    self = value
  }
}

extension Int {
  /// Reads a whole number and nothing else: `[+-]digits`; beyond the range gives `nil`.
  ///
  ///     Int(strictText: "+12")   // 12
  ///     Int(strictText: "12.0")  // nil
  public init?(strictText text: some StringProtocol) {
    guard let value = Int(text, radix: 10) else { return nil }
    self = value
  }
}

/// What is a decimal number when written.
private enum DecimalGrammar {
  static func matches(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    skipSign(&rest)
    let wholeDigits = skipDigits(&rest)
    if rest.first == Ascii.point {
      rest.removeFirst()
      guard skipDigits(&rest) > 0 else { return false }
    } else {
      guard wholeDigits > 0 else { return false }
    }
    if let mark = rest.first, Ascii.isExponentMark(mark) {
      rest.removeFirst()
      skipSign(&rest)
      guard skipDigits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func skipSign(_ rest: inout ArraySlice<UInt8>) {
    if let sign = rest.first, Ascii.isSign(sign) { rest.removeFirst() }
  }

  /// Takes the digits at the start away and tells how many there were.
  private static func skipDigits(_ rest: inout ArraySlice<UInt8>) -> Int {
    let digits = rest.prefix(while: Ascii.isDigit).count
    rest.removeFirst(digits)
    return digits
  }
}
