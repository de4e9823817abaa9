import Numerics
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
      "mean": mean.isNaN ? nil : .number(mean), "low": low.map { .number($0) } ?? nil,
      "high": high.map { .number($0) } ?? nil, "analytic": analytic.map { .number($0) } ?? nil,
    ]
  }
}

extension Estimate {
  /// Estimates one measure from the sections of a simulation and the weight of each.
  init(
    _ measure: Measure, sample: [Double], weights: [Double], arrivals: Double, confidence: Double,
    isPossible: Bool, scale: Double, exact: Double
  ) {
    let values = Self.weighed(sample, weights)
    analytic = exact.isNaN ? nil : exact
    guard !values.isEmpty else {
      mean = .nan
      return
    }
    mean = scale * Summary(values).mean
    guard let interval = Interval.studentT(values, confidence: confidence) else { return }
    low = scale * max(0, interval.low)
    high = scale * (measure.isShare ? min(1, interval.high) : interval.high)
    // Never seen does not mean never: of n customers none, at most about 3.8 / n of all.
    if interval.mean == 0, interval.high == 0, isPossible {
      let bound = Interval.wilson(successes: 0, of: Int(arrivals), confidence: confidence).high
      high = scale * (measure.isShare ? bound : bound * arrivals / Double(values.count))
    }
    // And always seen does not mean always.
    if measure.isShare, interval.mean == 1, interval.low == 1, isPossible {
      low = Interval.wilson(successes: Int(arrivals), of: Int(arrivals), confidence: confidence).low
    }
  }

  /// Replaces what the sections gave by values whose plain mean is the ratio of the totals.
  ///
  /// A mean over time is a ratio of two random totals. The mean of the ratios of short sections is
  /// off by one part in their number of customers, the ratio of the means is not; these
  /// values have its mean and, to first order, its variance (Cochran 1977, Sampling Techniques,
  /// section 6.4).
  static func weighed(_ sample: [Double], _ weights: [Double]) -> [Double] {
    let known = zip(sample, weights).filter { !$0.0.isNaN && $0.1 > 0 }
    let total = known.map(\.1).compensatedSum()
    let ratio = known.map { $0.0 * $0.1 }.compensatedSum() / total
    return known.map { ratio + ($0.0 - ratio) * $0.1 * Double(known.count) / total }
  }
}

extension Replication.Section {
  /// What a measure of a section is a mean over: customers or time; 1 for counts and quantiles.
  func weight(of measure: Measure) -> Double {
    switch measure {
    case .arrivals, .served, .blocked, .abandoned, .waitP95: 1
    case .waitMean: measures[.served]
    case .waitProbability: measures[.arrivals] - measures[.blocked]
    case .blockedShare, .abandonedShare: measures[.arrivals]
    case .utilisation, .queueMean, .busyMean: length
    }
  }
}
