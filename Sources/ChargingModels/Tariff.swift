/// What a kilowatt-hour costs at each hour of the day: the one table that bills, dispatch and figures read.
///
///     Tariff.threeBand.price(at: 18.5 * 3600)   // 0.25, the peak
@frozen
public struct Tariff: Hashable, Sendable, Codable {
  /// The price of each of the 24 hours in money per kWh.
  public var hourly: [Double]

  /// Makes a tariff of 24 prices.
  public init(hourly: [Double]) { self.hourly = hourly }

  /// Makes a tariff of three bands: peak from 17 to 21, off-peak from 23 to 7, shoulder otherwise.
  public init(offPeak: Double, shoulder: Double, peak: Double) {
    hourly = (0..<24).map { hour in
      if (17..<21).contains(hour) { return peak }
      return hour >= 23 || hour < 7 ? offPeak : shoulder
    }
  }

  /// 0.08, 0.15 and 0.25 per kWh.
  public static let threeBand = Tariff(offPeak: 0.08, shoulder: 0.15, peak: 0.25)

  /// Makes a tariff of one price.
  public static func flat(_ price: Double) -> Tariff {
    Tariff(hourly: Array(repeating: price, count: 24))
  }

  /// Returns the price at so many seconds after midnight.
  @inlinable
  public func price(at seconds: Double) -> Double { hourly[Self.hour(at: seconds)] }

  /// Returns the next moment after `seconds` at which the price may change: the full hour.
  @inlinable
  public func nextHour(after seconds: Double) -> Double {
    ((seconds / 3600).rounded(.down) + 1) * 3600
  }

  @inlinable
  static func hour(at seconds: Double) -> Int {
    let hours = Int((seconds / 3600).rounded(.down))
    return ((hours % 24) + 24) % 24
  }

  /// Reads the 24 prices.
  public init(from decoder: any Decoder) throws {
    hourly = try decoder.singleValueContainer().decode([Double].self)
  }

  /// Writes the 24 prices.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hourly)
  }
}
