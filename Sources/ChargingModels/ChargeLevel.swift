public import Randomness

/// How full the batteries of arriving cars are.
public enum ChargeLevel: Hashable, Sendable, Codable {
  /// Every level between two, equally likely.
  case uniform(low: Double, high: Double)
  /// Levels between two, most likely at a third.
  case triangular(low: Double, high: Double, mode: Double)
  /// The same level for everybody.
  case fixed(Double)

  /// Returns the level that belongs to a random word.
  @inlinable
  public func value(for word: UInt64) -> Double {
    switch self {
    case .uniform(let low, let high): low + (high - low) * word.unitInterval
    case .triangular(let low, let high, let mode):
      TriangularDistribution(low: low, high: high, mode: mode).value(for: word)
    case .fixed(let level): level
    }
  }

  /// The mean level.
  public var mean: Double {
    switch self {
    case .uniform(let low, let high): 0.5 * (low + high)
    case .triangular(let low, let high, let mode): (low + high + mode) / 3
    case .fixed(let level): level
    }
  }

  /// The lowest and the highest level; empty ranges are given as they are.
  public var bounds: (low: Double, high: Double) {
    switch self {
    case .uniform(let low, let high): (low, high)
    case .triangular(let low, let high, _): (low, high)
    case .fixed(let level): (level, level)
    }
  }
}

extension ChargeLevel {
  private enum Shape: String, CodingKey {
    case uniform, triangular
  }

  private enum Bound: String, CodingKey {
    case low, high, mode
  }

  /// Reads `0.5`, `{"uniform": {"low": 0.4, "high": 0.9}}` or the same with a mode as `triangular`.
  public init(from decoder: any Decoder) throws {
    if let level = try? decoder.singleValueContainer().decode(Double.self) {
      self = .fixed(level)
      return
    }
    let container = try decoder.container(keyedBy: Shape.self)
    if container.contains(.triangular) {
      let bounds = try container.nestedContainer(keyedBy: Bound.self, forKey: .triangular)
      self = .triangular(
        low: try bounds.decode(Double.self, forKey: .low),
        high: try bounds.decode(Double.self, forKey: .high),
        mode: try bounds.decode(Double.self, forKey: .mode))
      return
    }
    let bounds = try container.nestedContainer(keyedBy: Bound.self, forKey: .uniform)
    self = .uniform(
      low: try bounds.decode(Double.self, forKey: .low),
      high: try bounds.decode(Double.self, forKey: .high))
  }

  /// Writes a number, or the bounds under the name of the shape.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .fixed(let level):
      var container = encoder.singleValueContainer()
      try container.encode(level)
    case .uniform(let low, let high):
      var container = encoder.container(keyedBy: Shape.self)
      var bounds = container.nestedContainer(keyedBy: Bound.self, forKey: .uniform)
      try bounds.encode(low, forKey: .low)
      try bounds.encode(high, forKey: .high)
    case .triangular(let low, let high, let mode):
      var container = encoder.container(keyedBy: Shape.self)
      var bounds = container.nestedContainer(keyedBy: Bound.self, forKey: .triangular)
      try bounds.encode(low, forKey: .low)
      try bounds.encode(high, forKey: .high)
      try bounds.encode(mode, forKey: .mode)
    }
  }
}
