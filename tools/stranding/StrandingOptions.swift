package import AnalysisKit
import HighwayWorld
import Text

/// What can be asked of the sweep over traffic.
package struct StrandingOptions: ToolOptions {
  var study: FilePath?
  var scenario: String?
  var traffic: Levels?
  var chargers: Levels?
  var replications: Int?
  var target = 1.0
  var refinements = 3
  var stations: Int?
  var spots: Int?
  var length: Double?
  var duration: Double?
  var attributionTraffic: Double?
  var hasAttribution = true
  var hasPatterns = true
  var hasTornado = true
  var visualize = true

  /// All defaults.
  package init() {}

  package static let grammar = OptionGrammar<StrandingOptions>([
    .optional("study", \.study, "A JSON file with a scenario, factors and replications."),
    .optional(
      "scenario", \.scenario,
      "A preset (\(HighwayScenario.presets.map(\.name).joined(separator: ", "))), whose cars and drivers are sent over the road of the study, or a JSON file, which is taken as it is; calibrated if left out."
    ),
    .optional(
      "traffic", \.traffic, unit: "per hour",
      "The levels of traffic; \(StrandingPlan.defaultTraffic.optionText) if left out."),
    .optional(
      "chargers", \.chargers,
      "The numbers of chargers of each station; \(StrandingPlan.defaultChargers.optionText) if left out."
    ),
    .optional(
      "replications", short: "r", \.replications, in: 2...10_000,
      "How often each level is tried, with the same cars for all numbers of chargers; 30 if left out."
    ),
    .value("target", \.target, in: 0.001...99, unit: "%", "The share of cars that may strand."),
    .value(
      "refinements", \.refinements, in: 0...12,
      "How often the gap between levels that holds the critical one is halved."),
    .optional(
      "num-stations", \.stations, in: 1...100, "How many stations, evenly spread; 4 if left out."),
    .optional(
      "waiting-spots", \.spots, in: 0...10_000, "How many can wait at each; 30 if left out."),
    .optional(
      "highway-length", \.length, in: 1...100_000, unit: "km",
      "How long the road is; 200 if left out."),
    .optional(
      "duration", \.duration, in: 0.1...10_000, unit: "h", "How long cars come; 20 if left out."),
    .optional(
      "attribution-traffic", \.attributionTraffic, in: 0.1...100_000, unit: "per hour",
      "At which traffic one more charger is tried at each station; just above the critical one if left out."
    ),
    .value("attribution", \.hasAttribution, "Try one more charger at each station."),
    .value("patterns", \.hasPatterns, "Try six ways in which traffic spreads over the day."),
    .value("tornado", \.hasTornado, "Change one assumption after another by a fifth."),
    .value("visualize", \.visualize, "Draw figures."),
  ])

  package func check() throws(OptionFailure) {
    guard let traffic, traffic.values.count < 2 else { return }
    throw .badValue(
      "traffic", .malformed(traffic.optionText, takes: "two levels or more, such as 30,60,90"),
      unit: nil)
  }
}
