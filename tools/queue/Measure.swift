/// What is measured of a station, in the order in which it is reported.
///
/// A customer is *admitted* unless turned away, and *served* unless they then also lose patience.
enum Measure: String, CaseIterable, Sendable {
  /// How many customers come.
  case arrivals
  /// How many of them charge.
  case served
  /// How many find neither a free charger nor room to wait.
  case blocked
  /// How many leave the queue before their turn.
  case abandoned
  /// The share of the admitted that cannot start at once.
  case waitProbability = "p_wait"
  /// The mean wait of the served, those who start at once included, in minutes.
  case waitMean = "wait_mean_min"
  /// The wait that 95 % of the served do not exceed, in minutes.
  case waitP95 = "wait_p95_min"
  /// The share of all customers that is turned away.
  case blockedShare = "p_blocked"
  /// The share of all customers that gives up.
  case abandonedShare = "p_abandoned"
  /// The share of charger time in use.
  case utilisation
  /// How many wait, as a mean over time.
  case queueMean = "queue_mean"
  /// How many charge, as a mean over time.
  case busyMean = "busy_mean"

  /// Whether it counts customers, so that two halves of a run add up to the whole.
  var isCount: Bool {
    switch self {
    case .arrivals, .served, .blocked, .abandoned: true
    default: false
    }
  }

  /// Whether it lies between 0 and 1.
  var isShare: Bool {
    switch self {
    case .waitProbability, .blockedShare, .abandonedShare, .utilisation: true
    default: false
    }
  }
}

/// One number per measure; not a number where there is none.
struct Measures: Equatable, Sendable {
  private(set) var values = [Double](repeating: .nan, count: Measure.allCases.count)

  /// No numbers yet.
  init() {}

  /// Takes the numbers in the order of the measures.
  init(_ values: some Collection<Double>) {
    precondition(values.count == Measure.allCases.count, "one number per measure")
    self.values = Array(values)
  }

  subscript(measure: Measure) -> Double {
    get { values[Self.places[measure] ?? 0] }
    set { values[Self.places[measure] ?? 0] = newValue }
  }

  private static let places = Dictionary(
    uniqueKeysWithValues: Measure.allCases.enumerated().map { ($1, $0) })
}
