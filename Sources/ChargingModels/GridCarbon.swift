/// What a kilowatt-hour from the grid emits at each hour of the day.
///
///     GridCarbon.sunnyGrid.intensity(at: 12.5 * 3600)   // 0.2 kg of CO₂ per kWh at noon
@frozen
public struct GridCarbon: Hashable, Sendable, Codable {
  /// The emissions of each of the 24 hours in grams of CO₂ per kWh.
  public var hourly: [Double]

  /// Describes a grid by 24 values in grams per kWh.
  public init(hourly: [Double]) { self.hourly = hourly }

  /// A grid with much sun: 200 g/kWh around noon, 350 in the evening, 280 at night.
  ///
  /// Round numbers of the order of central Europe's, not a measurement of any grid.
  public static let sunnyGrid = GridCarbon(
    hourly: (0..<24).map { hour in
      switch hour {
      case 10..<16: 200
      case 17..<22: 350
      case 6..<10, 16, 22: 300
      default: 280
      }
    })

  /// Makes a grid that is the same at every hour.
  public static func flat(_ gramsPerKilowattHour: Double) -> GridCarbon {
    GridCarbon(hourly: Array(repeating: gramsPerKilowattHour, count: 24))
  }

  /// Returns the kilograms of CO₂ per kWh at so many seconds after midnight.
  @inlinable
  public func intensity(at seconds: Double) -> Double {
    hourly[Tariff.hour(at: seconds)] / 1000
  }

  /// Reads the 24 values.
  public init(from decoder: any Decoder) throws {
    hourly = try decoder.singleValueContainer().decode([Double].self)
  }

  /// Writes the 24 values.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hourly)
  }
}
