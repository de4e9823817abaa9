import ChargingModels
import Numerics
import Randomness

/// A scenario made ready for running: flat tables that no run ever changes, shared by all replications.
public struct HighwayPlan: Sendable {
  /// The scenario it was made from.
  public let scenario: HighwayScenario
  /// The stations in the order of the road.
  public let stationOptions: [Station]
  /// The places where something begins, ends or stands, in the order of the road.
  let nodes: [RoadNode]
  /// The road between a node and the next.
  let links: [RoadLink]
  /// The kinds of links: limit and slope.
  let surfaces: [RoadSurface]
  /// The share of the wished speed that traffic leaves, by hour of the day.
  let speedShares: [Double]
  let types: [TypePlan]
  let drivers: [DriverPlan]
  let typePick: CategoricalDistribution
  let driverPick: CategoricalDistribution
  let levels: [ChargeLevel]
  let trips: [TripPlan]
  let tripPick: CategoricalDistribution
  let staircase: ChargeStaircase
  let stations: [StationPlan]
  let chargers: [ChargerPlan]
  let cabinets: [CabinetPlan]
  let weather: [RoadWeather]
  let outages: [OutagePlan]
  let maintenance: [MaintenancePlan]
  let isPhysical: Bool
  let hasFailures: Bool
  let needsTicks: Bool
  let strandedAt: Double
  let taste: Double
  let startSecond: Double
  let duration: Double

  /// Makes ready a scenario that makes sense, or says what does not.
  public init(_ scenario: HighwayScenario) throws(ScenarioFailure) {
    try scenario.check()
    self.init(checked: scenario)
  }

  init(checked scenario: HighwayScenario) {
    self.scenario = scenario
    let options = scenario.resolvedStations
    stationOptions = options
    isPhysical = scenario.service.model == .physics
    hasFailures = scenario.reliability.meanUptime > 0
    strandedAt = scenario.fleet.strandedAt
    taste = scenario.choice.taste
    startSecond = scenario.startHour * 3600
    duration = scenario.duration * 3600

    let trips = scenario.relations
    var road = RoadBuilder(scenario.road)
    road.add(stops: stationOptions.map(\.position) + trips.flatMap { [$0.from, $0.to] })
    let places = road.positions
    nodes = places.map { position in
      func station(_ access: Station.Access) -> Int32 {
        Int32(
          options.firstIndex {
            $0.position == position && ($0.access == .both || $0.access == access)
          } ?? -1)
      }
      return RoadNode(
        position: position, forward: station(.forward), backward: station(.backward))
    }
    (links, surfaces) = road.links
    speedShares = Self.speedShares(scenario)
    self.trips = trips.map { trip in
      TripPlan(
        entry: Int32(places.firstIndex(of: trip.from) ?? 0),
        exit: Int32(places.firstIndex(of: trip.to) ?? 0), step: trip.to > trip.from ? 1 : -1)
    }
    tripPick = CategoricalDistribution(weights: trips.map(\.weight))

    types = scenario.fleet.vehicles.map { TypePlan($0) }
    levels = scenario.fleet.vehicles.map(\.initialCharge)
    typePick = CategoricalDistribution(weights: scenario.fleet.vehicles.map(\.weight))
    drivers = scenario.fleet.drivers.map { DriverPlan($0) }
    driverPick = CategoricalDistribution(weights: scenario.fleet.drivers.map(\.weight))
    staircase = ChargeStaircase(scenario.fleet.vehicles.map(\.curve))
    weather = (0..<max(scenario.weather.hours, 1)).map { scenario.weather.road(inHour: $0) }

    var builder = StationBuilder(scenario)
    for (index, station) in stationOptions.enumerated() {
      builder.add(
        station, node: places.firstIndex(of: station.position) ?? 0,
        canLoseGrid: scenario.outages.canHit(index))
    }
    stations = builder.stations
    chargers = builder.chargers
    cabinets = builder.cabinets
    outages = scenario.outages.plans(stations: stationOptions.count)
    maintenance = scenario.reliability.plans(builder.stations)
    needsTicks = builder.stations.contains { $0.isCoupled }
  }

  /// Congestion by the function of the Bureau of Public Roads: with a flow of *q* per lane, time is
  /// 1 + 0.15 (*q*/2000)⁴ times what it is on the empty road.
  private static func speedShares(_ scenario: HighwayScenario) -> [Double] {
    let shape = (0..<24).map { scenario.traffic.weight(at: Double($0) + 0.5) }
    let mean = shape.compensatedSum() / 24
    return shape.map { weight in
      let load = mean > 0 ? scenario.road.backgroundTraffic * weight / mean / 2000 : 0
      let square = load * load
      return 1 / (1 + 0.15 * square * square)
    }
  }

  /// How many stations there are.
  public var stationCount: Int { stations.count }

  /// The place of a station in km.
  public func position(ofStation index: Int) -> Double { stationOptions[index].position }

  /// The names of the kinds of vehicles.
  public var vehicleNames: [String] { scenario.fleet.vehicles.map(\.name) }

  /// The names of the kinds of drivers.
  public var driverNames: [String] { scenario.fleet.drivers.map(\.name) }

  /// Returns the hour from midnight of the first day.
  @inline(__always)
  func hour(at time: Double) -> Int { Int((startSecond + time) / 3600) }

  @inline(__always)
  func weather(at time: Double) -> RoadWeather { weather[hour(at: time) % weather.count] }
}
