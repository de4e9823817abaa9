public import ChargingModels

/// Which cars come, and who drives them.
public struct Fleet: Hashable, Sendable, Codable {
  /// The kinds of vehicles.
  public var vehicles: [VehicleType]
  /// The kinds of drivers.
  public var drivers: [DriverProfile]
  /// Whether cars come with whatever charge chance gives them, or with at least enough to reach the
  /// first station.
  public var spawn: Spawn
  /// The state of charge at which a car stands still.
  public var strandedAt: Double

  /// Describes a fleet.
  public init(
    vehicles: [VehicleType] = VehicleType.calibrated,
    drivers: [DriverProfile] = DriverProfile.calibrated, spawn: Spawn = .feasible,
    strandedAt: Double = 0
  ) {
    self.vehicles = vehicles
    self.drivers = drivers
    self.spawn = spawn
    self.strandedAt = strandedAt
  }

  /// What is done about cars that could never reach a station.
  public enum Spawn: String, Hashable, Sendable, Codable, CaseIterable {
    /// They come with just enough.
    case feasible
    /// They come as chance made them, and strand.
    case raw
  }

  enum CodingKeys: String, CodingKey {
    case vehicles, drivers, spawn
    case strandedAt = "stranded_at_soc"
  }
}
