extension SceneText: Codable {
  private enum Key: CodingKey { case text, size, paint, anchor, alignment, turn, extent }

  /// Writes the text, with paint, alignment and turn where they are not usual.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(text, forKey: .text)
    try container.encode(size, forKey: .size)
    try container.encode(paint, .paint, unless: .ink)
    try container.encode(anchor, forKey: .anchor)
    try container.encode(alignment, .alignment, unless: .start)
    try container.encode(turn, .turn, unless: 0)
    try container.encode(extent, forKey: .extent)
  }

  /// Reads what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      try container.decode(RichText.self, forKey: .text),
      size: try container.number(.size, in: 0...PageNumber.farthest),
      paint: try container.value(.paint, or: .ink),
      at: try container.decode(Point.self, forKey: .anchor),
      try container.value(.alignment, or: .start),
      turn: container.contains(.turn) ? try container.number(.turn, in: -3600...3600) : 0,
      extent: try container.decode(TextExtent.self, forKey: .extent))
  }
}

extension SceneText.Alignment: Codable {}
