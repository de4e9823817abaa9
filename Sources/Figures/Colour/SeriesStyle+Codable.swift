extension SeriesStyle: Codable {
  private enum Key: CodingKey { case name, colour, dash, marker, hatch }

  /// Writes the five ways by which the series is told from others.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    try container.encode(colour, forKey: .colour)
    try container.encode(dash, forKey: .dash)
    try container.encode(marker, forKey: .marker)
    try container.encode(hatch, forKey: .hatch)
  }

  /// Reads what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      colour: try container.decode(Colour.self, forKey: .colour),
      dash: try container.decode(DashPattern.self, forKey: .dash),
      marker: try container.decode(MarkerShape.self, forKey: .marker),
      hatch: try container.decode(Hatch.self, forKey: .hatch))
  }
}

extension DashPattern: Codable {}

extension MarkerShape: Codable {}

extension Hatch: Codable {}

extension Palette: Codable {
  /// Writes the styles.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(styles)
  }

  /// Reads styles; refuses a palette without a colour for lines.
  public init(from decoder: any Decoder) throws {
    self.init(styles: try decoder.singleValueContainer().decode([SeriesStyle].self))
    guard !lineStyles.isEmpty else {
      throw decoder.complaint(
        "a palette needs a colour for lines: one whose contrast on white is at least 2.25")
    }
  }
}
