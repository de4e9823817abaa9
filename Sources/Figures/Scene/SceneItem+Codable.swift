extension SceneItem: Codable {
  private enum Key: CodingKey, CaseIterable {
    case role, panel, series, clip, path, fill, stroke, markers, text, cells

    static let shapes: [Key] = [.path, .markers, .text, .cells]
  }

  /// Writes the item as one object, whose shape stands under "path", "markers", "text" or "cells".
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(role, forKey: .role)
    try container.encodeIfPresent(panel, forKey: .panel)
    try container.encodeIfPresent(series, forKey: .series)
    try container.encodeIfPresent(clip, forKey: .clip)
    switch shape {
    case .path(let path, let fill, let stroke):
      try container.encode(path, forKey: .path)
      try container.encodeIfPresent(fill, forKey: .fill)
      try container.encodeIfPresent(stroke, forKey: .stroke)
    case .markers(let markers): try container.encode(markers, forKey: .markers)
    case .text(let text): try container.encode(text, forKey: .text)
    case .cells(let cells): try container.encode(cells, forKey: .cells)
    }
  }

  /// Reads what ``encode(to:)`` writes; refuses an item of two shapes or none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let shapes = Key.shapes.filter(container.contains)
    guard shapes.count == 1 else {
      throw decoder.complaint("expected exactly one of path, markers, text and cells")
    }
    let panel = try container.decodeIfPresent(Int.self, forKey: .panel)
    if let panel, panel < 0 {
      throw container.complaint(.panel, "panels are counted from 0, found \(panel)")
    }
    self.init(
      try container.decode(Role.self, forKey: .role), try Self.shape(shapes[0], container),
      panel: panel, series: try container.decodeIfPresent(String.self, forKey: .series),
      clip: try container.decodeIfPresent(Rectangle.self, forKey: .clip))
  }

  private static func shape(
    _ key: Key, _ container: KeyedDecodingContainer<Key>
  ) throws -> Shape {
    switch key {
    case .markers: .markers(try container.decode(SceneMarkers.self, forKey: key))
    case .text: .text(try container.decode(SceneText.self, forKey: key))
    case .cells: .cells(try container.decode(SceneCells.self, forKey: key))
    default:
      .path(
        try container.decode(Path.self, forKey: .path),
        fill: try container.decodeIfPresent(Paint.self, forKey: .fill),
        stroke: try container.decodeIfPresent(Stroke.self, forKey: .stroke))
    }
  }
}

extension SceneItem.Role: Codable {}
