extension Double {
  /// The shortest text that reads back as the same value.
  ///
  /// Whole numbers have no point, very large and small ones an exponent.
  ///
  ///     0.1.shortestText     // "0.1"
  ///     3.0.shortestText     // "3"
  ///     1e-9.shortestText    // "1e-09"
  ///
  /// Minus zero is "-0"; what is not finite is "not a number", "infinite" or "-infinite".
  public var shortestText: String {
    guard isFinite else { return nonFiniteText }
    let text = description
    return text.utf8.suffix(2).elementsEqual(".0".utf8) ? String(text.dropLast(2)) : text
  }

  /// Writes ``shortestText`` after what is there, without a text in between.
  ///
  ///     var bytes: [UInt8] = []
  ///     0.5.appendShortestText(to: &bytes)   // [0x30, 0x2E, 0x35]
  public func appendShortestText(to bytes: inout [UInt8]) {
    guard isFinite else {
      bytes += nonFiniteText.utf8
      return
    }
    // Whole numbers, such as steps and seconds, need no search for the shortest digits.
    if magnitude < 1e9, self == rounded(.towardZero), self != 0 {
      Self.append(whole: Int32(self), to: &bytes)
      return
    }
    var text = description
    text.withUTF8 { text in
      let count = text.count
      let isWhole =
        count > 2 && text[count - 2] == UInt8(ascii: ".") && text[count - 1] == UInt8(ascii: "0")
      bytes.append(contentsOf: text.prefix(isWhole ? count - 2 : count))
    }
  }

  /// Writes a whole number digit by digit: tables are full of them, and a text for each would be made in vain.
  private static func append(whole: Int32, to bytes: inout [UInt8]) {
    if whole < 0 { bytes.append(UInt8(ascii: "-")) }
    var (rest, power) = (whole.magnitude, UInt32(1))
    while rest / power >= 10 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
      rest %= power
      power /= 10
    }
  }

  /// The number with so many digits after the point, as C's `%.*f` in the C locale.
  ///
  /// The exact binary value is rounded, and a tie goes to the even digit. What rounds to zero has no minus.
  ///
  ///     2.675.text(decimals: 2)   // "2.67", as the value is 2.67499999999999982236431605997495353221893310546875
  ///     0.125.text(decimals: 2)   // "0.12"
  ///     (-0.001).text(decimals: 2)   // "0.00"
  public func text(decimals: Int) -> String {
    precondition(decimals >= 0, "A number cannot have \(decimals) decimals.")
    guard isFinite else { return nonFiniteText }
    var decimal = ExactDecimal(magnitudeOf: self)
    decimal.round(toDigits: decimal.pointPlace + decimals)
    let isNegative = self < 0 && decimal.digits.contains { $0 != 0 }
    return (isNegative ? "-" : "") + decimal.positionalText(decimals: decimals)
  }

  /// The number with so many digits that carry meaning, as C's `%.*g`, without zeros at its end.
  ///
  /// An exponent appears only below 1e-4 and from 1e16. Rounding is as in ``text(decimals:)``.
  ///
  ///     1234.5678.text(significantDigits: 3)   // "1230"
  ///     0.00012345.text(significantDigits: 2)  // "0.00012"
  ///     6.02214076e23.text(significantDigits: 3)   // "6.02e+23"
  public func text(significantDigits: Int) -> String {
    precondition(significantDigits > 0, "A number needs at least one significant digit.")
    guard isFinite else { return nonFiniteText }
    var decimal = ExactDecimal(magnitudeOf: self)
    decimal.round(toDigits: significantDigits)
    let sign = self < 0 ? "-" : ""
    let meaningful = decimal.digits.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
    guard (-4...15).contains(decimal.exponent) else {
      return sign + Self.exponentText(decimal.digits.prefix(meaningful), decimal.exponent)
    }
    return sign + decimal.positionalText(decimals: max(0, meaningful - decimal.pointPlace))
  }

  /// The number with its thousands set apart, such as "12 345.68".
  ///
  ///     12345.678.groupedText(decimals: 2, separator: ",")   // "12,345.68"
  public func groupedText(decimals: Int, separator: String = .thousandsSeparator) -> String {
    guard isFinite else { return nonFiniteText }
    let text = text(decimals: decimals)
    let whole = text.prefix { $0 != "." }
    return whole.grouped(by: separator) + text.dropFirst(whole.count)
  }

  private var nonFiniteText: String {
    isNaN ? "not a number" : self < 0 ? "-infinite" : "infinite"
  }

  private static func exponentText(_ digits: ArraySlice<UInt8>, _ exponent: Int) -> String {
    let text = digits.map { String($0) }
    let fraction = text.dropFirst().joined()
    let size = String(abs(exponent))
    return text[0] + (fraction.isEmpty ? "" : "." + fraction)
      + (exponent < 0 ? "e-" : "e+") + (size.count < 2 ? "0" + size : size)
  }
}

extension Int {
  /// The number with its thousands set apart by a narrow no-break space, such as "12 345".
  public var groupedText: String { groupedText(separator: .thousandsSeparator) }

  /// The number with its thousands set apart.
  ///
  ///     (-1234567).groupedText(separator: ",")   // "-1,234,567"
  public func groupedText(separator: String) -> String {
    description.grouped(by: separator)
  }
}

extension String {
  /// The narrow no-break space, U+202F, which sets thousands apart (ISO 80000-1).
  public static let thousandsSeparator = "\u{202F}"
}

extension StringProtocol {
  /// The digits in groups of three from the right, behind their sign.
  fileprivate func grouped(by separator: String) -> String {
    let digits = drop { $0 == "-" }
    var text = String(prefix(count - digits.count))
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text += separator }
      text.append(digit)
    }
    return text
  }
}
