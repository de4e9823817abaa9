/// The place where a value reads itself; hands out the containers and keeps who asked for what.
final class JSONDecoding: Decoder {
  let node: JSONNode
  let path: JSONCodingPath
  let settings: Settings

  /// How many arrays and objects lie around the place.
  private let depth: Int

  /// Where the next key probably stands, as keys are mostly asked for in the order of the file.
  private var nextPlace = 0

  // Kept only where unknown keys are refused.
  private var isKeyed = false
  private var askedFor: [String] = []
  private var asked: Set<ExactText> = []
  private var children: [Int: JSONDecoding] = [:]

  /// What holds for all places of one value.
  struct Settings {
    let unknownKeys: JSONUnknownKeys
    let hasPositions: Bool
  }

  init(_ node: JSONNode, path: JSONCodingPath = .root, depth: Int = 0, settings: Settings) {
    (self.node, self.path, self.depth, self.settings) = (node, path, depth, settings)
  }

  var codingPath: [any CodingKey] { path.keys }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = node.content else { throw unexpected("an object") }
    isKeyed = true
    return KeyedDecodingContainer(JSONKeyedDecoding(place: self, members: members))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array(let nodes) = node.content else { throw unexpected("an array") }
    return JSONUnkeyedDecoding(place: self, nodes: nodes)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    JSONSingleDecoding(place: self)
  }
}

// MARK: - Values

extension JSONDecoding {
  /// Reads the value that stands here.
  func value<Value: Decodable>(as type: Value.Type) throws -> Value {
    if let value = try quickValue(as: type, of: node, at: path) { return value }
    do {
      return try Value(from: self)
    } catch {
      throw noSuchChoice(of: type) ?? failure(error)
    }
  }

  /// Reads a value inside this one.
  func value<Value: Decodable>(
    as type: Value.Type, of node: JSONNode, index: Int, at path: @autoclosure () -> JSONCodingPath
  ) throws -> Value {
    if let value = try quickValue(as: type, of: node, at: path()) { return value }
    return try child(node, index: index, at: path()).value(as: type)
  }

  /// The place of a value inside this one; where keys are counted it is the same each time.
  func child(
    _ node: JSONNode, index: Int, at path: JSONCodingPath
  ) throws(JSONCodingFailure) -> JSONDecoding {
    if let child = children[index] { return child }
    guard depth < JSONReader.deepestNesting else {
      throw failure(.nestedTooDeeply(limit: JSONReader.deepestNesting))
    }
    let child = JSONDecoding(node, path: path, depth: depth + 1, settings: settings)
    if settings.unknownKeys == .refused { children[index] = child }
    return child
  }

  /// Reads what needs no containers.
  private func quickValue<Value: Decodable>(
    as type: Value.Type, of node: JSONNode, at path: @autoclosure () -> JSONCodingPath
  ) throws(JSONCodingFailure) -> Value? {
    if let scalar = type as? any JSONScalar.Type {
      guard let value = scalar.init(scalar: node.content) else {
        throw unexpected(scalar.expectation, node, at: path())
      }
      return value as? Value
    }
    if let array = type as? any JSONScalarArray.Type, case .array(let nodes) = node.content {
      switch array.read(nodes) {
      case .array(let values): return values as? Value
      case .wrong(let index):
        throw unexpected(array.expectation, nodes[index], at: .index(index, in: path()))
      }
    }
    return type == JSON.self ? node.json as? Value : nil
  }
}

// MARK: - Keys

extension JSONDecoding {
  /// Where a member stands in an object, and notes that somebody asked.
  func place(of key: String, in members: [JSONNode.Member]) -> Int? {
    if settings.unknownKeys == .refused, asked.insert(ExactText(key)).inserted {
      askedFor.append(key)
    }
    let found =
      members[nextPlace...].firstIndex { $0.key.utf8.elementsEqual(key.utf8) }
      ?? members[..<nextPlace].firstIndex { $0.key.utf8.elementsEqual(key.utf8) }
    if let found { nextPlace = found + 1 }
    return found
  }

  /// Refuses the first key, in the order of the file, that nobody asked for.
  func refuseUnknownKeys() throws(JSONCodingFailure) {
    let members = isKeyed ? node.members ?? [] : []
    for member in members where !asked.contains(ExactText(member.key)) {
      throw JSONCodingFailure(
        path: path.text, position: settings.hasPositions ? member.keyPosition : nil,
        reason: .unknown(member.key, known: askedFor))
    }
    for (_, child) in children.sorted(by: { $0.key < $1.key }) { try child.refuseUnknownKeys() }
  }
}

// MARK: - Failures

extension JSONDecoding {
  func failure(_ reason: JSONCodingFailure.Reason) -> JSONCodingFailure {
    failure(reason, node, at: path)
  }

  func unexpected(_ expectation: String) -> JSONCodingFailure {
    unexpected(expectation, node, at: path)
  }

  private func unexpected(
    _ expectation: String, _ node: JSONNode, at path: JSONCodingPath
  ) -> JSONCodingFailure {
    failure(.expected(expectation, found: node.content.words), node, at: path)
  }

  private func failure(
    _ reason: JSONCodingFailure.Reason, _ node: JSONNode, at path: JSONCodingPath
  ) -> JSONCodingFailure {
    JSONCodingFailure(
      path: path.text, position: settings.hasPositions ? node.position : nil, reason: reason)
  }

  /// The complaint when the text here is none of the names that a choice has; nil when this is no choice.
  private func noSuchChoice<Value>(of type: Value.Type) -> JSONCodingFailure? {
    guard case .string(let name) = node.content,
      let choice = type as? any (CaseIterable & RawRepresentable).Type
    else { return nil }
    let names = choice.allNames
    return names.isEmpty || names.contains(name) ? nil : failure(.unknown(name, known: names))
  }

  /// What a type threw, with the place that it names or else this one.
  private func failure(_ error: any Error) -> JSONCodingFailure {
    guard let error = error as? DecodingError else {
      return error as? JSONCodingFailure ?? failure(.refused(String(describing: error)))
    }
    switch error {
    case .keyNotFound(let key, let context):
      return failure(.missing(key: key.stringValue, near: []), context)
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      return failure(.refused(context.debugDescription), context)
    @unknown default: return failure(.refused(String(describing: error)))
    }
  }

  private func failure(
    _ reason: JSONCodingFailure.Reason, _ context: DecodingError.Context
  ) -> JSONCodingFailure {
    let rest = context.codingPath.dropFirst(path.keys.count)
    return failure(reason, node.farthest(along: rest), at: JSONCodingPath(context.codingPath))
  }
}

extension CaseIterable where Self: RawRepresentable {
  /// The names of the choices; empty when they are no texts.
  fileprivate static var allNames: [String] { allCases.compactMap { $0.rawValue as? String } }
}

extension JSONNode {
  /// The value at the end of a way, or the last one on it that is there.
  fileprivate func farthest(along keys: some Collection<any CodingKey>) -> JSONNode {
    keys.reduce(self) { node, key in
      ((key as? JSONIndexKey).map { node[$0.index] } ?? node[key.stringValue]) ?? node
    }
  }
}

extension JSONNode.Content {
  /// The value in a few words, for a complaint.
  fileprivate var words: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): value.shortestText
    case .string(let text):
      (text.unicodeScalars.count > 40 ? String(text.unicodeScalars.prefix(40)) + "…" : text).quoted
    case .array: "an array"
    case .object: "an object"
    }
  }
}
