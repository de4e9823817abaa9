extension Colour: Codable {
  /// Writes the colour as "#RRGGBB" or "#RRGGBBAA".
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hexText)
  }

  /// Reads "#RGB", "#RRGGBB" or "#RRGGBBAA".
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let colour = try? Colour(numberSignHex: text) else {
      throw decoder.complaint("expected a colour such as #0072B2, found \(text)")
    }
    self = colour
  }

  /// Reads a colour that begins with a number sign, as in files, where a name might stand as well.
  init(numberSignHex text: String) throws(ColourFailure) {
    guard text.utf8.first == UInt8(ascii: "#") else { throw .notHexadecimal(text) }
    try self.init(hex: text)
  }
}

extension ColourMap: Codable {}
