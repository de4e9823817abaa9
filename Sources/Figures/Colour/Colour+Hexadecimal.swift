/// Why a text is no colour.
public enum ColourFailure: Error, Equatable, Sendable {
  /// It is not of the form #RGB, #RRGGBB or #RRGGBBAA.
  case notHexadecimal(String)
}

extension Colour {
  /// Reads #RGB, #RRGGBB or #RRGGBBAA, in either case and with or without the number sign.
  ///
  ///     try Colour(hex: "#d55e00")   // vermilion
  public init(hex text: String) throws(ColourFailure) {
    let digits = text.utf8.first == UInt8(ascii: "#") ? text.utf8.dropFirst() : text.utf8[...]
    let values = digits.compactMap(Self.value)
    guard values.count == digits.count, [3, 6, 8].contains(values.count) else {
      throw .notHexadecimal(text)
    }
    let pairs = values.count == 3 ? values.flatMap { [$0, $0] } : values
    func share(_ place: Int) -> UInt8 { pairs[2 * place] << 4 | pairs[2 * place + 1] }
    self.init(
      red: share(0), green: share(1), blue: share(2), alpha: pairs.count == 8 ? share(3) : 255)
  }

  /// The colour as #RRGGBB, or #RRGGBBAA when something shines through.
  ///
  ///     Colour.white.hexText   // "#FFFFFF"
  public var hexText: String {
    let shares = [red, green, blue] + (alpha == 255 ? [] : [alpha])
    let texts = shares.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
    return "#" + texts.joined()
  }

  /// Makes a colour from the number that is written 0xRRGGBB.
  init(rgb: UInt32) {
    self.init(
      red: UInt8(rgb >> 16 & 0xFF), green: UInt8(rgb >> 8 & 0xFF), blue: UInt8(rgb & 0xFF))
  }

  static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
