public import AnalysisKit

/// The factors of a highway that have a name of their own; any other key of a scenario can be varied too.
public enum HighwayFactor: String, CaseIterable, Sendable {
  /// Cars per hour.
  case traffic
  /// Stations, evenly spread.
  case stations
  /// Chargers of each station.
  case chargers
  /// Places to wait at each station.
  case spots
  /// The power that the grid gives each station.
  case grid
  /// The solar plant of each station.
  case solar
  /// The wind turbine of each station.
  case wind
  /// The battery of each station.
  case battery
  /// What the battery of each station gives and takes.
  case batteryPower = "battery-power"
  /// The length of the road.
  case length
  /// How long drivers wait before they leave.
  case patience
  /// What drivers pay per kWh.
  case price

  /// The keys of the scenario that it sets.
  public var keys: [String] {
    switch self {
    case .traffic: ["traffic.vehicles_per_hour"]
    case .stations: ["stations.count"]
    case .chargers: ["stations.chargers_per_station"]
    case .spots: ["waiting_spots"]
    case .grid: ["energy.grid_max_kw"]
    case .solar: ["energy.solar.peak_kw"]
    case .wind: ["energy.wind.base_kw"]
    case .battery: ["energy.battery.capacity_kwh"]
    case .batteryPower: ["energy.battery.charge_kw", "energy.battery.discharge_kw"]
    case .length: ["road.length_km"]
    case .patience: ["patience.mean_min"]
    case .price: ["prices.sale_per_kwh"]
    }
  }

  /// The unit of its values.
  public var unit: String? {
    switch self {
    case .traffic: "h^{-1}"
    case .stations, .chargers, .spots: nil
    case .grid, .solar, .wind, .batteryPower: "kW"
    case .battery: "kWh"
    case .length: "km"
    case .patience: "min"
    case .price: "kWh^{-1}"
    }
  }

  /// What it is called on an axis.
  public var label: String {
    switch self {
    case .traffic: "Traffic"
    case .stations: "Stations"
    case .chargers: "Chargers per station"
    case .spots: "Waiting spots per station"
    case .grid: "Grid per station"
    case .solar: "Solar per station"
    case .wind: "Wind per station"
    case .battery: "Battery per station"
    case .batteryPower: "Battery power per station"
    case .length: "Length of the road"
    case .patience: "Patience"
    case .price: "Price"
    }
  }

  /// The factor with some values.
  public func varied(_ values: Factor.Values) -> Factor {
    Factor(rawValue, keys: keys, values, unit: unit)
  }
}

extension Factor {
  /// What it is called on an axis of a figure.
  public var label: String { HighwayFactor(rawValue: name)?.label ?? name }
}
