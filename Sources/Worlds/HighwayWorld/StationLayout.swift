public import ChargingModels

/// Where the stations are and what they have: alike and evenly spread, or one by one.
public struct StationLayout: Hashable, Sendable, Codable {
  /// How many stations there are, when `list` is empty.
  public var count: Int
  /// How many chargers each has.
  public var chargers: Int
  /// The name of their kind.
  public var charger: String
  /// How many chargers share a cabinet; 0 when each has its own.
  public var cabinetSize: Int
  /// What a cabinet can give, in kW.
  public var cabinetPower: Limit
  /// Where they are, in km; empty for evenly spread.
  public var positions: [Double]
  /// Stations one by one, instead of all the above.
  public var list: [Station]

  /// Describes stations that are alike.
  public init(
    count: Int = 3, chargers: Int = 4, charger: String = "ULTRA", cabinetSize: Int = 0,
    cabinetPower: Limit = .unlimited, positions: [Double] = [], list: [Station] = []
  ) {
    self.count = count
    self.chargers = chargers
    self.charger = charger
    self.cabinetSize = cabinetSize
    self.cabinetPower = cabinetPower
    self.positions = positions
    self.list = list
  }

  enum CodingKeys: String, CodingKey {
    case count, charger, list
    case chargers = "chargers_per_station"
    case cabinetSize = "chargers_per_cabinet"
    case cabinetPower = "cabinet_kw"
    case positions = "positions_km"
  }

  /// Returns the places of so many stations along a road: the first after an even share of it, at most
  /// 80 km, the others evenly over the rest.
  ///
  ///     StationLayout.evenPositions(count: 3, length: 300)   // [75, 150, 225]
  public static func evenPositions(count: Int, length: Double) -> [Double] {
    guard count > 0 else { return [] }
    let first = min(length / Double(count + 1), 80)
    return (0..<count).map { first + (length - first) / Double(count) * Double($0) }
  }
}

/// One station.
public struct Station: Hashable, Sendable, Codable {
  /// Where it is, in km.
  public var position: Double
  /// Its chargers, group by group.
  public var chargers: [ChargerGroup]
  /// How many can wait.
  public var waitingSpots: Limit
  /// From which side one can drive in.
  public var access: Access
  /// Where its energy comes from.
  public var energy: EnergyOptions
  /// What drivers pay per kWh.
  public var price: Double

  /// Describes a station.
  public init(
    position: Double, chargers: [ChargerGroup], waitingSpots: Limit = 6, access: Access = .both,
    energy: EnergyOptions = EnergyOptions(), price: Double = 0.4
  ) {
    self.position = position
    self.chargers = chargers
    self.waitingSpots = waitingSpots
    self.access = access
    self.energy = energy
    self.price = price
  }

  /// Which directions can drive in.
  public enum Access: String, Hashable, Sendable, Codable, CaseIterable {
    /// Both.
    case both
    /// That of increasing kilometres.
    case forward
    /// That of decreasing kilometres.
    case backward
  }

  enum CodingKeys: String, CodingKey {
    case chargers, access, energy
    case position = "position_km"
    case waitingSpots = "waiting_spots"
    case price = "sale_per_kwh"
  }
}

/// Some chargers of one kind.
public struct ChargerGroup: Hashable, Sendable, Codable {
  /// The name of the kind.
  public var type: String
  /// How many.
  public var count: Int
  /// How many share a cabinet; 0 when each has its own.
  public var cabinetSize: Int
  /// What a cabinet can give to cars, in kW.
  public var cabinetPower: Limit

  /// Describes a group.
  public init(
    type: String = "ULTRA", count: Int, cabinetSize: Int = 0, cabinetPower: Limit = .unlimited
  ) {
    self.type = type
    self.count = count
    self.cabinetSize = cabinetSize
    self.cabinetPower = cabinetPower
  }

  enum CodingKeys: String, CodingKey {
    case type, count
    case cabinetSize = "chargers_per_cabinet"
    case cabinetPower = "cabinet_kw"
  }
}

extension HighwayScenario {
  /// The stations one by one, in the order of the road.
  public var resolvedStations: [Station] {
    guard stations.list.isEmpty else {
      return stations.list.sorted { $0.position < $1.position }
    }
    let positions =
      stations.positions.isEmpty
      ? StationLayout.evenPositions(count: stations.count, length: road.length)
      : stations.positions.sorted()
    return positions.map { position in
      Station(
        position: position,
        chargers: [
          ChargerGroup(
            type: stations.charger, count: stations.chargers, cabinetSize: stations.cabinetSize,
            cabinetPower: stations.cabinetPower)
        ], waitingSpots: waitingSpots, energy: energy, price: prices.energy)
    }
  }
}
