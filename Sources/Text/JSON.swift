/// A plain JSON value; objects keep the order of their keys.
///
///     let study: JSON = ["seed": 7, "loads": [0.5, 0.9]]
///     study.compactText           // {"seed":7,"loads":[0.5,0.9]}
///     study["loads"]?[1]?.number  // 0.9
///
/// Two values are equal when they are written alike: `.integer(3)` is not `.number(3)`, and the order of keys counts.
public enum JSON: Equatable, Sendable {
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
  case array([JSON])

  /// Values by name, in order.
  case object(JSONObject)
}

// MARK: - Looking inside

extension JSON {
  /// The value under a key; nothing when this is no object or has no such key.
  public subscript(key: String) -> JSON? { object?[key] }

  /// The value at a place from 0; nothing when this is no array or is shorter.
  public subscript(index: Int) -> JSON? {
    guard let array, array.indices.contains(index) else { return nil }
    return array[index]
  }

  /// Whether this is null.
  public var isNull: Bool { self == .null }

  /// The truth value, if this is one.
  public var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The whole number, also of a number without a fraction that fits an `Int`.
  public var integer: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  /// The number, whole or not.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The text, if this is one.
  public var string: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  /// The values of an array, if this is one.
  public var array: [JSON]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  /// The members of an object, if this is one.
  public var object: JSONObject? {
    guard case .object(let members) = self else { return nil }
    return members
  }
}
