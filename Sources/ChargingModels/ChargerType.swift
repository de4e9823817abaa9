/// A kind of charger.
public struct ChargerType: Hashable, Sendable, Codable {
  /// What it is called.
  public var name: String
  /// The highest power into a battery, in kW.
  public var power: Double
  /// What reaches the battery of what is drawn from the station's bus.
  public var efficiency: Double
  /// The plugs it has.
  public var connectors: [Connector]

  /// Describes a kind of charger.
  public init(
    name: String, power: Double, efficiency: Double, connectors: [Connector] = [.ccs]
  ) {
    self.name = name
    self.power = power
    self.efficiency = efficiency
    self.connectors = connectors
  }

  enum CodingKeys: String, CodingKey {
    case name, efficiency, connectors
    case power = "power_kw"
  }
}

extension ChargerType {
  /// The kinds of the earlier system: nameplate power on the bus side, of which 90 % reach the car.
  public static let upstream: [ChargerType] = [
    ChargerType(name: "SLOW", power: 22 * 0.9, efficiency: 0.9),
    ChargerType(name: "FAST", power: 50 * 0.9, efficiency: 0.9),
    ChargerType(name: "ULTRA", power: 150 * 0.9, efficiency: 0.9),
    ChargerType(name: "MEGAWATT", power: 350 * 0.9, efficiency: 0.9),
  ]

  /// Kinds as they are sold: the power on the plate is that into the car, at 95 % efficiency.
  public static let calibrated: [ChargerType] = [
    ChargerType(name: "SLOW", power: 22, efficiency: 0.97, connectors: [.ccs, .type2]),
    ChargerType(name: "FAST", power: 50, efficiency: 0.94, connectors: [.ccs, .chademo]),
    ChargerType(name: "ULTRA", power: 150, efficiency: 0.95),
    ChargerType(name: "HYPER", power: 350, efficiency: 0.95, connectors: [.ccs, .mcs]),
  ]
}
