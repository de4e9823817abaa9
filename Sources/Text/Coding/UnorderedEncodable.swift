/// A collection whose own order differs from run to run, and which is therefore written in another.
protocol UnorderedEncodable {
  /// What the collection has encoded, sorted.
  func sorted(_ encoded: JSON) -> JSON
}

extension Set: UnorderedEncodable where Element: Encodable {
  func sorted(_ encoded: JSON) -> JSON {
    guard let elements = encoded.array else { return encoded }
    return .array(JSON.sorted(elements.map { (key: $0, value: $0) }).map(\.value))
  }
}

extension Dictionary: UnorderedEncodable where Key: Encodable, Value: Encodable {
  /// Names are sorted by their bytes, whole numbers by their size.
  ///
  /// Keys that are neither names nor whole numbers stand in an array, each before its value.
  func sorted(_ encoded: JSON) -> JSON {
    switch encoded {
    case .object(let members):
      let pairs = members.map { (key: Self.sortable($0.key), value: $0) }
      return .object(JSONObject(JSON.sorted(pairs).map { ($0.value.key, $0.value.value) }))
    case .array(let flat):
      let pairs = stride(from: 0, to: flat.count - 1, by: 2).map { (flat[$0], flat[$0 + 1]) }
      return .array(JSON.sorted(pairs.map { (key: $0.0, value: $0) }).flatMap { [$1.0, $1.1] })
    default: return encoded
    }
  }

  private static func sortable(_ key: String) -> JSON {
    guard Key.self is any FixedWidthInteger.Type, let number = Int(key) else { return .string(key) }
    return .integer(number)
  }
}

extension JSON {
  /// Pairs by their keys: numbers by size, everything else by the bytes of its text.
  fileprivate static func sorted<Value>(
    _ pairs: [(key: JSON, value: Value)]
  ) -> [(key: JSON, value: Value)] {
    if pairs.allSatisfy({ $0.key.number != nil }) {
      return pairs.sorted { ($0.key.number ?? 0) < ($1.key.number ?? 0) }
    }
    let texts = pairs.map { $0.key.string ?? $0.key.compactText }
    return pairs.indices
      .sorted { texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8) }
      .map { pairs[$0] }
  }
}
