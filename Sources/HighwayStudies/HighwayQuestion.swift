public import AnalysisKit
internal import ChargingModels
public import HighwayWorld
internal import Optimisation
public import Text

/// What a study asks of the highway: a scenario, the factors that vary, and the seed.
///
///     let question = try HighwayQuestion(.calibrated, [HighwayFactor.chargers(2...12)])
///     try question.results(of: [8], replicates: [0, 1])   // two rows, one number per measure
///
/// A replicate is the run of that number: its cars are the same for every design.
public struct HighwayQuestion: StudyModel {
  /// The scenario in which the factors are set.
  public let scenario: HighwayScenario
  /// What varies.
  public let factors: [Factor]
  /// The names of the numbers: those of ``HighwaySummary`` and the shares of all cars that come.
  public let measures: [String]
  private let base: JSON

  /// The version of the world: another one gives other numbers, and nothing of an older one is used again.
  public static let version = 2

  /// Asks a question, or says which factor makes no sense.
  ///
  /// - Parameters:
  ///   - scenario: The scenario in which the factors are set.
  ///   - factors: What varies.
  ///   - seed: The seed, if not the scenario's.
  /// - Throws: Which key there is not.
  public init(
    _ scenario: HighwayScenario, _ factors: [Factor], seed: Int? = nil
  ) throws(ScenarioFailure) {
    var scenario = scenario
    if let seed { scenario.seed = seed }
    // How often a study asks is its own business, and a name changes no number.
    scenario.replications = 1
    scenario.name = "study"
    self.scenario = scenario
    self.factors = factors
    measures = HighwaySummary.namesOfStudies
    do {
      base = try JSON(encoding: scenario)
    } catch {
      throw ScenarioFailure(path: error.path, problem: error.reason.description, remedy: "")
    }
    for factor in factors {
      for key in factor.keys {
        _ = try setting(key, to: factor.json(of: factor.decision.lower), in: base)
      }
    }
  }

  /// Everything that a result depends on beside design and replicate.
  public var document: JSONObject {
    [
      "world": .string(Self.world), "version": .integer(Self.version), "scenario": base,
      "factors": .array(
        factors.map { factor in
          var members: JSONObject = ["keys": .array(factor.keys.map { .string($0) })]
          if case .choice(let list) = factor.values { members["choices"] = .array(list) }
          if case .whole = factor.values { members["whole"] = true }
          return .object(members)
        }),
    ]
  }

  /// Returns the scenario of a design.
  public func scenario(of design: [Double]) throws(ScenarioFailure) -> HighwayScenario {
    var json = base
    var perStation: [(station: Int, chargers: Int)] = []
    for (factor, value) in zip(factors, design) {
      for key in factor.keys {
        if let station = Self.stationWithChargers(key) {
          perStation.append((station, Int(value.rounded())))
        } else {
          json = try setting(key, to: factor.json(of: value), in: json)
        }
      }
    }
    var scenario: HighwayScenario
    do {
      scenario = try json.decoded(unknownKeys: .refused)
    } catch {
      throw ScenarioFailure(
        path: error.path, problem: error.reason.description,
        remedy: "`evtools scenario show calibrated` prints all keys.")
    }
    if !perStation.isEmpty { scenario.place(perStation) }
    return scenario
  }

  /// Makes a design ready to run, or says what is wrong with it.
  public func plan(of design: [Double]) throws(ScenarioFailure) -> HighwayPlan {
    try HighwayPlan(try scenario(of: design))
  }

  /// Runs some replicates of a design.
  public func results(
    of design: [Double], replicates: [Int]
  ) throws(ToolFailure) -> [[Double]] {
    try outcomes(of: design, replicates: replicates, Self.values)
  }

  /// Runs some replicates of a design, and takes from each what somebody wants to know of it.
  ///
  ///     let places = try question.outcomes(of: [8], replicates: [0]) { $0.strandings.map(\.position) }
  public func outcomes<Reading>(
    of design: [Double], replicates: [Int], _ reading: (HighwayOutcome) -> Reading
  ) throws(ToolFailure) -> [Reading] {
    let scenario: HighwayScenario
    let shared: HighwayPlan
    do throws(ScenarioFailure) {
      scenario = try self.scenario(of: design)
      shared = try HighwayPlan(scenario)
    } catch {
      throw failure(error, design)
    }
    var readings: [Reading] = []
    for replicate in replicates {
      let plan =
        scenario.needsForesight ? try foresight(scenario, replicate, design) : shared
      var run = HighwayRun(plan, replication: replicate)
      do { readings.append(reading(try run.finish())) } catch { throw defect(error, design) }
    }
    return readings
  }

