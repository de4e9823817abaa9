package import AnalysisKit
import Text

/// What can be asked of the queue tool.
package struct QueueOptions: ToolOptions {
  var arrivals = 8.0
  var pattern = ArrivalPattern.constant
  var service = ServiceChoice.exponential
  var serviceMean: Double?
  var serviceVariation: Double?
  var chargers = ChargerCounts.automatic
  var waitingSpots = WaitingSpots.unlimited
  var patience = PatienceChoice.none
  var patienceMean: Double?
  var targetWaitMean: Double?
  var targetWaitP95: Double?
  var targetWaitProbability: Double?
  var targetBlocked: Double?
  var targetAbandoned: Double?
  var confidence = 0.95
  var customers = 20_000
  var replications = 20

  /// All defaults.
  package init() {}

  /// A run keeps eight bytes per customer for each thread.
  static let mostCustomers = 5_000_000

  package static let grammar = OptionGrammar<QueueOptions>([
    .value(
      "arrivals", short: "a", \.arrivals, in: 0.001...1_000_000, unit: "per hour",
      "Mean arrivals over the day."),
    .value(
      "pattern", \.pattern,
      "How arrivals spread over the day; a file holds one weight for each of the 24 hours."),
    .value(
      "service", \.service,
      "How long customers charge; a file holds one recorded duration in minutes per row."),
    .optional(
      "service-mean", \.serviceMean, in: 0.001...100_000, unit: "min",
      "Mean charging time; 30 if left out, with a file its own mean."),
    .optional(
      "service-cv", \.serviceVariation, in: 0...20,
      "Standard deviation over mean of lognormal charging times; 0.5 if left out."),
    .value(
      "chargers", short: "c", \.chargers,
      "How many chargers to try; auto looks around the load and the targets."),
    .value("waiting-spots", short: "w", \.waitingSpots, "How many can wait."),
    .value("patience", \.patience, "Whether those who wait give up after a random time."),
    .optional(
      "patience-mean", \.patienceMean, in: 0.001...1_000_000, unit: "min",
      "Mean time until they give up; 30 if left out."),
    .optional(
      "target-wait-mean", \.targetWaitMean, in: 0...1_000_000, unit: "min",
      "The mean wait must not exceed this."),
    .optional(
      "target-wait-p95", \.targetWaitP95, in: 0...1_000_000, unit: "min",
      "95 % of the served must not wait longer than this."),
    .optional(
      "target-p-wait", \.targetWaitProbability, in: 0...1,
      "The share of customers who cannot start at once must not exceed this."),
    .optional(
      "target-blocked", \.targetBlocked, in: 0...1,
      "The share of customers turned away must not exceed this."),
    .optional(
      "target-abandoned", \.targetAbandoned, in: 0...1,
      "The share of customers who give up must not exceed this."),
    .value(
      "confidence", \.confidence, in: 0.5...0.9999,
      "The confidence of the intervals and of the verdict."),
    .value(
      "customers", short: "n", \.customers, in: 100...mostCustomers,
      "Customers per replication, after the warm-up."),
    .value(
      "replications", short: "r", \.replications, in: 1...100_000,
      "Independent runs; a single one is cut into batches where it is long enough."),
  ])

  package func check() throws(OptionFailure) {
    if waitingSpots == .limited(0), targetAbandoned != nil {
      throw .conflict(
        "--target-abandoned is given, but nobody can give up where nobody can wait; "
          + "--target-blocked is what to ask for.")
    }
    let days = Double(customers) / (24 * arrivals)
    if pattern != .constant, days > 36_525 {
      throw .conflict(
        "--customers \(customers) at --arrivals \(arrivals.shortestText) per hour take "
          + "\((days / 365.25).rounded().groupedText(decimals: 0)) years of simulated days; "
          + "ask for fewer customers.")
    }
    if patience == .none, patienceMean != nil {
      throw .conflict(
        "--patience-mean is given, but nobody loses patience; add --patience exponential.")
    }
    if serviceVariation != nil, service != .lognormal {
      throw .conflict("--service-cv is given, but it only shapes --service lognormal.")
    }
    if patience == .none, targetAbandoned != nil {
      throw .conflict(
        "--target-abandoned is given, but nobody gives up; add --patience exponential.")
    }
    if waitingSpots == .unlimited, targetBlocked != nil {
      throw .conflict(
        "--target-blocked is given, but with unlimited waiting spots nobody is turned away; "
          + "add --waiting-spots N.")
    }
    if chargers == .unlimited, !Targets(self).isEmpty {
      throw .conflict(
        "a target is given, but with --chargers unlimited nobody waits; leave out one of them.")
    }
  }
}

/// How long customers charge.
enum ServiceChoice: OptionValue {
  case exponential
  case deterministic
  case lognormal
  case trace(FilePath)

  static var form: OptionForm { .either(["exponential", "deterministic", "lognormal"], .path) }

  init(optionText: String) throws(OptionComplaint) {
    switch optionText {
    case "exponential": self = .exponential
    case "deterministic": self = .deterministic
    case "lognormal": self = .lognormal
    default:
      guard optionText.looksLikeFile else {
        throw .notAChoice(
          optionText,
          among: ["exponential", "deterministic", "lognormal", "a file such as trace.csv"])
      }
      self = .trace(FilePath(optionText))
    }
  }

  var optionText: String {
    switch self {
    case .exponential: "exponential"
    case .deterministic: "deterministic"
    case .lognormal: "lognormal"
    case .trace(let path): path.text
    }
  }
}

/// How many chargers to try.
enum ChargerCounts: OptionValue {
  /// Those around the load and the targets.
  case automatic
  /// From one number to another.
  case range(ClosedRange<Int>)
  /// Always one free.
  case unlimited

  static let largest = 10_000

  static var form: OptionForm { .either(["auto", "unlimited"], .text("N|A-B")) }

  init(optionText: String) throws(OptionComplaint) {
    switch optionText {
    case "auto": self = .automatic
    case "unlimited": self = .unlimited
    default: self = .range(try Self.range(optionText))
    }
  }

  private static func range(_ text: String) throws(OptionComplaint) -> ClosedRange<Int> {
    if let single = Int(strictText: text) {
      guard (1...largest).contains(single) else {
        throw .outOfRange(text, low: 1, high: Double(largest))
      }
      return single...single
    }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let low = Int(strictText: ends[0]), let high = Int(strictText: ends[1])
    else {
      throw .malformed(text, takes: "a number such as 4, a range such as 2-8, auto or unlimited")
    }
    guard 1 <= low, low <= high, high <= largest else {
      throw .malformed(
        text, takes: "a range from a smaller to a larger number between 1 and \(largest)")
    }
    guard high - low < 1000 else { throw .malformed(text, takes: "a range of at most 1000 counts") }
    return low...high
  }

  var optionText: String {
    switch self {
    case .automatic: "auto"
    case .unlimited: "unlimited"
    case .range(let range):
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
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
}

/// Whether those who wait give up.
enum PatienceChoice: String, CaseIterable, OptionValue {
  case none
  case exponential
}
