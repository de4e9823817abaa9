package import AnalysisKit
import HighwayStudies
import HighwayWorld
import Text

/// What can be asked of the Pareto optimiser.
package struct ParetoOptions: ToolOptions {
  var study = "corridor"
  var scenario: String?
  var method = Method.automatic
  var stations: FactorRange?
  var chargers: FactorRange?
  var spots: FactorRange?
  var grid: FactorRange?
  var solar: FactorRange?
  var battery: FactorRange?
  var perStation = false
  var traffic: Double?
  var duration: Double?
  var objectives: ObjectiveNames?
  var stranding: Double?
  var wait: Double?
  var unserved: Double?
  var confidence = 0.95
  var designs = 360
  var replications: Int?
  var runs = 3600
  var weights: Weights?
  var costs: FilePath?

  /// All defaults.
  package init() {}

  package static let grammar = OptionGrammar<ParetoOptions>(
    [
      .value("study", \.study, "What is asked: corridor, upstream-grid, or a JSON file."),
      .optional(
        "scenario", \.scenario,
        "A preset (\(HighwayScenario.presets.map(\.name).joined(separator: ", "))) or a JSON file; the study's if left out."
      ),
      .value("method", \.method, "How designs are found; auto takes the grid where it is small."),
      .optional("stations", \.stations, "How many stations there may be."),
      .optional("chargers", \.chargers, "Chargers of each station."),
      .optional("spots", \.spots, "How many can wait at each station."),
      .optional("grid-kw", \.grid, unit: "kW", "What the grid gives each station."),
      .optional("solar-kw", \.solar, unit: "kW", "Solar plant of each station."),
      .optional("battery-kwh", \.battery, unit: "kWh", "Battery of each station."),
      .value("per-station", \.perStation, "Let each station have a number of chargers of its own."),
      .optional(
        "vehicles-per-hour", \.traffic, in: 0...100_000, unit: "per hour",
        "Mean traffic; the scenario's if left out."),
      .optional(
        "duration", \.duration, in: 0.1...100_000, unit: "h",
        "How long cars come; the scenario's if left out."),
      .optional("objectives", \.objectives, "What is to be small, separated by commas."),
      .optional(
        "max-stranding", \.stranding, in: 0...100, unit: "%",
        "The share of cars that may strand because of the network; 1 if left out."),
      .optional(
        "max-wait-p95", \.wait, in: 0...100_000, unit: "min", "The wait that 5 % may exceed."),
      .optional(
        "max-unserved", \.unserved, in: 0...100, unit: "%",
        "The share of energy that may not be served."),
      .value(
        "confidence", \.confidence, in: 0.5...0.999,
        "How sure a limit is kept; the bound is one-sided."),
      .value("designs", \.designs, in: 10...1_000_000, "How many designs a search may try."),
      .optional(
        "replications", short: "r", \.replications, in: 2...10_000,
        "How often each design is tried at first; 4 in a search, 10 on a grid if left out."),
      .value(
        "runs", \.runs, in: 20...100_000_000,
        "How many runs in all, the rest going to designs that are hard to tell apart."),
      .optional("weights", \.weights, "How much each objective counts for the compromise."),
      .optional(
        "costs", \.costs,
        "A JSON file with prices; data/costs.json of a run shows what it may hold."),
    ],
    arguments: .one(
      "STUDY", \.studyArgument, words: ["corridor", "upstream-grid"], completesPaths: true))

  /// The study as the word beside the options.
  var studyArgument: String? {
    get { study }
    set { study = newValue ?? study }
  }

  /// How designs are found.
  enum Method: String, CaseIterable, OptionValue {
    case automatic = "auto"
    case grid
    case nsga2
    case nsga3
  }
}

/// Objectives by name.
struct ObjectiveNames: OptionValue {
  let names: [String]

  static var form: OptionForm { .text("NAME,…") }

  init(optionText text: String) throws(OptionComplaint) {
    let known = HighwayObjective.named.map(\.name)
    names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for name in names where !known.contains(name) {
      throw .notAChoice(name, among: known)
    }
    guard (2...6).contains(names.count), Set(names).count == names.count else {
      throw .malformed(text, takes: "two to six different objectives")
    }
  }

  var optionText: String { names.joined(separator: ",") }
}

/// How much objectives count.
struct Weights: OptionValue {
  let values: [Double]

  static var form: OptionForm { .text("W,…") }

  init(optionText text: String) throws(OptionComplaint) {
    values = text.split(separator: ",", omittingEmptySubsequences: false).compactMap {
      Double(strictText: String($0))
    }
    guard values.count == text.count(where: { $0 == "," }) + 1, values.allSatisfy({ $0 > 0 }) else {
      throw .malformed(text, takes: "a number above 0 for each objective, such as 2,1")
    }
  }

  var optionText: String { values.map(\.shortestText).joined(separator: ",") }
}
