extension Point: Codable {
  /// Writes the two coordinates in an array.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode([x, y])
  }

  /// Reads two coordinates from an array.
  public init(from decoder: any Decoder) throws {
    let numbers = try decoder.pageNumbers(2, naming: "[x, y]")
    self.init(numbers[0], numbers[1])
  }
}

extension Rectangle: Codable {
  /// Writes the four edges in an array: left, top, right, bottom.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode([left, top, right, bottom])
  }

  /// Reads four edges from an array.
  public init(from decoder: any Decoder) throws {
    let numbers = try decoder.pageNumbers(4, naming: "[left, top, right, bottom]")
    self.init(left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
  }
}

extension TextExtent: Codable {
  /// Writes width, ascent and descent in an array.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode([width, ascent, descent])
  }

  /// Reads width, ascent and descent from an array.
  public init(from decoder: any Decoder) throws {
    let numbers = try decoder.pageNumbers(3, naming: "[width, ascent, descent]")
    self.init(width: numbers[0], ascent: numbers[1], descent: numbers[2])
  }
}
