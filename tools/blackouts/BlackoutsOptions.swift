package import AnalysisKit
import HighwayWorld
import Text

/// What can be asked about blackouts.
package struct BlackoutsOptions: ToolOptions {
  var run: String?
  var scenario = "calibrated"
  var grid: Double?
  var traffic: Double?
  var duration: Double?
  var outageGap: Double?
  var outageMinutes: Double?
  var growth = StepList([0, 20, 50])
  var gridSteps = StepList([25, 50, 100])
  var batterySteps = StepList([100, 250, 500, 1000, 2000])
  var solarSteps = StepList([250, 500, 1000])
  var replications: Int?
  var costs: FilePath?
  var rare: Double?
  var effort = 200
  var repetitions = 10

  /// All defaults.
  package init() {}

  package static let grammar = OptionGrammar<BlackoutsOptions>(
    [
      .value(
        "scenario", \.scenario,
        "A preset (\(HighwayScenario.presets.map(\.name).joined(separator: ", "))) or a JSON file."),
      .optional(
        "grid-kw", \.grid, in: 0...1e9, unit: "kW",
        "What the grid gives each station; the scenario's if left out."),
      .optional(
        "vehicles-per-hour", \.traffic, in: 0...1_000_000, unit: "per hour",
        "Mean traffic; the scenario's if left out."),
      .optional(
        "duration", \.duration, in: 0.1...100_000, unit: "h",
        "How long cars come; the scenario's if left out."),
      .optional(
        "outage-gap", \.outageGap, in: 0...1e9, unit: "h",
        "Mean time between two outages of a station by chance; 0 for none."),
      .optional(
        "outage-min", \.outageMinutes, in: 0.1...1e6, unit: "min",
        "Mean length of an outage by chance."),
      .value(
        "growth", \.growth, unit: "%",
        "How much more traffic is looked at; the first value in every detail."),
      .value(
        "grid-steps", \.gridSteps, unit: "%", "How much more grid is tried; none tries no more."),
      .value(
        "battery-steps", \.batterySteps, unit: "kWh",
        "What batteries are tried at each station, each empty in an hour at full power."),
      .value("solar-steps", \.solarSteps, unit: "kW", "What solar plants are tried."),
      .optional(
        "replications", short: "r", \.replications, in: 2...10_000,
        "How many independent runs; 20, or those of RUN, if left out."),
      .optional(
        "costs", \.costs,
        "A JSON file with prices; `evtools pareto` keeps one in data/costs.json."),
      .optional(
        "rare", \.rare, in: 0.001...1e12, unit: "kWh",
        "How likely a run is in which more than so much is not served."),
      .value(
        "effort", \.effort, in: 10...1_000_000, "Paths from each level on the way to --rare."),
      .value(
        "repetitions", \.repetitions, in: 2...10_000,
        "How often the way to --rare is gone, for its interval."),
    ], arguments: .one("RUN", \.run, completesPaths: true))

  package func check() throws(OptionFailure) {
    guard let low = growth.values.min(), low > -100 else {
      throw .conflict("--growth needs at least one value above -100.")
    }
  }
}

/// Numbers with commas between them, or none.
struct StepList: OptionValue {
  let values: [Double]

  init(_ values: [Double]) { self.values = values }

  static var form: OptionForm { .text("N,…|none") }

  init(optionText text: String) throws(OptionComplaint) {
    guard text != "none" else {
      values = []
      return
    }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    values = parts.compactMap { Double(strictText: String($0)) }
    guard values.count == parts.count, Set(values).count == values.count,
      values.allSatisfy({ $0.magnitude <= 1e9 })
    else { throw .malformed(text, takes: "different numbers such as 100,250, or none") }
  }

  var optionText: String {
    values.isEmpty ? "none" : values.map(\.shortestText).joined(separator: ",")
  }
}
