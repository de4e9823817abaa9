import Text

extension Double {
  /// The number in powers of a thousand, with the SI prefix and the unit behind a thin space.
  ///
  ///     12_345.engineeringText(unit: "W")    // "12.3 kW"
  ///     0.000_25.engineeringText(unit: "s")  // "250 µs"
  ///
  /// Beyond quetta and quecto the prefix stays and the number grows or shrinks; what is not finite is a dash.
  public func engineeringText(unit: String = "", significantDigits: Int = 3) -> String {
    precondition(significantDigits > 0, "A number needs at least one significant digit.")
    guard isFinite else { return "–" }
    var prefix = EngineeringPrefix(for: self)
    var shown = rounded(for: prefix, significantDigits)
    if shown.magnitude >= 1000, let next = prefix.next {
      prefix = next
      shown = rounded(for: prefix, significantDigits)
    }
    let whole = TenPower.exponent(of: shown) + 1
    let decimals = shown == 0 ? 0 : Swift.max(0, significantDigits - whole)
    let number = TickLabels.text(shown, decimals: Swift.min(30, decimals))
    let symbol = prefix.symbol + unit
    return symbol.isEmpty ? number : number + "\u{2009}" + symbol
  }

  private func rounded(for prefix: EngineeringPrefix, _ digits: Int) -> Double {
    let scaled = prefix.scaled(self)
    return Double(scaled.text(significantDigits: digits)) ?? scaled
  }
}

/// A power of a thousand and its SI prefix.
///
///     EngineeringPrefix(for: 45_000).symbol   // "k"
public struct EngineeringPrefix: Equatable, Sendable {
  /// The power of ten, a multiple of 3.
  public let exponent: Int

  private static let symbols = [
    "q", "r", "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y",
    "R", "Q",
  ]

  /// The prefix under which a number has one to three digits before its point; none for 0.
  public init(for number: Double) {
    let size = TenPower.exponent(of: number)
    let thousands = (Double(size) / 3).rounded(.down)
    exponent = 3 * Swift.min(10, Swift.max(-10, Int(thousands)))
  }

  private init(exponent: Int) { self.exponent = exponent }

  /// The symbol, such as "k" or "µ".
  public var symbol: String { Self.symbols[exponent / 3 + 10] }

  /// The next larger prefix.
  var next: EngineeringPrefix? { exponent < 30 ? .init(exponent: exponent + 3) : nil }

  /// The number that stands before the prefix.
  public func scaled(_ number: Double) -> Double {
    exponent < 0
      ? number * TenPower.value(1, -exponent) : number / TenPower.value(1, exponent)
  }
}
