internal import ChargingModels
public import HighwayWorld
internal import Numerics

/// What building and keeping stations costs, as a file may change it.
///
///     { "discount_rate": 0.05, "station": { "each": 500000, "years": 20 }, … }
///
/// Everything that is built is paid in equal yearly parts over its life (an annuity), and kept up for a share of its
/// price each year. The defaults are round numbers in the range of published ones; they are there to be replaced.
public struct CostTable: Hashable, Sendable, Codable {
  /// What amounts are counted in.
  public var currency = "€"
  /// The yearly rate at which money is borrowed.
  public var discountRate = 0.05
  /// What a year of upkeep costs, as a share of the price.
  public var maintenanceShare = 0.02
  /// A station without its chargers: ground, works, transformer.
  public var station = Price(each: 500_000, years: 20)
  /// Chargers, per kW.
  public var chargerPerKilowatt = Price(each: 500, years: 10)
  /// A place to wait.
  public var waitingSpot = Price(each: 10_000, years: 20)
  /// The connection to the grid, per kW; one without a limit is built for all chargers at once.
  public var gridPerKilowatt = Price(each: 150, years: 30)
  /// Solar plants, per kW.
  public var solarPerKilowatt = Price(each: 1_000, years: 25)
  /// Wind turbines, per kW.
  public var windPerKilowatt = Price(each: 1_200, years: 20)
  /// Batteries, per kWh.
  public var batteryPerKilowattHour = Price(each: 300, years: 12)
  /// The electronics of batteries, per kW.
  public var batteryPerKilowatt = Price(each: 100, years: 12)

  /// The price of something that lives for some years.
  public struct Price: Hashable, Sendable, Codable {
    /// The price of one.
    public var each: Double
    /// How long it lives, in years.
    public var years: Double

    /// Makes a price.
    public init(each: Double, years: Double) {
      self.each = each
      self.years = years
    }
  }

  enum CodingKeys: String, CodingKey {
    case currency, station
    case discountRate = "discount_rate"
    case maintenanceShare = "maintenance_share"
    case chargerPerKilowatt = "charger_per_kw"
    case waitingSpot = "waiting_spot"
    case gridPerKilowatt = "grid_per_kw"
    case solarPerKilowatt = "solar_per_kw"
    case windPerKilowatt = "wind_per_kw"
    case batteryPerKilowattHour = "battery_per_kwh"
    case batteryPerKilowatt = "battery_per_kw"
  }

  /// The table of round numbers.
  public init() {}

  /// What is paid each year for something of a price: the annuity and the upkeep.
  ///
  ///     var table = CostTable()
  ///     table.discountRate = 0
  ///     table.yearly(.init(each: 1000, years: 10))   // 100 and 2 % upkeep: 120
  public func yearly(_ price: Price) -> Double {
    price.each * (Self.annuity(rate: discountRate, years: price.years) + maintenanceShare)
  }

  /// The part of a loan that is paid back in each year, interest included.
  static func annuity(rate: Double, years: Double) -> Double {
    guard rate > 0 else { return 1 / years }
    // 1 − (1 + rate)^−years
    return -rate / Double.expMinusOne(-years * Double.log(onePlus: rate))
  }
}

extension CostTable {
  /// One line of what is paid for a road each year.
  public struct Line: Equatable, Sendable {
    /// What for.
    public var name: String
    /// How much in a year.
    public var perYear: Double
  }

  /// What the stations of a scenario cost each year before anybody has charged, item by item.
  public func building(_ scenario: HighwayScenario) -> [Line] {
    var amounts: [(String, Price, Double)] = [
      ("stations", station, 0), ("chargers", chargerPerKilowatt, 0),
      ("waiting spots", waitingSpot, 0), ("grid connection", gridPerKilowatt, 0),
      ("solar", solarPerKilowatt, 0), ("wind", windPerKilowatt, 0),
      ("battery", batteryPerKilowattHour, 0), ("battery power", batteryPerKilowatt, 0),
    ]
    for station in scenario.resolvedStations {
      let power = station.chargers.map { group in
        let kind = scenario.chargers.first { $0.name == group.type }
        return Double(group.count) * (kind?.power ?? 0)
      }.compensatedSum()
      amounts[0].2 += 1
      amounts[1].2 += power
      amounts[2].2 += station.waitingSpots == .unlimited ? 0 : station.waitingSpots.value
      amounts[3].2 += station.energy.grid == .unlimited ? power : station.energy.grid.value
      amounts[4].2 += station.energy.solar.peak
      amounts[5].2 += station.energy.wind.base
      amounts[6].2 += station.energy.battery.capacity
      amounts[7].2 +=
        station.energy.battery.capacity > 0 ? station.energy.battery.dischargePower : 0
    }
    return amounts.filter { $0.2 > 0 }.map { Line(name: $0.0, perYear: yearly($0.1) * $0.2) }
  }
}
