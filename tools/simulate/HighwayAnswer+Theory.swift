import HighwayWorld
import Queueing
import Statistics
import Text

extension HighwayAnswer {
  /// What queueing theory says, where it says something.
  var theory: JSON {
    if let check = TextbookCheck(result) {
      return [
        "law": .string(check.law), "exact": .bool(check.isExact), "stable": .bool(check.isStable),
        "numbers": .array(
          check.lines.map { line in
            [
              "name": .string(line.name), "theory": .number(line.theory),
              "simulated": .number(line.simulated),
              "low": line.interval.map { .number($0.low) } ?? nil,
              "high": line.interval.map { .number($0.high) } ?? nil,
            ]
          }),
      ]
    }
    guard let check = StationCheck(result) else { return .null }
    return [
      "law": "M/G/c", "exact": false,
      "stations": .array(
        check.lines.map { line in
          [
            "place_km": .number(result.plan.position(ofStation: line.station)),
            "requests_per_h": .number(line.arrivals), "session_min": .number(line.session),
            "variation": .number(line.variation), "load": .number(line.load),
            "wait_min": line.theory.map { .number($0) } ?? nil,
            "simulated_min": .number(line.simulated),
          ]
        }),
    ]
  }

  var steadyState: JSON {
    guard let state = SteadyState(result) else { return .null }
    return [
      "settled": .bool(state.isSettled), "mser5_warmup_h": .number(state.warmUp),
      "queue_mean": state.waiting.map { .number($0.mean) } ?? nil,
      "low": state.waiting.map { .number($0.low) } ?? nil,
      "high": state.waiting.map { .number($0.high) } ?? nil,
      "lag_one_correlation": .number(state.correlation),
    ]
  }

  var earlyWarning: JSON {
    guard let warning = EarlyWarning(result), let area = warning.area else { return .null }
    var leads = warning.leadTimes
    return [
      "area": .number(area), "threshold": .number(warning.threshold),
      "announced": .integer(leads.count), "missed": .integer(warning.missed),
      "lead_median_min": leads.isEmpty ? nil : .number(Quantile.select(0.5, from: &leads)),
    ]
  }
}
