/// Reading the numbers of a page, of which none may be farther off than any paper reaches.
enum PageNumber {
  /// The largest number of points that is read: about three and a half kilometres.
  static let farthest = 1e7

  static let range = -farthest...farthest
}

extension Decoder {
  /// A complaint about what stands here.
  func complaint(_ words: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: codingPath, debugDescription: words))
  }

  /// Reads an array of so many numbers.
  func pageNumbers(_ count: Int, naming names: String) throws -> [Double] {
    let numbers = try singleValueContainer().decode([Double].self)
    guard numbers.count == count, numbers.allSatisfy(PageNumber.range.contains) else {
      throw complaint("expected \(names), each a number of points up to 1e7")
    }
    return numbers
  }
}

extension KeyedDecodingContainer {
  /// A complaint about a member.
  func complaint(_ key: Key, _ words: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: codingPath + [key], debugDescription: words))
  }

  /// Reads a number within a range.
  func number(_ key: Key, in range: ClosedRange<Double> = PageNumber.range) throws -> Double {
    let number = try decode(Double.self, forKey: key)
    guard range.contains(number) else {
      throw complaint(
        key, "expected a number from \(range.lowerBound) to \(range.upperBound), found \(number)")
    }
    return number
  }

  /// Reads numbers within a range.
  func numbers(_ key: Key, in range: ClosedRange<Double> = PageNumber.range) throws -> [Double] {
    let numbers = try decode([Double].self, forKey: key)
    if let wrong = numbers.first(where: { !range.contains($0) }) {
      throw complaint(
        key, "expected numbers from \(range.lowerBound) to \(range.upperBound), found \(wrong)")
    }
    return numbers
  }

  /// Reads a member, or takes what holds without it.
  func value<Value: Decodable>(_ key: Key, or usual: Value) throws -> Value {
    try decodeIfPresent(Value.self, forKey: key) ?? usual
  }
}

extension KeyedEncodingContainer {
  /// Writes a member, unless it is what holds without it.
  mutating func encode<Value: Encodable & Equatable>(
    _ value: Value, _ key: Key, unless usual: Value
  ) throws {
    if value != usual { try encode(value, forKey: key) }
  }
}
