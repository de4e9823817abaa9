/// A kind of driver.
///
/// Ranges are of evenly spread values, one draw per driver.
public struct DriverProfile: Hashable, Sendable, Codable {
  /// What it is called.
  public var name: String
  /// How many of them there are, relative to the others.
  public var weight: Double
  /// The wished speed in km/h.
  public var speed: Spread
  /// The way that should be left in the battery at the next stop, in km.
  public var buffer: Spread
  /// The state of charge at which charging ends, if the way ahead does not ask for more.
  public var target: Spread
  /// The state of charge below which one charges whenever one can.
  public var minimum: Spread
  /// How long one waits in line, in minutes.
  public var patience: Spread
  /// How much a higher price counts, from 0 (not at all) to 1.
  public var priceSensitivity: Spread
  /// Style of driving: 0.5 is even; more accelerates harder and drives faster than wished.
  public var aggressiveness: Spread

  /// Describes a kind of driver.
  public init(
    name: String, weight: Double, speed: Spread, buffer: Spread, target: Spread,
    minimum: Spread = Spread(0.3, 0.3), patience: Spread, priceSensitivity: Spread,
    aggressiveness: Spread = Spread(0.5, 0.5)
  ) {
    self.name = name
    self.weight = weight
    self.speed = speed
    self.buffer = buffer
    self.target = target
    self.minimum = minimum
    self.patience = patience
    self.priceSensitivity = priceSensitivity
    self.aggressiveness = aggressiveness
  }

  enum CodingKeys: String, CodingKey {
    case name, weight, aggressiveness
    case speed = "speed_kmh"
    case buffer = "buffer_km"
    case target = "target_soc"
    case minimum = "minimum_soc"
    case patience = "patience_min"
    case priceSensitivity = "price_sensitivity"
  }
}

/// Values between two, equally likely.
@frozen
public struct Spread: Hashable, Sendable, Codable {
  /// The smallest.
  public var low: Double
  /// The largest.
  public var high: Double

  /// Makes the spread between two values.
  public init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }

  /// Returns the value at a share of the way from the smallest to the largest.
  @inlinable
  public func value(at share: Double) -> Double { low + (high - low) * share }

  /// Reads two numbers, `[100, 115]`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let pair = try container.decode([Double].self)
    guard pair.count == 2 else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "A spread is two numbers, the smallest and the largest.")
    }
    self.init(pair[0], pair[1])
  }

  /// Writes two numbers.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode([low, high])
  }
}

extension DriverProfile {
  /// The four kinds of the earlier system, with patience in minutes: its share of half an hour.
  public static let upstream: [DriverProfile] = [
    DriverProfile(
      name: "conservative", weight: 0.25, speed: Spread(100, 115), buffer: Spread(60, 100),
      target: Spread(0.85, 0.95), patience: Spread(21, 27), priceSensitivity: Spread(0.4, 0.7)),
    DriverProfile(
      name: "balanced", weight: 0.40, speed: Spread(110, 125), buffer: Spread(40, 70),
      target: Spread(0.75, 0.85), patience: Spread(15, 21), priceSensitivity: Spread(0.3, 0.5)),
    DriverProfile(
      name: "aggressive", weight: 0.25, speed: Spread(125, 140), buffer: Spread(20, 40),
      target: Spread(0.60, 0.75), patience: Spread(9, 15), priceSensitivity: Spread(0.1, 0.3),
      aggressiveness: Spread(0.6, 0.9)),
    DriverProfile(
      name: "range-anxious", weight: 0.10, speed: Spread(90, 110), buffer: Spread(80, 120),
      target: Spread(0.90, 1.0), minimum: Spread(0.35, 0.5), patience: Spread(15, 21),
      priceSensitivity: Spread(0.2, 0.4)),
  ]

  /// The same four, who wait longer before they drive on and leave 10 % to spare rather than 30 %.
  public static let calibrated: [DriverProfile] = upstream.map { profile in
    var calm = profile
    calm.patience = Spread(profile.patience.low * 1.5, profile.patience.high * 1.5)
    calm.minimum = profile.name == "range-anxious" ? Spread(0.25, 0.35) : Spread(0.1, 0.15)
    calm.buffer = Spread(profile.buffer.low * 0.5, profile.buffer.high * 0.5)
    calm.target = Spread(profile.target.low, Swift.min(profile.target.high, 0.9))
    return calm
  }
}
