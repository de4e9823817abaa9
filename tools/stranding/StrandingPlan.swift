import AnalysisKit
import ChargingModels
import HighwayStudies
import HighwayWorld
import Optimisation
import Text

/// The sweep as it was asked for.
struct StrandingPlan {
  let options: StrandingOptions
  /// Asks for a size of the stations and a level of traffic, in this order.
  let model: StrandingModel
  /// What tells one road from the next: most often the chargers of each station.
  let infrastructure: Factor
  /// Its values.
  let sizes: [Double]
  /// The levels of traffic.
  let levels: [Double]
  let replications: StudyReplications

  /// Traffic as the earlier system swept it.
  static let defaultTraffic = Levels([30, 60, 90, 120, 150, 200, 300])
  /// Around the ten of the earlier system.
  static let defaultChargers = Levels([6, 8, 10, 12, 14])

  /// Resolves options and a study file, or says what is wrong with them.
  init(_ options: StrandingOptions, in workshop: Workshop) throws(ToolFailure) {
    self.options = options
    var file = StudyFile()
    if let path = options.study { file = try StudyFile.read(path, in: workshop) }
    let name = options.study?.text ?? options.scenario ?? "the study"
    let scenario = try Self.scenario(options, file, name, workshop)
    let factors = try (file.factors ?? []).completed(in: name)
    let own = try Self.traffic(of: factors, name)
    levels = (options.traffic ?? own ?? Self.defaultTraffic).values
    let road = try Self.infrastructure(options, factors, scenario, name)
    (infrastructure, sizes) = (road.factor, road.values)
    replications = options.replications.map { .fixed($0) } ?? file.replications ?? .fixed(30)
    guard replications.least >= 2 else {
      throw .usage(.conflict("--replications takes 2 or more: one run has no interval."))
    }
    do {
      let question = try HighwayQuestion(
        scenario, [infrastructure, .traffic(levels)], seed: workshop.seed)
      model = StrandingModel(question)
      for size in sizes { _ = try question.plan(of: [size, levels[0]]) }
    } catch {
      throw .input(
        InputFailure(file: name, keyPath: error.path, problem: error.problem, remedy: error.remedy))
    }
    if case .until(let measure, _, _, _) = replications, !model.measures.contains(measure) {
      throw .input(
        InputFailure(
          file: name, keyPath: "replications.until",
          problem: "there is no measure \(measure.quoted)",
          remedy: "One is \("stranded_by_network_share".quoted)."))
    }
  }

  /// The road of the study with the cars of a preset, or a file as it stands; then what options say.
  private static func scenario(
    _ options: StrandingOptions, _ file: StudyFile, _ name: String, _ workshop: Workshop
  ) throws(ToolFailure) -> HighwayScenario {
    var scenario = HighwayScenario.calibrated
    var isPreset = true
    if let choice = options.scenario {
      scenario = try ScenarioSource.scenario(choice, workshop)
      isPreset = HighwayScenario.preset(named: choice) != nil
    } else if let json = file.scenario {
      scenario = try ScenarioSource.scenario(json, in: name, workshop)
      isPreset = json.string.flatMap(HighwayScenario.preset(named:)) != nil
    }
    if isPreset { scenario.takeRoadOfStudy() }
    if let length = options.length { scenario.road.length = length }
    if let duration = options.duration { scenario.duration = duration }
    let listed: [(String, Bool)] = [
      ("--num-stations", options.stations != nil), ("--waiting-spots", options.spots != nil),
    ]
    for (option, isGiven) in listed where isGiven && !scenario.stations.list.isEmpty {
      throw .usage(
        .conflict("\(option) has no effect: the scenario lists its stations one by one."))
    }
    if let stations = options.stations { scenario.stations.count = stations }
    if let spots = options.spots { scenario.waitingSpots = .atMost(Double(spots)) }
    return scenario
  }

