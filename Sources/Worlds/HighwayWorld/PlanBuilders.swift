import ChargingModels

/// Cuts a road into links between the places that matter.
struct RoadBuilder {
  private let road: Road
  private(set) var positions: [Double]

  init(_ road: Road) {
    self.road = road
    positions = [0, road.length] + road.ramps + road.sections.flatMap { [$0.start, $0.end] }
  }

  mutating func add(stops: [Double]) {
    positions = (positions + stops).filter { $0 >= 0 && $0 <= road.length }.sorted()
    var last = -1.0
    positions.removeAll { place in
      defer { last = place }
      return place == last
    }
  }

  /// The links, each with the number of its surface, and the surfaces.
  var links: ([RoadLink], [RoadSurface]) {
    var surfaces: [RoadSurface] = []
    let links = zip(positions, positions.dropFirst()).map { start, end in
      let section = road.sections.first { $0.start <= start && end <= $0.end }
      let surface = RoadSurface(
        limit: section?.speedLimit ?? 130, slope: section?.slope ?? 0)
      let index =
        surfaces.firstIndex(of: surface)
        ?? {
          surfaces.append(surface)
          return surfaces.count - 1
        }()
      return RoadLink(length: end - start, surface: Int32(index))
    }
    return (links, surfaces)
  }
}

/// Lays the chargers and cabinets of all stations in one table each.
struct StationBuilder {
  private let scenario: HighwayScenario
  private(set) var stations: [StationPlan] = []
  private(set) var chargers: [ChargerPlan] = []
  private(set) var cabinets: [CabinetPlan] = []

  init(_ scenario: HighwayScenario) { self.scenario = scenario }

  mutating func add(_ station: Station, node: Int, canLoseGrid: Bool) {
    let (firstCharger, firstCabinet) = (chargers.count, cabinets.count)
    for group in station.chargers { add(group) }
    let energy = station.energy
    let sharesCabinets = cabinets[firstCabinet...].contains { $0.limit < .infinity }
    let isPhysical = scenario.service.model == .physics
    stations.append(
      StationPlan(
        node: Int32(node), position: station.position, firstCharger: Int32(firstCharger),
        endCharger: Int32(chargers.count), firstCabinet: Int32(firstCabinet),
        endCabinet: Int32(cabinets.count),
        isCoupled: isPhysical
          && (sharesCabinets || !energy.isUnlimitedGrid || canLoseGrid
            || scenario.prices.demandCharge > 0),
        spots: station.waitingSpots.value < 1e9 ? Int(station.waitingSpots.value) : .max,
        plugs: chargers[firstCharger...].reduce(0) { $0 | $1.plugs },
        bestPower: chargers[firstCharger...].map(\.power).max() ?? 0,
        gridLimit: energy.grid.value, price: station.price,
        dispatch: StationDispatch(
          rule: energy.dispatch, battery: energy.battery, exportLimit: energy.export),
        initialStored: energy.battery.capacity * energy.battery.initial))
  }

  private mutating func add(_ group: ChargerGroup) {
    guard let type = scenario.chargers.first(where: { $0.name == group.type }) else { return }
    let isShared = group.cabinetSize > 0 && group.cabinetPower.value < .infinity
    for index in 0..<group.count {
      if isShared, index.isMultiple(of: group.cabinetSize) {
        let end = chargers.count + min(group.cabinetSize, group.count - index)
        cabinets.append(
          CabinetPlan(
            first: Int32(chargers.count), end: Int32(end), limit: group.cabinetPower.value))
      }
      chargers.append(
        ChargerPlan(
          power: type.power, efficiency: type.efficiency,
          plugs: type.connectors.reduce(0) { $0 | $1.mask },
          cabinet: isShared ? Int32(cabinets.count - 1) : -1, station: Int32(stations.count)))
    }
  }
}
