/// The place where a value writes itself; hands out the containers.
struct JSONEncoding: Encoder {
  let slot: JSONSlot
  let path: JSONCodingPath

  /// How many arrays and objects lie around the place.
  let depth: Int

  var codingPath: [any CodingKey] { path.keys }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    slot.becomeObject()
    return KeyedEncodingContainer(JSONKeyedEncoding(place: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    slot.becomeArray()
    return JSONUnkeyedEncoding(place: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    JSONSingleEncoding(place: self)
  }

  /// The value as JSON.
  static func json<Value: Encodable>(
    of value: Value, at path: @autoclosure () -> JSONCodingPath, depth: Int
  ) throws -> JSON {
    // By far the most of what is written, so without a cast for each of them.
    if Value.self == [Double].self, let numbers = value as? [Double] {
      return .array(numbers.map { $0.scalarJSON })
    }
    if let scalar = value as? any JSONScalar { return scalar.scalarJSON }
    if let array = value as? any JSONScalarArray { return array.arrayJSON }
    if let json = value as? JSON { return json }
    let place = JSONEncoding(slot: JSONSlot(), path: path(), depth: depth)
    guard depth < JSONReader.deepestNesting else {
      throw place.failure(.nestedTooDeeply(limit: JSONReader.deepestNesting))
    }
    do {
      try value.encode(to: place)
    } catch {
      throw place.failure(error)
    }
    return (value as? any UnorderedEncodable)?.sorted(place.slot.value) ?? place.slot.value
  }

  private func failure(_ reason: JSONCodingFailure.Reason) -> JSONCodingFailure {
    JSONCodingFailure(path: path.text, reason: reason)
  }

  private func failure(_ error: any Error) -> JSONCodingFailure {
    switch error {
    case let failure as JSONCodingFailure: failure
    case EncodingError.invalidValue(_, let context):
      JSONCodingFailure(
        path: JSONCodingPath(context.codingPath).text, reason: .refused(context.debugDescription))
    default: failure(.refused(String(describing: error)))
    }
  }
}

/// Writes the members of an object.
///
/// The one generic function serves every type that the protocol names.
struct JSONKeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let place: JSONEncoding

  var codingPath: [any CodingKey] { place.codingPath }

  func encodeNil(forKey key: Key) { place.slot.set(key.stringValue, .null) }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    place.slot.set(
      key.stringValue,
      try JSONEncoding.json(of: value, at: .key(key, in: place.path), depth: place.depth + 1))
  }

  func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Inner> {
    member(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    member(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { member(JSONSuperKey()) }

  func superEncoder(forKey key: Key) -> any Encoder { member(key) }

  private func member(_ key: some CodingKey) -> JSONEncoding {
    JSONEncoding(
      slot: place.slot.slot(key.stringValue), path: .key(key, in: place.path),
      depth: place.depth + 1)
  }
}

/// Writes the elements of an array.
struct JSONUnkeyedEncoding: UnkeyedEncodingContainer {
  let place: JSONEncoding

  var codingPath: [any CodingKey] { place.codingPath }
  var count: Int { place.slot.count }

  func encodeNil() { place.slot.append(.null) }

  func encode<Value: Encodable>(_ value: Value) throws {
    place.slot.append(
      try JSONEncoding.json(of: value, at: .index(count, in: place.path), depth: place.depth + 1))
  }

  func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    element().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { element().unkeyedContainer() }

  func superEncoder() -> any Encoder { element() }

  private func element() -> JSONEncoding {
    let index = count
    return JSONEncoding(
      slot: place.slot.appendSlot(), path: .index(index, in: place.path), depth: place.depth + 1)
  }
}

/// Writes a value that stands alone.
struct JSONSingleEncoding: SingleValueEncodingContainer {
  let place: JSONEncoding

  var codingPath: [any CodingKey] { place.codingPath }

  func encodeNil() { place.slot.set(.null) }

  func encode<Value: Encodable>(_ value: Value) throws {
    place.slot.set(try JSONEncoding.json(of: value, at: place.path, depth: place.depth))
  }
}
