import AnalysisKit
import ChargingModels
import HighwayStudies
import HighwayWorld
import Optimisation
import Text

extension SensitivityProblem<HighwayQuestion> {
  /// The road that was asked about.
  static func highway(
    _ options: SensitivityOptions, in workshop: Workshop
  ) throws(ToolFailure) -> Self {
    var file = StudyFile()
    if let path = options.study { file = try StudyFile.read(path, in: workshop) }
    let name = options.study?.text ?? options.scenario ?? "the study"
    var scenario = HighwayScenario.sensitivityRoad
    if let choice = options.scenario {
      scenario = try ScenarioSource.scenario(choice, workshop)
    } else if let json = file.scenario {
      scenario = try ScenarioSource.scenario(json, in: name, workshop)
    }
    if let duration = options.duration { scenario.duration = duration }
    let given = try file.factors?.completed(in: name)
    let factors = (given ?? Self.usualFactors(scenario)).overlaid(by: options.ranges)
    // Patience is a number only where drivers do not each have their own.
    if factors.contains(where: { $0.keys == HighwayFactor.patience.keys }) {
      scenario.patience.model = .exponential
    }
    let names = options.measures?.names ?? file.objectives ?? ["stranding", "wait-p95", "cost"]
    return try problem(
      (scenario, factors), try objectives(names, name), options, file, name, workshop)
  }

  private static func problem(
    _ road: (scenario: HighwayScenario, factors: [Factor]),
    _ objectives: [(name: String, objective: HighwayObjective)],
    _ options: SensitivityOptions, _ file: StudyFile, _ name: String, _ workshop: Workshop
  ) throws(ToolFailure) -> Self {
    // A factor with a single value is a part of the scenario.
    let isFixed = { (factor: Factor) in factor.decision.lower == factor.decision.upper }
    let free = road.factors.filter { !isFixed($0) }
    let fixed = road.factors.filter(isFixed)
    guard free.count >= 2 else {
      throw .usage(
        .conflict("two assumptions or more have to vary to be compared, not \(free.count)."))
    }
    let costs = try CostTable.read(options.costs, in: workshop)
    let question: HighwayQuestion
    let space: DecisionSpace
    do { space = try free.space() } catch { throw .input(error) }
    do {
      let base = try HighwayQuestion(road.scenario, fixed)
        .scenario(of: fixed.map(\.decision.lower))
      question = try HighwayQuestion(base, free, seed: workshop.seed)
      for corner in [space.decisions.map(\.lower), space.decisions.map(\.upper)] {
        _ = try question.plan(of: space.repaired(corner))
      }
    } catch {
      throw .input(
        InputFailure(file: name, keyPath: error.path, problem: error.problem, remedy: error.remedy))
    }
    return SensitivityProblem(
      model: question, factors: free, space: space,
      outputs: objectives.map {
        SensitivityOutput(
          name: $0.name, label: $0.objective.label, unit: $0.objective.unit(costs))
      },
      replications: try replications(options, file, name), points: options.points ?? 256,
      exact: nil,
      judge: { (design, rows) throws(ToolFailure) in
        let scenario: HighwayScenario
        do throws(ScenarioFailure) {
          scenario = try question.scenario(of: design)
        } catch {
          throw .defect("a design that ran has no scenario: \(error.problem)")
        }
        let judge = HighwayJudge(scenario, of: question, objectives.map(\.objective), costs)
        return rows.map { judge.values(of: $0) }
      })
  }

  private static func replications(
    _ options: SensitivityOptions, _ file: StudyFile, _ name: String
  ) throws(ToolFailure) -> Int {
    if let count = options.replications { return count }
    guard let own = file.replications else { return 2 }
    guard case .fixed(let count) = own, count >= 2 else {
      throw .input(
        InputFailure(
          file: name, keyPath: "replications",
          problem: "all designs are tried equally often, two times or more",
          remedy: "Give a number."))
    }
    return count
  }

  private static func objectives(
    _ names: [String], _ file: String
  ) throws(ToolFailure) -> [(name: String, objective: HighwayObjective)] {
    var found: [(name: String, objective: HighwayObjective)] = []
    for (place, name) in names.enumerated() {
      guard let entry = HighwayObjective.named.first(where: { $0.name == name }) else {
        throw .input(
          InputFailure(
            file: file, keyPath: "objectives[\(place)]",
            problem: "there is no measure \(name.quoted)",
            remedy:
              "There are \(HighwayObjective.named.map(\.name).listed(conjunction: "and"))."))
      }
      found.append(entry)
    }
    guard !found.isEmpty else {
      throw .input(
        InputFailure(file: file, keyPath: "objectives", problem: "nothing is looked at"))
    }
    return found
  }

  /// What is commonly uncertain about a road, in ranges around a scenario.
  private static func usualFactors(_ scenario: HighwayScenario) -> [Factor] {
    let traffic = scenario.traffic.vehiclesPerHour
    let chargers = Double(scenario.stations.chargers)
    let least = max(1, Int((0.6 * chargers).rounded()))
    let grid = (60 * chargers).rounded()
    let price = scenario.prices.energy
    return [
      HighwayFactor.traffic.varied(.real(0.7 * traffic...1.3 * traffic)),
      HighwayFactor.chargers.varied(
        .whole(least...max(least + 1, Int((1.4 * chargers).rounded())))),
      HighwayFactor.spots.varied(.whole(4...40)),
      HighwayFactor.patience.varied(.real(10...60)),
      HighwayFactor.grid.varied(.real(grid...2 * grid)),
      HighwayFactor.price.varied(.real(0.5 * price...1.5 * price)),
    ]
  }
}

extension [Factor] {
  /// Returns factors with the ranges that were given instead of theirs; new ones stand at the end.
  fileprivate func overlaid(
    by ranges: [(factor: HighwayFactor, range: FactorRange)]
  ) -> [Factor] {
    var factors = self
    for (factor, range) in ranges {
      let varied = factor.varied(range.values)
      if let place = factors.firstIndex(where: { $0.name == factor.rawValue }) {
        factors[place] = varied
      } else {
        factors.append(varied)
      }
    }
    return factors
  }
}

extension HighwayScenario {
  /// Eight hours on 200 km with about as much traffic as four stations can take.
  fileprivate static let sensitivityRoad: HighwayScenario = {
    var scenario = HighwayScenario.calibrated
    scenario.road.length = 200
    scenario.stations.count = 4
    scenario.waitingSpots = 20
    scenario.traffic.vehiclesPerHour = 170
    scenario.duration = 8
    scenario.choice.allowsOverflow = false
    return scenario
  }()
}
