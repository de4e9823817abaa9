/// The weather along the road, hour by hour from midnight of the first day; it starts again at its end.
///
/// A series of one number is weather that never changes.
public struct WeatherSeries: Hashable, Sendable, Codable {
  /// The temperature of the air in °C.
  public var temperature: [Double]
  /// The wind against the direction of increasing kilometres in m/s.
  public var headwind: [Double]
  /// Rain in mm/h.
  public var rain: [Double]
  /// The irradiance on the level ground in W/m².
  public var irradiance: [Double]
  /// The speed of the wind at the hub of a turbine in m/s.
  public var windSpeed: [Double]

  /// Describes the weather; by default 15 °C, calm, dry.
  public init(
    temperature: [Double] = [15], headwind: [Double] = [0], rain: [Double] = [0],
    irradiance: [Double] = [0], windSpeed: [Double] = [0]
  ) {
    self.temperature = temperature
    self.headwind = headwind
    self.rain = rain
    self.irradiance = irradiance
    self.windSpeed = windSpeed
  }

  enum CodingKeys: String, CodingKey {
    case rain = "rain_mmh"
    case temperature = "temperature_c"
    case headwind = "headwind_ms"
    case irradiance = "irradiance_w_m2"
    case windSpeed = "wind_speed_ms"
  }

  /// The number of hours after which it starts again, if all its series are as long as the longest or
  /// have one number.
  public var hours: Int {
    [temperature, headwind, rain, irradiance, windSpeed].map(\.count).max() ?? 1
  }

  /// Returns the weather that cars meet in an hour.
  public func road(inHour hour: Int) -> RoadWeather {
    RoadWeather(
      temperature: Self.value(temperature, hour), headwind: Self.value(headwind, hour),
      rain: Self.value(rain, hour))
  }

  /// Returns the number of one of the series in an hour.
  public func value(_ series: KeyPath<WeatherSeries, [Double]>, inHour hour: Int) -> Double {
    Self.value(self[keyPath: series], hour)
  }

  static func value(_ series: [Double], _ hour: Int) -> Double {
    series.isEmpty ? 0 : series[hour % series.count]
  }
}
