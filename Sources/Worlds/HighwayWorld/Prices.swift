public import ChargingModels

/// What everything costs.
public struct Prices: Hashable, Sendable, Codable {
  /// What the grid takes per kWh at each hour of the day.
  public var grid: Tariff
  /// What the grid pays per kWh.
  public var export: Double
  /// What the grid takes per kW of the highest quarter of an hour and 30 days.
  public var demandCharge: Double
  /// What drivers pay per kWh.
  public var energy: Double
  /// What drivers pay per hour at the charger.
  public var connection: Double

  /// Describes prices.
  public init(
    grid: Tariff = .threeBand, export: Double = 0, demandCharge: Double = 0, energy: Double = 0.4,
    connection: Double = 0
  ) {
    self.grid = grid
    self.export = export
    self.demandCharge = demandCharge
    self.energy = energy
    self.connection = connection
  }

  enum CodingKeys: String, CodingKey {
    case grid = "grid_per_kwh"
    case export = "export_per_kwh"
    case demandCharge = "demand_charge_per_kw_month"
    case energy = "sale_per_kwh"
    case connection = "sale_per_h"
  }
}
