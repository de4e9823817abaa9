/// A number that may be missing an end: `12`, or `"unlimited"`.
@frozen
public enum Limit: Hashable, Sendable, Codable {
  /// There is no limit.
  case unlimited
  /// At most this much.
  case atMost(Double)

  /// The number, infinite where there is none.
  @inlinable
  public var value: Double {
    switch self {
    case .unlimited: .infinity
    case .atMost(let value): value
    }
  }

  /// Reads a number or the word "unlimited".
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .atMost(number)
      return
    }
    guard try container.decode(String.self) == "unlimited" else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "A limit is a number or \"unlimited\".")
    }
    self = .unlimited
  }

  /// Writes a number or the word "unlimited".
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .unlimited: try container.encode("unlimited")
    case .atMost(let value): try container.encode(value)
    }
  }
}

extension Limit: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Makes a limit of a number.
  public init(floatLiteral value: Double) { self = .atMost(value) }

  /// Makes a limit of a whole number.
  public init(integerLiteral value: Int) { self = .atMost(Double(value)) }
}
