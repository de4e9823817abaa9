/// A value that is neither array nor object in JSON.
protocol JSONScalar: Codable {
  /// The value as JSON.
  var scalarJSON: JSON { get }

  /// What is read, in words.
  static var expectation: String { get }

  /// The value that stands for this one; nil when JSON has something else there.
  init?(scalar: JSONNode.Content)
}

extension Bool: JSONScalar {
  var scalarJSON: JSON { .bool(self) }
  static var expectation: String { "true or false" }

  init?(scalar: JSONNode.Content) {
    guard case .bool(let value) = scalar else { return nil }
    self = value
  }
}

extension String: JSONScalar {
  var scalarJSON: JSON { .string(self) }
  static var expectation: String { "a text" }

  init?(scalar: JSONNode.Content) {
    guard case .string(let value) = scalar else { return nil }
    self = value
  }
}

/// JSON has no number that is not finite: such ones are the texts "nan", "inf" and "-inf".
extension Double: JSONScalar {
  var scalarJSON: JSON {
    isFinite ? .number(self) : .string(isNaN ? "nan" : self < 0 ? "-inf" : "inf")
  }
  static var expectation: String { "a number" }

  init?(scalar: JSONNode.Content) {
    switch scalar {
    case .number(let value): self = value
    case .integer(let value): self = Double(value)
    case .string("nan"): self = .nan
    case .string("inf"): self = .infinity
    case .string("-inf"): self = -.infinity
    default: return nil
    }
  }
}

extension Float: JSONScalar {
  /// The same shortest text as the `Float` has, not the digits of its binary value.
  var scalarJSON: JSON { (Double(description) ?? Double(self)).scalarJSON }
  static var expectation: String { "a number up to 3.4e38" }

  init?(scalar: JSONNode.Content) {
    guard let value = Double(scalar: scalar) else { return nil }
    self.init(value)
    guard isFinite == value.isFinite else { return nil }
  }
}

extension JSONScalar where Self: FixedWidthInteger {
  /// Whole numbers beyond `Int`, which JSON values do not hold, are texts of digits.
  var scalarJSON: JSON { Int(exactly: self).map { .integer($0) } ?? .string(String(self)) }

  static var expectation: String {
    Self.self == Int.self ? "a whole number" : "a whole number from \(Self.min) to \(Self.max)"
  }

  /// Takes a number with a point or an exponent only where a `Double` still holds every whole number.
  init?(scalar: JSONNode.Content) {
    switch scalar {
    case .integer(let value): self.init(exactly: value)
    case .number(let value) where value.magnitude <= 9_007_199_254_740_992:
      self.init(exactly: value)
    case .string(let text):
      guard let value = Self(text, radix: 10), Int(exactly: value) == nil else { return nil }
      self = value
    default: return nil
    }
  }
}

extension Int: JSONScalar {}
extension Int8: JSONScalar {}
extension Int16: JSONScalar {}
extension Int32: JSONScalar {}
extension Int64: JSONScalar {}
extension UInt: JSONScalar {}
extension UInt8: JSONScalar {}
extension UInt16: JSONScalar {}
extension UInt32: JSONScalar {}
extension UInt64: JSONScalar {}

/// An array of such values, which is coded at once instead of one by one.
protocol JSONScalarArray {
  var arrayJSON: JSON { get }

  static var expectation: String { get }

  /// Reads the elements, or tells at which of them something else stands.
  static func read(_ nodes: [JSONNode]) -> JSONArrayReading
}

/// What came of reading an array at once.
enum JSONArrayReading {
  case array(any JSONScalarArray)
  case wrong(Int)
}

extension Array: JSONScalarArray where Element: JSONScalar {
  var arrayJSON: JSON { .array(map(\.scalarJSON)) }

  static var expectation: String { Element.expectation }

  static func read(_ nodes: [JSONNode]) -> JSONArrayReading {
    var values: [Element] = []
    values.reserveCapacity(nodes.count)
    for node in nodes {
      guard let value = Element(scalar: node.content) else { return .wrong(values.count) }
      values.append(value)
    }
    return .array(values)
  }
}
