package import AnalysisKit
import HighwayStudies
import HighwayWorld
import Text

/// What can be asked about assumptions.
package struct SensitivityOptions: ToolOptions {
  var study: FilePath?
  var scenario: String?
  var function: Formula?
  var method = Method.all
  var measures: MeasureNames?
  var traffic: FactorRange?
  var stations: FactorRange?
  var chargers: FactorRange?
  var spots: FactorRange?
  var patience: FactorRange?
  var grid: FactorRange?
  var solar: FactorRange?
  var battery: FactorRange?
  var price: FactorRange?
  var length: FactorRange?
  var duration: Double?
  var replications: Int?
  var trajectories = 16
  var points: Int?
  var costs: FilePath?

  /// All defaults.
  package init() {}

  package static let grammar = OptionGrammar<SensitivityOptions>([
    .optional(
      "study", \.study, "A JSON file with a scenario, factors, objectives and replications."),
    .optional(
      "scenario", \.scenario,
      "A preset (\(HighwayScenario.presets.map(\.name).joined(separator: ", "))) or a JSON file; a day on 200 km of the calibrated road if left out."
    ),
    .optional(
      "function", \.function, "A formula with known answers instead of a road, as a check."),
    .value("method", \.method, "How it is found out."),
    .optional(
      "measures", \.measures,
      "What is looked at, separated by commas; stranding,wait-p95,cost if left out."),
    .optional("traffic", \.traffic, unit: "per hour", "Traffic; one value fixes it."),
    .optional("stations", \.stations, "Stations, evenly spread."),
    .optional("chargers", \.chargers, "Chargers of each station."),
    .optional("spots", \.spots, "How many can wait at each station."),
    .optional("patience", \.patience, unit: "min", "How long drivers wait on the average."),
    .optional("grid-kw", \.grid, unit: "kW", "What the grid gives each station."),
    .optional("solar-kw", \.solar, unit: "kW", "Solar plant of each station."),
    .optional("battery-kwh", \.battery, unit: "kWh", "Battery of each station."),
    .optional("price", \.price, unit: "per kWh", "What drivers pay."),
    .optional("highway-length", \.length, unit: "km", "How long the road is."),
    .optional(
      "duration", \.duration, in: 0.1...10_000, unit: "h",
      "How long cars come; the scenario's if left out."),
    .optional(
      "replications", short: "r", \.replications, in: 2...10_000,
      "How often each design is tried, eight times as often for the tornado; 2 if left out."),
    .value(
      "trajectories", \.trajectories, in: 2...100_000,
      "How many ways through the space Morris's screening takes."),
    .optional(
      "points", \.points, in: 8...1_048_576,
      "How many base points Sobol's indices take, best a power of two; 256 if left out, 8192 for a formula."
    ),
    .optional(
      "costs", \.costs, "A JSON file with prices, as for `evtools pareto`."),
  ])

  package func check() throws(OptionFailure) {
    guard function != nil else { return }
    let others: [(String, Bool)] = [
      ("study", study != nil), ("scenario", scenario != nil), ("measures", measures != nil),
    ]
    for (name, isGiven) in others where isGiven {
      throw .conflict("--function has no road, so --\(name) has no meaning.")
    }
  }

  /// The ranges that were given.
  var ranges: [(factor: HighwayFactor, range: FactorRange)] {
    let all: [(HighwayFactor, FactorRange?)] = [
      (.traffic, traffic), (.stations, stations), (.chargers, chargers), (.spots, spots),
      (.patience, patience), (.grid, grid), (.solar, solar), (.battery, battery), (.price, price),
      (.length, length),
    ]
    return all.compactMap { factor, range in range.map { (factor, $0) } }
  }

  /// How it is found out.
  enum Method: String, CaseIterable, OptionValue {
    case all
    case tornado
    case morris
    case sobol
  }

  /// A formula with known answers.
  enum Formula: String, CaseIterable, OptionValue {
    case ishigami
  }
}

/// Measures by name.
struct MeasureNames: OptionValue {
  let names: [String]

  static var form: OptionForm { .text("NAME,…") }

  /// Takes names that there are.
  init(_ names: [String]) { self.names = names }

  init(optionText text: String) throws(OptionComplaint) {
    let known = HighwayObjective.named.map(\.name)
    names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for name in names where !known.contains(name) { throw .notAChoice(name, among: known) }
    guard Set(names).count == names.count else {
      throw .malformed(text, takes: "a list of different measures")
    }
  }

  var optionText: String { names.joined(separator: ",") }
}
