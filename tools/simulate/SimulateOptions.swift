package import AnalysisKit
import ChargingModels
import HighwayWorld
import Text

/// What can be asked of the simulation of a highway.
package struct SimulateOptions: ToolOptions {
  var world: String?
  var scenario = "calibrated"
  var seed: Int?
  var replications: Int?
  var length: Double?
  var stations: Int?
  var chargers: Int?
  var waitingSpots: WaitingSpots?
  var vehiclesPerHour: Double?
  var pattern: TrafficPattern?
  var trace: FilePath?
  var duration: Double?
  var warmUp: Double?
  var grid: Double?
  var solar: Double?
  var wind: Double?
  var battery: Double?
  var earlyStop = EarlyStopChoice.disabled
  var interval: Double?
  var visualize = true
  var tracksStations = true
  var tracksVehicles = true

  /// All defaults.
  package init() {}

  package static let otherNames = [(other: "output-dir", name: "output")]

  package static let grammar = OptionGrammar<SimulateOptions>(
    [
      .value(
        "scenario", \.scenario,
        "A preset (\(HighwayScenario.presets.map(\.name).joined(separator: ", "))) or a JSON file."),
      .optional(
        "seed", \.seed, in: 0...9_007_199_254_740_992,
        "Where all random numbers come from; the scenario's if left out."),
      .optional(
        "replications", short: "r", \.replications, in: 1...100_000,
        "Independent runs, for intervals; the scenario's if left out."),
      .optional("highway-length", \.length, in: 1...100_000, unit: "km", "How long the road is."),
      .optional(
        "num-stations", \.stations, in: 1...1000, "How many stations, evenly spread and alike."),
      .optional("chargers-per-station", \.chargers, in: 1...10_000, "Chargers of each station."),
      .optional("waiting-spots", \.waitingSpots, "How many can wait at each station."),
      .optional(
        "vehicles-per-hour", \.vehiclesPerHour, in: 0...1_000_000, unit: "per hour",
        "Mean traffic over the day."),
      .optional("traffic-pattern", \.pattern, "How traffic spreads over the day."),
      .optional(
        "traffic-trace", \.trace,
        "A CSV file with the cars that came, one a row (arrival_s, arrival_min, arrival_h or time), or counted (time and vehicles)."
      ),
      .optional("duration", \.duration, in: 0.001...1_000_000, unit: "h", "How long cars come."),
      .optional(
        "warmup", \.warmUp, in: 0...1_000_000, unit: "h", "How long nothing is counted at first."),
      .optional(
        "energy-grid-max-kw", \.grid, in: 0...1e9, unit: "kW", "What the grid gives each station."),
      .optional(
        "energy-solar-peak-kw", \.solar, in: 0...1e9, unit: "kW", "Solar plant of each station."),
      .optional(
        "energy-wind-base-kw", \.wind, in: 0...1e9, unit: "kW", "Mean wind of each station."),
      .optional(
        "energy-battery-kwh", \.battery, in: 0...1e9, unit: "kWh", "Battery of each station."),
      .value("early-stop", \.earlyStop, "When a run that goes wrong ends before its time."),
      .optional(
        "interval", \.interval, in: 0.01...100_000, unit: "min",
        "Time between two rows of the series; 1, or more in runs over a day, if left out."),
      .value("visualize", \.visualize, "Draw figures."),
      .value(
        "enable-station-tracker", \.tracksStations, "Keep the series of every single station."),
      .value(
        "enable-vehicle-tracker", \.tracksVehicles,
        "Keep a row for every vehicle, and the event log that an audit reads."),
    ], arguments: .one("highway", \.world, words: ["highway"]))

  package func check() throws(OptionFailure) {
    guard world == nil || world == "highway" else { throw .unexpectedArgument(world ?? "") }
    for (name, isGiven) in [
      ("vehicles-per-hour", vehiclesPerHour != nil), ("traffic-pattern", pattern != nil),
    ] where isGiven && trace != nil {
      throw .conflict("--traffic-trace says when every car comes, so --\(name) has no meaning.")
    }
  }
}

/// How many can wait.
enum WaitingSpots: OptionValue {
  case limited(Int)
  case unlimited

  static var form: OptionForm { .either(["unlimited"], .integer) }

  init(optionText: String) throws(OptionComplaint) {
    if optionText == "unlimited" {
      self = .unlimited
      return
    }
    guard let spots = Int(strictText: optionText) else {
      throw .malformed(optionText, takes: "a whole number or unlimited")
    }
    guard (0...1_000_000).contains(spots) else {
      throw .outOfRange(optionText, low: 0, high: 1_000_000)
    }
    self = .limited(spots)
  }

  var optionText: String {
    switch self {
    case .limited(let spots): "\(spots)"
    case .unlimited: "unlimited"
    }
  }

  var json: JSON {
    switch self {
    case .limited(let spots): .integer(spots)
    case .unlimited: "unlimited"
    }
  }

  /// The same as the scenario says it.
  var limit: Limit {
    switch self {
    case .limited(let spots): .atMost(Double(spots))
    case .unlimited: .unlimited
    }
  }
}

/// How traffic spreads over the day; `RUSH_HOUR` is as good as `rush-hour`.
struct TrafficPattern: OptionValue {
  let process: TrafficProcess

  private static let possible: [TrafficProcess] = [
    .uniform, .poisson, .rushHour, .singlePeak, .periodic, .bursty, .hawkes, .regular,
  ]

  static var form: OptionForm { .choice(possible.map(\.rawValue)) }

  init(optionText: String) throws(OptionComplaint) {
    let word = String(optionText.lowercased().map { $0 == "_" ? "-" : $0 })
    let name = word == "random-poisson" ? "poisson" : word
    guard let process = Self.possible.first(where: { $0.rawValue == name }) else {
      throw .notAChoice(optionText, among: Self.possible.map(\.rawValue))
    }
    self.process = process
  }

  var optionText: String { process.rawValue }
}

/// When a run ends before its time.
struct EarlyStopChoice: OptionValue {
  let name: String
  let rule: EarlyStop

  static let disabled = EarlyStopChoice(name: "disabled", rule: .disabled)

  static var form: OptionForm { .choice(EarlyStop.presets.map(\.name)) }

  private init(name: String, rule: EarlyStop) { (self.name, self.rule) = (name, rule) }

  init(optionText: String) throws(OptionComplaint) {
    guard let preset = EarlyStop.presets.first(where: { $0.name == optionText }) else {
      throw .notAChoice(optionText, among: EarlyStop.presets.map(\.name))
    }
    self.init(name: preset.name, rule: preset.value)
  }

  var optionText: String { name }
}
