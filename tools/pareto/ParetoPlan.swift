import AnalysisKit
import ChargingModels
import HighwayStudies
import HighwayWorld
import Optimisation
import Text

/// The optimisation as it was asked for: what may be chosen, what is to be small, what must be kept.
struct ParetoPlan {
  let question: HighwayQuestion
  let space: DecisionSpace
  let objectives: [(name: String, objective: HighwayObjective)]
  let limits: [ParetoLimit]
  let costs: CostTable
  let method: ParetoOptions.Method
  let replications: Int
  let options: ParetoOptions

  /// How many times a limit a design may reach and still be on the front.
  ///
  /// What the last part of a limit costs is seen only from beyond it; the answer keeps the limits themselves.
  static let slack = 8.0

  /// Whether a design that loses two visits of five cannot be on the front: where stranding is not limited well below that,
  /// it may be the cheap end.
  var canScreen: Bool {
    limits.contains { $0.objective == .stranding && $0.most * Self.slack <= 20 }
  }

  /// Resolves options, a study file and a price list, or says what is wrong with them.
  init(_ options: ParetoOptions, in workshop: Workshop) throws(ToolFailure) {
    self.options = options
    let study = try ParetoStudy.named(options.study, in: workshop)
    var scenario = study.scenario
    if let name = options.scenario { scenario = try ScenarioSource.scenario(name, workshop) }
    if let traffic = options.traffic { scenario.traffic.vehiclesPerHour = traffic }
    if let duration = options.duration { scenario.duration = duration }
    let factors = Self.factors(study.factors, options, scenario)
    do {
      space = try factors.space()
    } catch {
      throw .input(error)
    }
    do {
      question = try HighwayQuestion(scenario, factors, seed: workshop.seed)
      _ = try question.plan(of: space.repaired(space.decisions.map(\.upper)))
    } catch {
      throw .input(
        InputFailure(
          file: options.study, keyPath: error.path, problem: error.problem, remedy: error.remedy))
    }
    let names = options.objectives?.names ?? study.objectives
    objectives = HighwayObjective.named.filter { names.contains($0.name) }
      .sorted { names.firstIndex(of: $0.name) ?? 0 < names.firstIndex(of: $1.name) ?? 0 }
    limits = ParetoLimit.all(options, study.limits)
    costs = try CostTable.read(options.costs, in: workshop)
    switch options.method {
    case .automatic:
      let count = space.gridCount ?? .max
      method = count <= 400 ? .grid : objectives.count > 3 ? .nsga3 : .nsga2
    case .grid:
      guard let count = space.gridCount, count <= 100_000 else {
        throw .usage(
          .conflict(
            "--method grid needs steps for everything and at most 100,000 designs; here are "
              + "\(space.gridCount.map { $0.groupedText } ?? "too many to count")."))
      }
      method = .grid
    case .nsga2, .nsga3: method = options.method
    }
    replications = options.replications ?? (method == .grid ? 10 : 4)
    if let weights = options.weights, weights.values.count != objectives.count {
      throw .usage(
        .conflict(
          "--weights has \(weights.values.count.counted("number", "numbers")), and there are "
            + "\(objectives.count) objectives (\(objectives.map(\.name).joined(separator: ", "))).")
      )
    }
  }

  /// The factors of the study, with the ranges that were given instead of theirs.
  private static func factors(
    _ factors: [Factor], _ options: ParetoOptions, _ scenario: HighwayScenario
  ) -> [Factor] {
    let given: [(HighwayFactor, FactorRange?)] = [
      (.stations, options.stations), (.chargers, options.chargers), (.spots, options.spots),
      (.grid, options.grid), (.solar, options.solar), (.battery, options.battery),
    ]
    var factors = factors
    for case (let factor, let range?) in given {
      let varied = factor.varied(range.values)
      if let place = factors.firstIndex(where: { $0.name == factor.rawValue }) {
        factors[place] = varied
      } else {
        factors.append(varied)
      }
    }
    return options.perStation ? factors.withChargersPerStation(in: scenario) : factors
  }
}

extension [Factor] {
  /// Replaces one number of chargers for all stations by one for each; a station that is not built has none to choose.
  fileprivate func withChargersPerStation(in scenario: HighwayScenario) -> [Factor] {
    guard let place = firstIndex(where: { $0.name == HighwayFactor.chargers.rawValue }) else {
      return self
    }
    let stations = first { $0.name == HighwayFactor.stations.rawValue }
    let most = stations.map { Int($0.decision.upper) } ?? scenario.resolvedStations.count
    var factors = self
    factors.remove(at: place)
    factors += (0..<most).map { number in
      Factor(
        "chargers-\(number + 1)", key: "stations.chargers[\(number)]", self[place].values,
        needs: stations.map { .init($0.name, atLeast: Double(number + 1)) })
    }
    return factors
  }
}

/// Something that a design has to keep.
struct ParetoLimit: Equatable {
  /// The name of the objective.
  let name: String
  let objective: HighwayObjective
  /// What it may be at most.
  let most: Double

  /// The limits that were asked for; those of the study where nothing was.
  static func all(_ options: ParetoOptions, _ study: [StudyFile.Constraint]) -> [ParetoLimit] {
    let given: [(String, Double?)] = [
      ("stranding", options.stranding), ("wait-p95", options.wait), ("unserved", options.unserved),
    ]
    let names = HighwayObjective.named
    return names.compactMap { name, objective in
      let own = given.first { $0.0 == name }?.1
      guard let most = own ?? study.first(where: { $0.measure == name })?.most else { return nil }
      return ParetoLimit(name: name, objective: objective, most: most)
    }
  }
}
