extension RichText: Codable {
  private enum Key: CodingKey { case runs }

  /// How many levels a text may be off its base line in a file.
  private static let mostLevels = 8

  /// Writes the text as its markup, or its runs where markup cannot say what they are (bold).
  public func encode(to encoder: any Encoder) throws {
    if let read = try? RichText(markup: markup), read == self {
      var container = encoder.singleValueContainer()
      return try container.encode(markup)
    }
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(runs, forKey: .runs)
  }

  /// Reads markup or runs.
  public init(from decoder: any Decoder) throws {
    guard let container = try? decoder.container(keyedBy: Key.self) else {
      try self.init(markup: decoder.singleValueContainer().decode(String.self))
      return
    }
    let runs = try container.decode([Run].self, forKey: .runs)
    guard runs.allSatisfy({ $0.scripts.count <= Self.mostLevels }) else {
      throw container.complaint(.runs, "a text is at most \(Self.mostLevels) levels off its line")
    }
    self.init(runs: runs)
  }
}

extension RichText.Run: Codable {
  private enum Key: CodingKey { case text, scripts, isItalic, isBold }

  /// Writes the text, and how it differs from plain text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(text, forKey: .text)
    try container.encode(scripts, .scripts, unless: [])
    try container.encode(isItalic, .isItalic, unless: false)
    try container.encode(isBold, .isBold, unless: false)
  }

  /// Reads what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      try container.decode(String.self, forKey: .text),
      scripts: try container.value(.scripts, or: []),
      isItalic: try container.value(.isItalic, or: false),
      isBold: try container.value(.isBold, or: false))
  }
}

extension RichText.Script: Codable {}

extension MarkupFailure: CustomStringConvertible {
  /// The failure as a sentence.
  public var description: String {
    switch self {
    case .openScript(let column): "the script that opens at character \(column) is never closed"
    case .openItalic(let column): "the * at character \(column) has no second one"
    case .strayBrace(let column):
      "the brace at character \(column) belongs to no ^ or _; write \\{ for a plain brace"
    case .tooDeep(let column): "the script at character \(column) stands in a script in a script"
    }
  }
}
