import Numerics
import Randomness

/// A solar plant.
public struct SolarPlant: Hashable, Sendable, Codable {
  /// Its highest power in kW.
  public var peak: Double
  /// Whether it follows the irradiance of the weather, or else the same clear day every day.
  public var followsWeather: Bool

  /// Describes a plant.
  public init(peak: Double, followsWeather: Bool = false) {
    self.peak = peak
    self.followsWeather = followsWeather
  }

  enum CodingKeys: String, CodingKey {
    case peak = "peak_kw"
    case followsWeather = "follows_weather"
  }

  /// Returns the mean power in kW between two hours of one day.
  ///
  /// The clear day is a parabola, peak · (1 − ((*t* − 13)/7)²) from 6 to 20 o'clock, integrated exactly.
  ///
  ///     SolarPlant(peak: 100).clearDayPower(from: 0, to: 24)   // 38.9: 933 kWh a day
  public func clearDayPower(from start: Double, to end: Double) -> Double {
    let (low, high) = (max(start, 6), min(end, 20))
    guard high > low else { return 0 }
    func integral(_ hour: Double) -> Double {
      let distance = hour - 13
      return distance - distance * distance * distance / 147
    }
    return peak * (integral(high) - integral(low)) / (end - start)
  }

  /// Returns the power in kW under an irradiance in W/m² at a temperature in °C.
  ///
  /// Modules lose 0.4 % per kelvin above 25 °C, at most a quarter.
  public func power(irradiance: Double, temperature: Double) -> Double {
    peak * irradiance / 1000 * max(0.75, 1 - 0.004 * max(0, temperature - 25))
  }
}

/// A wind turbine.
public struct WindTurbine: Hashable, Sendable, Codable {
  /// Its mean power in kW; the rated power if it follows the weather.
  public var base: Double
  /// Whether it follows the wind of the weather, or else a daily swing with chance.
  public var followsWeather: Bool
  /// How far chance moves the power from one hour to the next, as a share of the mean.
  public var variability: Double

  /// Describes a turbine.
  public init(base: Double, followsWeather: Bool = false, variability: Double = 0.3) {
    self.base = base
    self.followsWeather = followsWeather
    self.variability = variability
  }

  enum CodingKeys: String, CodingKey {
    case base = "base_kw"
    case followsWeather = "follows_weather"
    case variability
  }

  /// Returns the power in kW in an hour counted from midnight of the first day.
  ///
  /// Mean · (1 + ½ sin(2π *t*/24) + chance), between a fifth and twice the mean. With a variability of
  /// at most 0.3 nothing is cut off, so the mean over days is the mean.
  public func power(inHour hour: Int, word: UInt64) -> Double {
    let swing = 0.5 * Double.sine(ofTurns: (Double(hour) + 0.5) / 24)
    let chance = variability * (2 * word.unitInterval - 1)
    return base * min(max(1 + swing + chance, 0.2), 2)
  }

  /// Returns the power in kW in a wind of so many m/s: cubic from 3 to 12, rated until 25, then off.
  public func power(windSpeed: Double) -> Double {
    guard windSpeed > 3, windSpeed < 25 else { return 0 }
    guard windSpeed < 12 else { return base }
    return base * (windSpeed * windSpeed * windSpeed - 27) / (1728 - 27)
  }
}

/// A stationary battery.
///
/// What goes through it loses once: the square root of the round-trip efficiency on the way in, the
/// other root on the way out.
public struct StationBattery: Hashable, Sendable, Codable {
  /// The energy between empty and full, in kWh; 0 for no battery.
  public var capacity: Double
  /// The highest power from the bus in kW.
  public var chargePower: Double
  /// The highest power to the bus in kW.
  public var dischargePower: Double
  /// The state of charge at the start.
  public var initial: Double
  /// The lowest state of charge.
  public var lowest: Double
  /// The highest state of charge.
  public var highest: Double
  /// What comes back of what was put in.
  public var roundTrip: Double

  /// Describes a battery.
  public init(
    capacity: Double = 0, chargePower: Double = 100, dischargePower: Double = 100,
    initial: Double = 0.5, lowest: Double = 0.1, highest: Double = 0.95, roundTrip: Double = 0.9
  ) {
    self.capacity = capacity
    self.chargePower = chargePower
    self.dischargePower = dischargePower
    self.initial = initial
    self.lowest = lowest
    self.highest = highest
    self.roundTrip = roundTrip
  }

  enum CodingKeys: String, CodingKey {
    case capacity = "capacity_kwh"
    case chargePower = "charge_kw"
    case dischargePower = "discharge_kw"
    case initial = "initial_soc"
    case lowest = "lowest_soc"
    case highest = "highest_soc"
    case roundTrip = "round_trip_efficiency"
  }
}
