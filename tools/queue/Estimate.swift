import Reports
import Statistics
import Text

/// A simulated number with its interval, beside the exact one where there is one.
struct Estimate: Sendable {
  var mean: Double
  /// The ends of the confidence interval; nil when the sample is too small to have one.
  var low: Double?
  var high: Double?
  var analytic: Double?

  /// The estimate as it stands in the answer of `--json`.
  var json: JSON {
    [
      "mean": .number(mean), "low": low.map { .number($0) } ?? nil,
      "high": high.map { .number($0) } ?? nil, "analytic": analytic.map { .number($0) } ?? nil,
    ]
  }
}

extension Estimate {
  /// Estimates one measure from the sections of a simulation.
  init(
    _ measure: Measure, sample: [Double], arrivals: Double, confidence: Double, isPossible: Bool,
    scale: Double, exact: Double
  ) {
    let values = sample.filter { !$0.isNaN }
    analytic = exact.isNaN ? nil : exact
    guard !values.isEmpty else {
      mean = .nan
      return
    }
    mean = scale * Summary(values).mean
    guard let interval = Interval.studentT(values, confidence: confidence) else { return }
    low = scale * max(0, interval.low)
    high = scale * (measure.isShare ? min(1, interval.high) : interval.high)
    // Never seen does not mean never: of n customers none, at most about 3.7 / n of all.
    if interval.mean == 0, interval.high == 0, isPossible {
      let bound = Interval.wilson(successes: 0, of: Int(arrivals), confidence: confidence).high
      high = scale * (measure.isShare ? bound : bound * arrivals / Double(values.count))
    }
  }
}
