/// A kind of vehicle: body, battery and how it charges.
public struct VehicleType: Hashable, Sendable, Codable {
  /// What it is called.
  public var name: String
  /// How many of them there are, relative to the others.
  public var weight: Double
  /// The energy of the full battery that may be used, in kWh.
  public var capacity: Double
  /// How full the battery is on entry.
  public var initialCharge: ChargeLevel
  /// Weight, shape and auxiliaries.
  public var body: VehicleBody
  /// The power it accepts at each state of charge.
  public var curve: ChargeCurve
  /// How much of that power a cold battery refuses, per kelvin below 20 °C.
  public var coldChargingLoss: Double
  /// What heats the battery on the road while it is colder than 20 °C, in kW; 0 for nothing.
  ///
  /// A battery that is heated refuses nothing.
  public var preconditioning: Double
  /// The plug.
  public var connector: Connector
  /// The highest speed in km/h, by law or by nature.
  public var topSpeed: Double
  /// Place in a line ordered by class: smaller is served earlier.
  public var priority: Int
  /// Hours of driving after which the driver must rest; 0 for never.
  public var restAfter: Double
  /// How long that rest takes at least, in minutes.
  public var restMinutes: Double

  /// Describes a kind of vehicle.
  public init(
    name: String, weight: Double, capacity: Double, initialCharge: ChargeLevel, body: VehicleBody,
    curve: ChargeCurve, coldChargingLoss: Double = 0, preconditioning: Double = 0,
    connector: Connector = .ccs,
    topSpeed: Double = 250, priority: Int = 1, restAfter: Double = 0, restMinutes: Double = 0
  ) {
    self.name = name
    self.weight = weight
    self.capacity = capacity
    self.initialCharge = initialCharge
    self.body = body
    self.curve = curve
    self.coldChargingLoss = coldChargingLoss
    self.preconditioning = preconditioning
    self.connector = connector
    self.topSpeed = topSpeed
    self.priority = priority
    self.restAfter = restAfter
    self.restMinutes = restMinutes
  }

  /// Returns the share of the curve that the battery accepts at a temperature; at least 0.3.
  public func chargingShare(at temperature: Double) -> Double {
    preconditioning > 0 ? 1 : max(1 - coldChargingLoss * max(20 - temperature, 0), 0.3)
  }

  enum CodingKeys: String, CodingKey {
    case name, weight, body, curve, connector, priority
    case capacity = "battery_kwh"
    case initialCharge = "initial_soc"
    case coldChargingLoss = "cold_charging_loss_per_k"
    case preconditioning = "preconditioning_kw"
    case topSpeed = "top_speed_kmh"
    case restAfter = "rest_after_h"
    case restMinutes = "rest_min"
  }
}

/// The plugs of chargers and vehicles.
@frozen
public enum Connector: String, Hashable, Sendable, Codable, CaseIterable, BitwiseCopyable {
  /// Combined Charging System: direct current for cars.
  case ccs
  /// Direct current of the Japanese standard.
  case chademo
  /// Alternating current.
  case type2
  /// Megawatt Charging System: direct current for trucks.
  case mcs
}
