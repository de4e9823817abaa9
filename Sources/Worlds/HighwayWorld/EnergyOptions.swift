public import ChargingModels

/// Where the energy of a station comes from.
public struct EnergyOptions: Hashable, Sendable, Codable {
  /// The highest power from the grid in kW.
  public var grid: Limit
  /// The highest power to the grid in kW.
  public var export: Double
  /// The solar plant.
  public var solar: SolarPlant
  /// The wind turbine.
  public var wind: WindTurbine
  /// The battery.
  public var battery: StationBattery
  /// When the battery works.
  public var dispatch: DispatchRule
  /// What the battery should give in each hour from the start, in kW, for `schedule`; it repeats.
  public var schedule: [Double]

  /// Describes the energy of a station.
  public init(
    grid: Limit = .unlimited, export: Double = 0, solar: SolarPlant = SolarPlant(peak: 0),
    wind: WindTurbine = WindTurbine(base: 0), battery: StationBattery = StationBattery(),
    dispatch: DispatchRule = .selfConsumption, schedule: [Double] = []
  ) {
    self.grid = grid
    self.export = export
    self.solar = solar
    self.wind = wind
    self.battery = battery
    self.dispatch = dispatch
    self.schedule = schedule
  }

  /// Whether there is nothing but a grid without limit.
  public var isUnlimitedGrid: Bool {
    grid == .unlimited && solar.peak == 0 && wind.base == 0 && battery.capacity == 0
  }

  enum CodingKeys: String, CodingKey {
    case solar, wind, battery, dispatch
    case grid = "grid_max_kw"
    case export = "export_max_kw"
    case schedule = "schedule_kw"
  }
}