  /// The numbers of an outcome, in the order of ``measures``.
  public static func values(of outcome: HighwayOutcome) -> [Double] {
    outcome.summary.measuresOfStudies.map(\.value)
  }

  /// A design in words: `chargers 8, spots 4`.
  public func words(for design: [Double]) -> String {
    zip(factors, design).map { "\($0.name) \($0.words(for: $1))" }.joined(separator: ", ")
  }

  /// The place of a measure in the rows of results; nil where there is none of that name.
  public func index(of measure: String) -> Int? { measures.firstIndex(of: measure) }

  /// The plan for a replicate whose batteries know the day.
  private func foresight(
    _ scenario: HighwayScenario, _ replicate: Int, _ design: [Double]
  ) throws(ToolFailure) -> HighwayPlan {
    do throws(HighwayFailure) {
      let known = try scenario.withForesight(replication: replicate)
      do { return try HighwayPlan(known) } catch { throw .scenario(error) }
    } catch {
      switch error {
      case .scenario(let failure): throw self.failure(failure, design)
      case .books(let failure): throw defect(failure, design)
      }
    }
  }

  private func defect(_ failure: BooksFailure, _ design: [Double]) -> ToolFailure {
    let line = failure.line
    return .defect(
      "the book of \(line.book.rawValue) does not close for \(words(for: design)): "
        + "\(line.name): \(line.left) is not \(line.right)")
  }

  private func failure(_ failure: ScenarioFailure, _ design: [Double]) -> ToolFailure {
    .input(
      InputFailure(
        file: "the design with \(words(for: design))", keyPath: failure.path,
        problem: failure.problem, remedy: failure.remedy))
  }

  // MARK: - Setting keys

  /// `stations.chargers[2]` is no key of a scenario: it gives the third of evenly spread stations its own number.
  private static func stationWithChargers(_ key: String) -> Int? {
    let start = "stations.chargers["
    guard key.hasPrefix(start), key.hasSuffix("]") else { return nil }
    return Int(key.dropFirst(start.count).dropLast())
  }

  /// Returns JSON with another value under a key that it must have.
  private func setting(
    _ key: String, to value: JSON, in json: JSON
  ) throws(ScenarioFailure) -> JSON {
    if Self.stationWithChargers(key) != nil { return json }
    let parts = key.split(whereSeparator: { ".[]".contains($0) }).map(String.init)
    guard let result = json.setting(parts[...], to: value) else {
      throw ScenarioFailure(
        path: key, problem: "there is no such key to vary",
        remedy: "`evtools scenario show calibrated` prints all keys.")
    }
    return result
  }
}

extension JSON {
  /// Returns the same with another value at a path; nil where the path leads nowhere.
  fileprivate func setting(_ path: ArraySlice<String>, to value: JSON) -> JSON? {
    guard let first = path.first else { return value }
    switch self {
    case .object(var members):
      guard let changed = members[first]?.setting(path.dropFirst(), to: value) else { return nil }
      members[first] = changed
      return .object(members)
    case .array(var values):
      guard let index = Int(first), values.indices.contains(index),
        let changed = values[index].setting(path.dropFirst(), to: value)
      else { return nil }
      values[index] = changed
      return .array(values)
    default: return nil
    }
  }
}

extension HighwayScenario {
  /// Gives evenly spread stations their own numbers of chargers; a station that is not built needs none.
  fileprivate mutating func place(_ chargers: [(station: Int, chargers: Int)]) {
    var list = resolvedStations
    for (station, count) in chargers where list.indices.contains(station) {
      let type = list[station].chargers.first?.type ?? stations.charger
      list[station].chargers = [ChargerGroup(type: type, count: count)]
    }
    stations.list = list
  }
}
