/// The road from kilometre 0 to its end.
public struct Road: Hashable, Sendable, Codable {
  /// How long it is, in km.
  public var length: Double
  /// Stretches with a limit and a slope of their own, in order; what they leave out is flat with 130 km/h.
  public var sections: [RoadSection]
  /// Whether cars also come from the far end.
  public var isTwoWay: Bool
  /// Where one can also enter and leave, in km.
  public var ramps: [Double]
  /// Who goes where; empty when all go from one end to the other.
  public var trips: [Trip]
  /// All vehicles, most of which do not charge, per hour, direction and lane: they slow everybody down.
  public var backgroundTraffic: Double

  /// Describes a road.
  public init(
    length: Double = 300, sections: [RoadSection] = [], isTwoWay: Bool = false,
    ramps: [Double] = [], trips: [Trip] = [], backgroundTraffic: Double = 0
  ) {
    self.length = length
    self.sections = sections
    self.isTwoWay = isTwoWay
    self.ramps = ramps
    self.trips = trips
    self.backgroundTraffic = backgroundTraffic
  }

  enum CodingKeys: String, CodingKey {
    case sections, ramps, trips
    case length = "length_km"
    case isTwoWay = "two_way"
    case backgroundTraffic = "background_vehicles_per_hour_and_lane"
  }
}

/// A stretch of road.
public struct RoadSection: Hashable, Sendable, Codable {
  /// Where it begins, in km.
  public var start: Double
  /// Where it ends, in km.
  public var end: Double
  /// The speed limit in km/h.
  public var speedLimit: Double
  /// How much it climbs in the direction of increasing kilometres: 0.03 is 3 m in 100 m.
  public var slope: Double

  /// Describes a stretch.
  public init(start: Double, end: Double, speedLimit: Double = 130, slope: Double = 0) {
    self.start = start
    self.end = end
    self.speedLimit = speedLimit
    self.slope = slope
  }

  enum CodingKeys: String, CodingKey {
    case slope
    case start = "start_km"
    case end = "end_km"
    case speedLimit = "speed_limit_kmh"
  }
}

/// From where to where some of the cars go; backwards when `to` is smaller.
public struct Trip: Hashable, Sendable, Codable {
  /// Where they enter, in km.
  public var from: Double
  /// Where they leave, in km.
  public var to: Double
  /// How many they are, relative to the others.
  public var weight: Double

  /// Describes a relation.
  public init(from: Double, to: Double, weight: Double = 1) {
    self.from = from
    self.to = to
    self.weight = weight
  }

  enum CodingKeys: String, CodingKey {
    case weight
    case from = "from_km"
    case to = "to_km"
  }
}
