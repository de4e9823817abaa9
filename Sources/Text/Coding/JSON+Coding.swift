/// What becomes of members that a type does not ask for.
public enum JSONUnknownKeys: Equatable, Sendable {
  /// They are passed over.
  case ignored
  /// They are failures, with the nearest known name: for files that people write.
  case refused
}

extension JSON {
  /// Makes the JSON of a value, with its members in the order in which it encodes them.
  ///
  ///     struct Site: Codable { var name = "A9", chargers = 4, load = 0.5 }
  ///     try JSON(encoding: Site()).compactText   // {"name":"A9","chargers":4,"load":0.5}
  ///
  /// Sets and dictionaries are sorted. JSON has no number that is not finite, so these are the texts
  /// "nan", "inf" and "-inf"; a whole number beyond `Int` is a text of digits. Both read back.
  public init(encoding value: some Encodable) throws(JSONCodingFailure) {
    do {
      self = try JSONEncoding.json(of: value, at: .root, depth: 0)
    } catch {
      throw error as? JSONCodingFailure ?? .unexpected(error)
    }
  }

  /// Returns the value whose JSON this is.
  ///
  ///     try (["name": "A9", "chargers": 4, "load": 1] as JSON).decoded(as: Site.self)
  public func decoded<Value: Decodable>(
    as type: Value.Type = Value.self, unknownKeys: JSONUnknownKeys = .ignored
  ) throws(JSONCodingFailure) -> Value {
    try JSONNode(withoutPositions: self)
      .decoded(as: type, .init(unknownKeys: unknownKeys, hasPositions: false))
  }
}

extension JSONNode {
  /// Returns the value whose JSON this is; failures know line and column.
  ///
  ///     try JSONReader.read(text).decoded(as: Site.self, unknownKeys: .refused)
  public func decoded<Value: Decodable>(
    as type: Value.Type = Value.self, unknownKeys: JSONUnknownKeys = .ignored
  ) throws(JSONCodingFailure) -> Value {
    try decoded(as: type, .init(unknownKeys: unknownKeys, hasPositions: true))
  }

  fileprivate func decoded<Value: Decodable>(
    as type: Value.Type, _ settings: JSONDecoding.Settings
  ) throws(JSONCodingFailure) -> Value {
    let root = JSONDecoding(self, settings: settings)
    do {
      let value = try root.value(as: type)
      if settings.unknownKeys == .refused { try root.refuseUnknownKeys() }
      return value
    } catch {
      throw error as? JSONCodingFailure ?? .unexpected(error)
    }
  }

  /// A value that stands in no file.
  fileprivate init(withoutPositions json: JSON) {
    let nowhere = TextPosition(line: 1, column: 1)
    let content: Content =
      switch json {
      case .null: .null
      case .bool(let value): .bool(value)
      case .integer(let value): .integer(value)
      case .number(let value): .number(value)
      case .string(let value): .string(value)
      case .array(let values): .array(values.map(JSONNode.init(withoutPositions:)))
      case .object(let members):
        .object(
          members.map {
            Member(
              key: $0.key, keyPosition: nowhere, value: JSONNode(withoutPositions: $0.value))
          })
      }
    self.init(position: nowhere, content: content)
  }
}

extension JSONCodingFailure {
  fileprivate static func unexpected(_ error: any Error) -> JSONCodingFailure {
    JSONCodingFailure(path: "", reason: .refused(String(describing: error)))
  }
}
