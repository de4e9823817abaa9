extension Scene: Codable {
  private enum Key: CodingKey {
    case name, title, alternativeText, keywords, width, height, preset, frames, items, csv, losses
    case unitlessAxes
  }

  /// The longest side of a page, in points: the 200 inches of PDF.
  private static let longestSide = 14_400.0

  /// Writes everything on the page: this is `scene.json`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    try container.encode(title, forKey: .title)
    try container.encode(alternativeText, .alternativeText, unless: "")
    try container.encode(keywords, .keywords, unless: [])
    try container.encode(width, forKey: .width)
    try container.encode(height, forKey: .height)
    try container.encode(preset, forKey: .preset)
    try container.encode(frames, forKey: .frames)
    try container.encode(items, forKey: .items)
    try container.encode(csv, .csv, unless: "")
    try container.encode(losses, .losses, unless: [])
    try container.encode(unitlessAxes, .unitlessAxes, unless: [])
  }

  /// Reads what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      title: try container.decode(String.self, forKey: .title),
      alternativeText: try container.value(.alternativeText, or: ""),
      keywords: try container.value(.keywords, or: []),
      width: try container.number(.width, in: 0...Self.longestSide),
      height: try container.number(.height, in: 0...Self.longestSide),
      preset: try container.decode(JournalPreset.self, forKey: .preset),
      frames: try container.decode([PanelFrame].self, forKey: .frames),
      items: try container.decode([SceneItem].self, forKey: .items),
      csv: try container.value(.csv, or: ""), losses: try container.value(.losses, or: []),
      unitlessAxes: try container.value(.unitlessAxes, or: []))
  }
}

extension PanelFrame: Codable {
  private enum Key: CodingKey { case area, x, y, isXReversed, isYReversed }

  /// Writes the place and both scales, and which axes run backward.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(area, forKey: .area)
    try container.encode(x, forKey: .x)
    try container.encode(y, forKey: .y)
    try container.encode(isXReversed, .isXReversed, unless: false)
    try container.encode(isYReversed, .isYReversed, unless: false)
  }

  /// Reads what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      area: try container.decode(Rectangle.self, forKey: .area),
      x: try container.decode(Scale.self, forKey: .x),
      y: try container.decode(Scale.self, forKey: .y),
      isXReversed: try container.value(.isXReversed, or: false),
      isYReversed: try container.value(.isYReversed, or: false))
  }
}
