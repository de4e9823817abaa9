/// The weather a car drives in.
///
///     RoadWeather(temperature: -10).airDensity   // 1.341 kg/m³, 9 % more than at 15 °C
@frozen
public struct RoadWeather: Hashable, Sendable, BitwiseCopyable, Codable {
  /// The temperature of the air in °C.
  public var temperature: Double
  /// The speed of the wind against the direction of increasing kilometres, in m/s; negative from behind.
  public var headwind: Double
  /// Rain in mm/h.
  public var rain: Double

  /// The standard day of aerodynamics: 15 °C, calm and dry.
  public static let standard = RoadWeather()

  /// Describes a moment's weather.
  public init(temperature: Double = 15, headwind: Double = 0, rain: Double = 0) {
    self.temperature = temperature
    self.headwind = headwind
    self.rain = rain
  }

  /// The density of the air in kg/m³ at sea level, by the law of ideal gases: 1.225 at 15 °C.
  @inlinable
  public var airDensity: Double { 1.225 * 288.15 / (temperature + 273.15) }

  /// How much a wet road adds to rolling resistance, as a factor.
  ///
  /// The water that tyres push aside: 5 % per mm/h, at most 20 %. A round number of the order of the
  /// measurements on wet roads, not a fit.
  @inlinable
  public var rollingFactor: Double { 1 + Swift.min(0.05 * Swift.max(rain, 0), 0.2) }

  enum CodingKeys: String, CodingKey {
    case temperature = "temperature_c"
    case headwind = "headwind_ms"
    case rain = "rain_mmh"
  }
}
