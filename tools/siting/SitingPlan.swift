import AnalysisKit
import ChargingModels
import HighwayStudies
import HighwayWorld
import Numerics
import Text

/// The question as it was asked, and the model that answers it.
struct SitingPlan {
  let scenario: HighwayScenario
  let options: SitingOptions
  let costs: CostTable
  let model: SitingModel
  /// The design that is to be judged.
  let given: [Station]
  /// How many of the cars drawn have no plug for the chargers.
  let misfits: Int
  /// The Pareto study beside which the designs are drawn.
  let front: KeptFront?

  /// Resolves options, draws the cars and works out their needs, or says what is wrong.
  init(_ options: SitingOptions, in workshop: Workshop) throws(ToolFailure) {
    self.options = options
    let front: KeptFront?
    if let run = options.pareto {
      front = try KeptFront.read(run.text, workshop)
    } else {
      front = nil
    }
    self.front = front
    var scenario: HighwayScenario
    if let front {
      scenario = front.chosen.scenario
    } else {
      scenario = try ScenarioSource.scenario(options.scenario, workshop)
    }
    if let traffic = options.traffic { scenario.traffic.vehiclesPerHour = traffic }
    if let duration = options.duration { scenario.duration = duration }
    if front == nil { scenario.seed = workshop.seed }
    // Where the first station must stand is part of the question, so nobody is given the charge for it.
    scenario.fleet.spawn = .raw
    try Self.refuse(scenario, options)
    let template = scenario.resolvedStations.first ?? Station(position: 0, chargers: [])
    let name = template.chargers.first?.type ?? scenario.stations.charger
    var given = scenario.resolvedStations
    if let design = options.design {
      given = design.stations.map { site in
        Self.station(template, name, at: site.position, chargers: site.chargers)
      }
    }
    self.given = given
    var planned = scenario
    planned.stations.list = given
    _ = try ScenarioSource.plan(
      planned, named: options.design == nil ? options.source : "--design")
    guard let charger = scenario.chargers.first(where: { $0.name == name }) else {
      throw .usage(.conflict("the scenario has no kind of charger named \(name.quoted)."))
    }
    self.scenario = scenario
    costs = if let front { front.costs } else { try CostTable.read(options.costs, in: workshop) }

    let candidates = try Self.candidates(scenario, options, given: given.map(\.position))
    let places = Self.places(scenario, candidates)
    let sampler = CarSampler(scenario, places: places, charger: charger, seed: scenario.seed)
    let cars = (0..<options.cars).compactMap { sampler.car($0) }
    misfits = options.cars - cars.count
    let demand = SitingDemand(
      cars, places: places,
      carsPerHour: scenario.traffic.vehiclesPerHour / Double(options.cars))
    let spots = template.waitingSpots.value
    let sizing = StationSizing(
      session: demand.meanSession,
      StationSizing.Target(
        wait: options.wait / 60,
        blocked: options.blocked.map { ($0 / 100, spots < 1e6 ? Int(spots) : 1_000_000) }),
      least: options.leastChargers, most: options.mostChargers)
    let priced = scenario
    let table = costs
    let yearly = (0...options.mostChargers).map { chargers -> Double in
      var one = priced
      one.stations.list = [Self.station(template, name, at: 0, chargers: chargers)]
      return table.building(one).map(\.perYear).compensatedSum()
    }
    model = SitingModel(
      candidates: candidates, demand, sizing, yearly: yearly, towing: options.towing,
      mostTowed: options.coverage.map { max(0, 1 - $0 / 100) } ?? 1,
      peakFactor: scenario.busiestHour)
  }

  private static func refuse(
    _ scenario: HighwayScenario, _ options: SitingOptions
  ) throws(ToolFailure) {
    guard scenario.service.model == .physics else {
      throw .usage(
        .conflict(
          "the scenario \(scenario.name.quoted) has no batteries (its service is "
            + "\(scenario.service.model.rawValue)), so its cars reach every place; take one with physics."
        ))
    }
    if let far = options.design?.stations.first(where: { $0.position > scenario.road.length }) {
      throw .usage(
        .conflict(
          "--design has a station at km \(far.position.shortestText), and the road ends at km "
            + "\(scenario.road.length.shortestText)."))
    }
  }

  /// Every step km within the road, and the places of the given design.
  private static func candidates(
    _ scenario: HighwayScenario, _ options: SitingOptions, given: [Double]
  ) throws(ToolFailure) -> [Double] {
    let count = Int((scenario.road.length / options.step - 1e-9).rounded(.up)) - 1
    guard count <= 300 else {
      throw .usage(
        .conflict(
          "--step \(options.step.shortestText) gives \(count.groupedText) candidate places on "
            + "\(scenario.road.length.shortestText) km; 300 are the most, so take "
            + "\((scenario.road.length / 300).rounded(.up).shortestText) km or more."))
    }
    let steps = (0..<max(count, 0)).map { Double($0 + 1) * options.step }
    return Set(steps + given).sorted().filter { $0 > 0 && $0 < scenario.road.length }
  }

  /// The places where something may begin, end or change.
  private static func places(_ scenario: HighwayScenario, _ candidates: [Double]) -> [Double] {
    let road = scenario.road
    let ends = road.sections.flatMap { [$0.start, $0.end] }
    let trips = scenario.relations.flatMap { [$0.from, $0.to] }
    return Set([0, road.length] + candidates + ends + trips).sorted()
  }

  /// A station as the scenario has them, with the grid connection that its chargers need.
  static func station(
    _ template: Station, _ charger: String, at position: Double, chargers: Int
  ) -> Station {
    var station = template
    let group = template.chargers.first
    station.position = position
    station.energy.grid = .unlimited
    station.chargers = [
      ChargerGroup(
        type: charger, count: chargers, cabinetSize: group?.cabinetSize ?? 0,
        cabinetPower: group?.cabinetPower ?? .unlimited)
    ]
    return station
  }

  /// The stations of a design of the model, as the simulation takes them.
  func stations(of design: SitingModel.Design) -> [Station] {
    let template = scenario.resolvedStations.first ?? Station(position: 0, chargers: [])
    let name = template.chargers.first?.type ?? scenario.stations.charger
    return design.sites.map {
      Self.station(template, name, at: $0.position, chargers: $0.chargers)
    }
  }

  /// So many stations at equal distances, each at the candidate nearest to its place.
  func evenPositions(_ count: Int) -> [Double] {
    let places = StationLayout.evenPositions(count: count, length: scenario.road.length)
    let nearest = places.compactMap { place in
      model.candidates.min { (abs($0 - place), $0) < (abs($1 - place), $1) }
    }
    return Set(nearest).sorted()
  }
}

extension HighwayScenario {
  /// How many times the mean the traffic of the busiest hour of the run is.
  fileprivate var busiestHour: Double {
    let rates = traffic.rates()
    let mean = rates.compensatedSum() / Double(rates.count)
    guard mean > 0 else { return 1 }
    let first = Int(startHour * 12)
    let last = max(first + 1, first + min(288, Int(duration * 12)))
    let hours = (first..<last).map { start in
      (0..<12).map { rates[(start + $0) % rates.count] }.compensatedSum() / 12
    }
    return (hours.max() ?? mean) / mean
  }
}
