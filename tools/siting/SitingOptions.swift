package import AnalysisKit
import HighwayStudies
import HighwayWorld
import Text

/// What can be asked about places for stations.
package struct SitingOptions: ToolOptions {
  var scenario = "calibrated"
  var design: LayoutText?
  var pareto: FilePath?
  var step = 10.0
  var traffic: Double?
  var duration: Double?
  var stations = 12
  var leastChargers = 2
  var mostChargers = 60
  var wait = 10.0
  var blocked: Double?
  var coverage: Double?
  var towing = 500.0
  var cars = 2000
  var replications = 10
  var costs: FilePath?

  /// All defaults.
  package init() {}

  package static let grammar = OptionGrammar<SitingOptions>([
    .value(
      "scenario", \.scenario,
      "A preset (\(HighwayScenario.presets.map(\.name).joined(separator: ", "))) or a JSON file."),
    .optional(
      "design", \.design,
      "A design to be judged, as km:chargers, …; the scenario's stations if left out."),
    .optional(
      "pareto", \.pareto,
      "The folder of a run of `evtools pareto`: its road, prices and cars are taken, and the designs drawn beside its front."
    ),
    .value("step", \.step, in: 0.1...1000, unit: "km", "How far candidate places lie apart."),
    .optional(
      "vehicles-per-hour", \.traffic, in: 0.1...100_000, unit: "per hour",
      "Mean traffic; the scenario's if left out."),
    .optional(
      "duration", \.duration, in: 0.1...100_000, unit: "h",
      "How long cars come in a simulation; the scenario's if left out."),
    .value("most-stations", \.stations, in: 1...100, "How many stations there may be."),
    .value("least-chargers", \.leastChargers, in: 1...1000, "Chargers that every station has."),
    .value("most-chargers", \.mostChargers, in: 1...1000, "Chargers that a station may have."),
    .value(
      "wait-p95", \.wait, in: 0...10_000, unit: "min",
      "The wait that 95 % do not exceed in the busiest hour."),
    .optional(
      "max-blocked", \.blocked, in: 0.0001...100, unit: "%",
      "The share that may find the waiting room full in the busiest hour."),
    .optional(
      "coverage", \.coverage, in: 0...100, unit: "%",
      "The share of cars that must be able to drive every way between stations."),
    .value("towing", \.towing, in: 0...1e9, "What it costs to tow a car to the next station."),
    .value("cars", \.cars, in: 10...1_000_000, "How many cars are drawn to know the demand."),
    .value(
      "replications", short: "r", \.replications, in: 2...10_000,
      "How often each design is simulated."),
    .optional(
      "costs", \.costs,
      "A JSON file with prices; `evtools pareto` keeps one in data/costs.json."),
  ])

  package func check() throws(OptionFailure) {
    guard leastChargers <= mostChargers else {
      throw .conflict(
        "--least-chargers \(leastChargers) is more than --most-chargers \(mostChargers).")
    }
    guard pareto != nil else { return }
    let others: [(String, Bool)] = [
      ("scenario", scenario != SitingOptions().scenario), ("costs", costs != nil),
      ("vehicles-per-hour", traffic != nil), ("duration", duration != nil),
    ]
    for (name, isGiven) in others where isGiven {
      throw .conflict(
        "--pareto takes the road and the prices of that run, so --\(name) cannot stand beside it.")
    }
  }
}

extension SitingOptions {
  /// Where the road comes from.
  var source: String { pareto?.text ?? scenario }
}

/// Stations as one writes them on a command line: `40:8,90:10` are eight chargers at km 40 and ten at km 90.
struct LayoutText: OptionValue {
  /// The stations in the order of the road.
  let stations: [(position: Double, chargers: Int)]

  static var form: OptionForm { .text("KM:CHARGERS,…") }

  init(optionText text: String) throws(OptionComplaint) {
    let complaint = OptionComplaint.malformed(
      text, takes: "a list of different places with their chargers, such as 40:8,90:10")
    var stations: [(position: Double, chargers: Int)] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let halves = part.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard halves.count == 2, let position = Double(strictText: halves[0]),
        let chargers = Int(strictText: halves[1]), position >= 0, (1...10_000).contains(chargers),
        !stations.contains(where: { $0.position == position })
      else { throw complaint }
      stations.append((position, chargers))
    }
    self.stations = stations.sorted { $0.position < $1.position }
  }

  var optionText: String {
    stations.map { "\($0.position.shortestText):\($0.chargers)" }.joined(separator: ",")
  }

  static func == (one: LayoutText, other: LayoutText) -> Bool {
    one.optionText == other.optionText
  }
}
