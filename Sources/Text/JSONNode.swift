/// A JSON value that remembers where it stood in its file.
///
/// A complaint that comes long after reading, such as "must be positive", can so still name line and column.
///
///     let file = try JSONReader.read("{\"seed\": -1}")
///     file["seed"]?.position   // line 1, column 10
public struct JSONNode: Sendable {
  /// Where the value begins.
  public let position: TextPosition

  /// What the value is.
  public let content: Content

  /// Makes a value that stands somewhere.
  public init(position: TextPosition, content: Content) {
    self.position = position
    self.content = content
  }

  /// What a value can be; the members of an object stand in the order of the file.
  public enum Content: Sendable {
    /// Nothing.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number that fits an `Int`.
    case integer(Int)
    /// Any other number.
    case number(Double)
    /// A text.
    case string(String)
    /// Values in order.
    case array([JSONNode])
    /// Values by name.
    case object([Member])
  }

  /// One named value of an object.
  public struct Member: Sendable {
    /// The name.
    public let key: String

    /// Where the name begins, at its quote.
    public let keyPosition: TextPosition

    /// The value.
    public let value: JSONNode

    /// Makes a named value.
    public init(key: String, keyPosition: TextPosition, value: JSONNode) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }
}

extension JSONNode {
  /// The value without its positions.
  public var json: JSON {
    switch content {
    case .null: .null
    case .bool(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .string(let value): .string(value)
    case .array(let values): .array(values.map(\.json))
    case .object(let members): .object(JSONObject(members.map { ($0.key, $0.value.json) }))
    }
  }

  /// The values of an array, if this is one.
  public var array: [JSONNode]? {
    guard case .array(let values) = content else { return nil }
    return values
  }

  /// The members of an object, if this is one.
  public var members: [Member]? {
    guard case .object(let members) = content else { return nil }
    return members
  }

  /// The value under a key; nothing when this is no object or has no such key.
  public subscript(key: String) -> JSONNode? {
    members?.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// The value at a place from 0; nothing when this is no array or is shorter.
  public subscript(index: Int) -> JSONNode? {
    guard let array, array.indices.contains(index) else { return nil }
    return array[index]
  }
}
