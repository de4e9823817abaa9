import AnalysisKit
import ChargingModels
import HighwayStudies
import HighwayWorld
import Text

/// The question as it was asked: which days, what grows, and what is tried against blackouts.
struct BlackoutsPlan {
  let options: BlackoutsOptions
  let model: BlackoutModel
  let costs: CostTable
  let replications: Int
  /// Where the days come from, in words.
  let source: String
  /// Growth of traffic as a factor; the first is looked at in every detail.
  let growths: [Double]
  let remedies: [Remedy]

  init(_ options: BlackoutsOptions, in workshop: Workshop) throws(ToolFailure) {
    self.options = options
    var scenario: HighwayScenario
    var kept = 20
    if let folder = options.run {
      scenario = try KeptScenario.read(folder, workshop)
      kept = max(2, scenario.replications)
      source = "the run \(folder)"
    } else {
      scenario = try ScenarioSource.scenario(options.scenario, workshop)
      scenario.seed = workshop.seed
      source = "the scenario \(scenario.name)"
    }
    options.lay(over: &scenario)
    guard scenario.service.model == .physics else {
      throw .usage(
        .conflict(
          "no energy flows in \(source) (its service is \(scenario.service.model.rawValue)); take one with physics."
        ))
    }
    if options.rare != nil, scenario.needsForesight {
      throw .usage(
        .conflict(
          "--rare draws the future anew, and batteries with dispatch optimal already know it; "
            + "take another dispatch."))
    }
    let plan = try ScenarioSource.plan(scenario, named: options.run ?? options.scenario)
    costs = try CostTable.read(options.costs, in: workshop)
    replications = options.replications ?? kept
    growths = options.growth.values.map { 1 + $0 / 100 }
    model = BlackoutModel(scenario, stations: plan.stationCount)
    let isLimited = plan.stationOptions.contains { $0.energy.grid != .unlimited }
    remedies =
      (isLimited ? options.gridSteps.values.map { Remedy(.grid, $0) } : [])
      + options.batterySteps.values.map { Remedy(.battery, $0) }
      + options.solarSteps.values.map { Remedy(.solar, $0) }
    if let bad = remedies.first(where: { $0.size <= 0 }) {
      throw .usage(
        .conflict("a step of \(bad.size.shortestText) is no remedy; steps are above 0."))
    }
  }

  var scenario: HighwayScenario { model.scenario }
}

extension BlackoutsOptions {
  /// Changes of a scenario what was given; grids that neither fail nor end are made to fail by chance.
  fileprivate func lay(over scenario: inout HighwayScenario) {
    scenario.stations.list = scenario.resolvedStations
    if let traffic { scenario.traffic.vehiclesPerHour = traffic }
    if let duration { scenario.duration = duration }
    if let grid {
      for index in scenario.stations.list.indices {
        scenario.stations.list[index].energy.grid = .atMost(grid)
      }
    }
    let isSafe =
      scenario.outages.meanGap == 0 && scenario.outages.scheduled.isEmpty
      && scenario.stations.list.allSatisfy { $0.energy.grid == .unlimited }
    if let outageGap { scenario.outages.meanGap = outageGap }
    if outageGap == nil, isSafe, run == nil { scenario.outages.meanGap = 48 }
    if let outageMinutes { scenario.outages.meanMinutes = outageMinutes }
  }
}

/// The scenario of a run that was kept.
enum KeptScenario {
  /// Reads it from the answer of `evtools simulate`.
  static func read(
    _ folder: String, _ workshop: Workshop
  ) throws(ToolFailure) -> HighwayScenario {
    let path = folder + "/data/summary.json"
    let bytes = try workshop.read(FilePath(path))
    let json: JSON
    do { json = try JSONReader.read(bytes).json } catch {
      throw .input(
        InputFailure(file: path, position: error.position, problem: error.description))
    }
    guard let parameters = json["parameters"],
      let scenario = try? HighwayScenario(json: parameters)
    else {
      throw .input(
        InputFailure(
          file: path, problem: "it is not the answer of `evtools simulate`",
          remedy: "Give the folder of a run of `evtools simulate`."))
    }
    return scenario
  }
}
