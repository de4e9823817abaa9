extension Paint: Codable {
  /// Writes "ink", "softInk", "grid", "context", "paper", or the colour as "#RRGGBB" or "#RRGGBBAA".
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .ink: try container.encode("ink")
    case .softInk: try container.encode("softInk")
    case .grid: try container.encode("grid")
    case .context: try container.encode("context")
    case .paper: try container.encode("paper")
    case .colour(let colour): try container.encode(colour)
    }
  }

  /// Reads what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let name = try decoder.singleValueContainer().decode(String.self)
    switch name {
    case "ink": self = .ink
    case "softInk": self = .softInk
    case "grid": self = .grid
    case "context": self = .context
    case "paper": self = .paper
    default:
      guard let colour = try? Colour(numberSignHex: name) else {
        throw decoder.complaint(
          "expected ink, softInk, grid, context, paper or a colour such as #0072B2, found \(name)")
      }
      self = .colour(colour)
    }
  }
}

extension Stroke: Codable {
  private enum Key: CodingKey { case paint, width, dashes, cap }

  /// Writes paint and width, and dashes and cap where they are not usual.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(paint, forKey: .paint)
    try container.encode(width, forKey: .width)
    try container.encode(dashes, .dashes, unless: [])
    try container.encode(cap, .cap, unless: .butt)
  }

  /// Reads what ``encode(to:)`` writes; refuses widths and dashes below 0, and dashes that take for ever.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      try container.decode(Paint.self, forKey: .paint),
      width: try container.number(.width, in: 0...PageNumber.farthest),
      dashes: container.contains(.dashes)
        ? try container.numbers(.dashes, in: 0...PageNumber.farthest) : [],
      cap: try container.value(.cap, or: .butt))
    guard dashes.isEmpty || dashes.reduce(0, +) >= 0.01 else {
      throw container.complaint(.dashes, "strokes and gaps must be 0.01 points long in all")
    }
  }
}

extension Stroke.Cap: Codable {}
