import Numerics
import Statistics
import Text

/// What was found out about a station with one number of chargers.
struct StationAnswer: Sendable {
  let plan: StationPlan
  /// How many customers were left out at the start of each replication.
  let warmUp: Int?
  let estimates: [Measure: Estimate]
  /// Whether a replication is long against the memory of the station.
  let settling: StationMemory.Settling
  /// How many charge and wait in each hour of the day; empty when the day has no pattern.
  let busyByHour: [Estimate]
  let queueByHour: [Estimate]

  subscript(measure: Measure) -> Estimate {
    estimates[measure] ?? Estimate(mean: .nan)
  }

  /// Summarises the sections of all replications.
  init(
    _ plan: StationPlan, schedule: RunSchedule, warmUp: Int?, sections: [Replication.Section],
    confidence: Double
  ) {
    self.plan = plan
    self.warmUp = warmUp
    let exact = ExactAnswers(plan, customers: schedule.customers)
    let arrivals = sections.map { $0.measures[.arrivals] }.compensatedSum()
    var estimates: [Measure: Estimate] = [:]
    for measure in Measure.allCases {
      estimates[measure] = Estimate(
        measure, sample: sections.map { $0.measures[measure] },
        weights: sections.map { $0.weight(of: measure) }, arrivals: arrivals,
        confidence: confidence, isPossible: plan.isPossible(measure),
        scale: measure.isCount ? Double(schedule.sections) : 1, exact: exact.measures[measure])
    }
    estimates[.waitP95] = Estimate(
      quantile: 0.95, of: sections.map(\.waits), confidence: confidence,
      exact: exact.measures[.waitP95])
    if !plan.isStable {
      // What a queue without end shows depends on how long one looks, and means nothing.
      for measure in [Measure.waitMean, .waitP95, .queueMean] {
        estimates[measure] = Estimate(mean: .nan)
      }
    }
    self.estimates = estimates
    settling = plan.isStable ? StationMemory(plan).settling(within: schedule.customers) : .settled
    busyByHour = Self.byHour(sections.map(\.busyByHour), exact.busyByHour, confidence)
    queueByHour = Self.byHour(sections.map(\.queueByHour), [], confidence)
  }

  private static func byHour(
    _ samples: [[Double]], _ exact: [Double], _ confidence: Double
  ) -> [Estimate] {
    (samples.first ?? []).indices.map { hour in
      let sample = samples.map { $0[hour] }
      let interval = Interval.studentT(sample, confidence: confidence)
      return Estimate(
        mean: Summary(sample).mean, low: interval.map { max(0, $0.low) }, high: interval?.high,
        analytic: exact.isEmpty ? nil : exact[hour])
    }
  }

  /// The row of the answer of `--json`.
  var json: JSON {
    var row: JSONObject = [
      "chargers": plan.chargers.map { .integer($0) } ?? "unlimited",
      "stable": .bool(plan.isStable), "settled": .bool(settling == .settled),
    ]
    for measure in Measure.allCases { row[measure.rawValue] = self[measure].json }
    guard !busyByHour.isEmpty else { return .object(row) }
    row["by_hour"] = .array(
      busyByHour.indices.map { hour in
        ["hour": .integer(hour), "busy": busyByHour[hour].json, "queue": queueByHour[hour].json]
      })
    return .object(row)
  }
}

extension StationPlan {
  /// Whether a measure is a share of customers, or their number, that can be anything but zero.
  fileprivate func isPossible(_ measure: Measure) -> Bool {
    switch measure {
    case .blocked, .blockedShare: chargers != nil && waitingSpots != nil
    case .abandoned, .abandonedShare: chargers != nil && meanPatience != nil && waitingSpots != 0
    case .waitProbability: chargers != nil && waitingSpots != 0
    default: false
    }
  }
}
