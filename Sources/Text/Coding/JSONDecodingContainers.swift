/// Reads the members of an object.
///
/// The one generic function serves every type that the protocol names.
struct JSONKeyedDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let place: JSONDecoding
  let members: [JSONNode.Member]

  var codingPath: [any CodingKey] { place.codingPath }
  var allKeys: [Key] { members.compactMap { Key(stringValue: $0.key) } }

  func contains(_ key: Key) -> Bool { place.place(of: key.stringValue, in: members) != nil }

  func decodeNil(forKey key: Key) throws -> Bool {
    guard case .null = members[try index(of: key)].value.content else { return false }
    return true
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    let index = try index(of: key)
    return try place.value(
      as: type, of: members[index].value, index: index, at: .key(key, in: place.path))
  }

  func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Inner> {
    try member(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try member(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { try member(JSONSuperKey()) }

  func superDecoder(forKey key: Key) throws -> any Decoder { try member(key) }

  private func member(_ key: some CodingKey) throws -> JSONDecoding {
    let index = try index(of: key)
    return try place.child(members[index].value, index: index, at: .key(key, in: place.path))
  }

  private func index(of key: some CodingKey) throws -> Int {
    let name = key.stringValue
    guard let index = place.place(of: name, in: members) else {
      let near = NearestNames.of(name, among: members.map(\.key), limit: 1)
      throw place.failure(.missing(key: name, near: near))
    }
    return index
  }
}

/// Reads the elements of an array.
struct JSONUnkeyedDecoding: UnkeyedDecodingContainer {
  let place: JSONDecoding
  let nodes: [JSONNode]
  private(set) var currentIndex = 0

  init(place: JSONDecoding, nodes: [JSONNode]) { (self.place, self.nodes) = (place, nodes) }

  var codingPath: [any CodingKey] { place.codingPath }
  var count: Int? { nodes.count }
  var isAtEnd: Bool { currentIndex == nodes.count }

  mutating func decodeNil() throws -> Bool {
    guard case .null = try current().content else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value = try place.value(
      as: type, of: try current(), index: currentIndex, at: .index(currentIndex, in: place.path))
    currentIndex += 1
    return value
  }

  mutating func nestedContainer<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    let container = try element().container(keyedBy: type)
    currentIndex += 1
    return container
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let container = try element().unkeyedContainer()
    currentIndex += 1
    return container
  }

  mutating func superDecoder() throws -> any Decoder {
    let element = try element()
    currentIndex += 1
    return element
  }

  private func element() throws -> JSONDecoding {
    try place.child(
      try current(), index: currentIndex, at: .index(currentIndex, in: place.path))
  }

  private func current() throws -> JSONNode {
    guard !isAtEnd else { throw place.failure(.endsEarly(count: nodes.count)) }
    return nodes[currentIndex]
  }
}

/// Reads a value that stands alone.
struct JSONSingleDecoding: SingleValueDecodingContainer {
  let place: JSONDecoding

  var codingPath: [any CodingKey] { place.codingPath }

  func decodeNil() -> Bool {
    guard case .null = place.node.content else { return false }
    return true
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try place.value(as: type) }
}