  /// The levels of traffic that a study file asks for.
  private static func traffic(of factors: [Factor], _ file: String) throws(ToolFailure) -> Levels? {
    guard let place = factors.firstIndex(where: \.isTraffic) else { return nil }
    let values = try values(of: factors[place], at: place, file)
    guard values.numbers.count >= 2, zip(values.numbers, values.numbers.dropFirst()).allSatisfy(<)
    else {
      throw .input(
        InputFailure(
          file: file, keyPath: "factors[\(place)]", problem: "a sweep takes levels that ascend",
          remedy: "Name two levels or more."))
    }
    return Levels(values.numbers)
  }

  /// What is varied beside traffic.
  private static func infrastructure(
    _ options: StrandingOptions, _ factors: [Factor], _ scenario: HighwayScenario, _ file: String
  ) throws(ToolFailure) -> (factor: Factor, values: [Double]) {
    let others = factors.indices.filter { !factors[$0].isTraffic }
    guard others.count <= 1 else {
      throw .input(
        InputFailure(
          file: file, keyPath: "factors",
          problem: "a sweep varies one thing beside traffic, not \(others.count)",
          remedy: "`evtools pareto` varies many at once."))
    }
    if options.chargers == nil, let place = others.first {
      let values = try values(of: factors[place], at: place, file)
      return (factors[place], values.places)
    }
    let chargers = options.chargers ?? defaultChargers
    guard chargers.values.allSatisfy({ $0 >= 1 && $0 == $0.rounded() && $0 <= 10_000 }) else {
      throw .usage(
        .badValue(
          "chargers",
          .malformed(chargers.optionText, takes: "whole numbers of chargers from 1 on"), unit: nil))
    }
    var factor = HighwayFactor.chargers.varied(
      .whole(Int(chargers.values[0])...Int(chargers.values[chargers.values.count - 1])))
    if !scenario.stations.list.isEmpty {
      factor.keys = scenario.stations.list.indices.map { "stations.chargers[\($0)]" }
    }
    return (factor, chargers.values)
  }

  /// All values of a factor with few of them: as numbers, and as a design names them.
  private static func values(
    of factor: Factor, at place: Int, _ file: String
  ) throws(ToolFailure) -> (numbers: [Double], places: [Double]) {
    let space: DecisionSpace
    do { space = try [factor].space() } catch { throw .input(error) }
    guard let count = space.gridCount, count <= 50 else {
      throw .input(
        InputFailure(
          file: file, keyPath: "factors[\(place)]", problem: "a sweep takes at most 50 values",
          remedy: "Give it a \("step".quoted), or a list of \("values".quoted)."))
    }
    let places = space.grid.map { $0[0] }
    return (places.compactMap { factor.json(of: $0).number }, places)
  }
}

extension StrandingPlan {
  /// The share of cars that may strand.
  var target: Double { options.target / 100 }

  /// The size of whose details figures tell: the middle one.
  var middle: Int { sizes.count / 2 }

  /// A size in words: `10 chargers`.
  func words(_ size: Double) -> String {
    let value = infrastructure.words(for: size)
    return switch HighwayFactor(rawValue: infrastructure.name) {
    case .chargers: "\(value) \(value == "1" ? "charger" : "chargers")"
    case .stations: "\(value) \(value == "1" ? "station" : "stations")"
    case .spots: "\(value) waiting \(value == "1" ? "spot" : "spots")"
    default: "\(infrastructure.name) \(value)" + (infrastructure.unit.map { " \($0)" } ?? "")
    }
  }
}

extension Factor {
  /// Whether it sets the traffic.
  fileprivate var isTraffic: Bool { keys == HighwayFactor.traffic.keys }

  /// Traffic at levels that are named as they are.
  static func traffic(_ levels: [Double]) -> Factor {
    HighwayFactor.traffic.varied(.real(levels[0]...levels[levels.count - 1]))
  }
}

extension HighwayScenario {
  /// Puts the fleet on the road of the earlier system's sweep.
  fileprivate mutating func takeRoadOfStudy() {
    road.length = 200
    (stations.count, stations.list, stations.positions) = (4, [], [])
    waitingSpots = 30
    (duration, warmUp) = (20, 0)
    traffic.process = .poisson
    choice.allowsOverflow = false
  }
}
