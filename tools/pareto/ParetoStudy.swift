import AnalysisKit
import ChargingModels
import HighwayStudies
import HighwayWorld
import Text

/// What is optimised when nothing else is said: a scenario, its factors, objectives and limits.
struct ParetoStudy {
  var scenario: HighwayScenario
  var factors: [Factor]
  var objectives: [String]
  var limits: [StudyFile.Constraint]

  /// A day on 300 km: how many stations, how large, with how much grid, sun and battery.
  ///
  /// Who finds a waiting room full has to drive on; the sun is that of a mean day of central Europe, 2.9 kWh/m².
  static let corridor = ParetoStudy(
    scenario: {
      var scenario = HighwayScenario.calibrated
      scenario.traffic.process = .rushHour
      scenario.choice.allowsOverflow = false
      scenario.prices.demandCharge = 10
      scenario.energy.solar.followsWeather = true
      scenario.weather.irradiance = [
        0, 0, 0, 0, 0, 0, 20, 80, 170, 270, 350, 400, 410, 390, 330, 250, 160, 80, 20, 0, 0, 0, 0,
        0,
      ]
      return scenario
    }(),
    factors: [
      HighwayFactor.stations.varied(.whole(2...8)),
      HighwayFactor.chargers.varied(.whole(2...16)),
      HighwayFactor.spots.varied(.whole(0...12, step: 2)),
      HighwayFactor.grid.varied(.real(200...1600, step: 200)),
      HighwayFactor.solar.varied(.real(0...600, step: 200)),
      HighwayFactor.battery.varied(.real(0...1500, step: 500)),
    ],
    objectives: ["cost", "stranding", "wait"],
    limits: [.init("stranding", atMost: 1)])

  /// The grid of the earlier system: chargers and places to wait on 200 km.
  static let upstreamGrid = ParetoStudy(
    scenario: {
      var scenario = HighwayScenario.upstream
      scenario.road.length = 200
      scenario.stations.count = 4
      scenario.traffic.vehiclesPerHour = 50
      scenario.traffic.process = .rushHour
      scenario.duration = 10
      scenario.choice.allowsOverflow = false
      return scenario
    }(),
    factors: [
      HighwayFactor.chargers.varied(.whole(2...15)),
      HighwayFactor.spots.varied(.whole(2...78, step: 4)),
    ],
    objectives: ["cost", "stranding", "wait"],
    limits: [.init("stranding", atMost: 1)])

  /// The names of the studies that need no file.
  static let names = ["corridor", "upstream-grid"]

  /// Finds a study by its name, or reads it from a file.
  static func named(_ name: String, in workshop: Workshop) throws(ToolFailure) -> ParetoStudy {
    switch name {
    case "corridor": return .corridor
    case "upstream-grid": return .upstreamGrid
    default: break
    }
    guard name.contains("/") || name.contains(".") else {
      let near = NearestNames.of(name, among: names)
      throw .usage(
        .conflict(
          "there is no study named \(name.quoted): there are \(names.listed(conjunction: "and")), or a file "
            + "such as study.json."
            + (near.isEmpty ? "" : " Did you mean \(near.map(\.quoted).listed(conjunction: "or"))?")
        ))
    }
    return try corridor.overlaid(by: StudyFile.read(FilePath(name), in: workshop), name, workshop)
  }

  /// Returns the study with what a file says instead.
  private func overlaid(
    by file: StudyFile, _ name: String, _ workshop: Workshop
  ) throws(ToolFailure) -> ParetoStudy {
    var study = self
    if let json = file.scenario {
      study.scenario = try ScenarioSource.scenario(json, in: name, workshop)
    }
    if let factors = file.factors { study.factors = try factors.completed(in: name) }
    let known = HighwayObjective.named.map(\.name)
    func check(_ measures: [String], _ key: String) throws(ToolFailure) {
      for (place, measure) in measures.enumerated() where !known.contains(measure) {
        throw .input(
          InputFailure(
            file: name, keyPath: "\(key)[\(place)]",
            problem: "there is no objective \(measure.quoted)",
            remedy: "There are \(known.listed(conjunction: "and"))."))
      }
    }
    if let objectives = file.objectives {
      try check(objectives, "objectives")
      guard (2...6).contains(objectives.count), Set(objectives).count == objectives.count else {
        throw .input(
          InputFailure(
            file: name, keyPath: "objectives", problem: "it takes two to six different objectives"))
      }
      study.objectives = objectives
    }
    if let constraints = file.constraints {
      try check(constraints.map(\.measure), "constraints")
      study.limits = constraints
    }
    return study
  }
}
