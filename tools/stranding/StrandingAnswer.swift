import AnalysisKit
import HighwayWorld
import Statistics
import Text

/// The sweep for machines.
struct StrandingAnswer {
  private let result: StrandingResult

  init(_ result: StrandingResult) { self.result = result }

  var json: JSONObject {
    var json: JSONObject = [
      "target": .number(result.plan.target), "replications": .integer(result.replicates),
      "runs": .integer(result.evaluations.count),
      "factor": .string(result.plan.infrastructure.name),
      "roads": .array(result.curves.map { road($0) }),
    ]
    if let patterns = result.patterns {
      json["patterns"] = .array(
        patterns.patterns.map { pattern in
          .object([
            "name": .string(pattern.name), "levels": .array(pattern.cells.map { level($0) }),
          ])
        })
    }
    if let tornado = result.tornado { json["tornado"] = self.tornado(tornado) }
    if let attribution = result.attribution {
      json["attribution"] = self.attribution(attribution)
    }
    return json
  }

  private func road(_ curve: StrandingCurve) -> JSON {
    .object([
      result.plan.infrastructure.name: result.plan.infrastructure.json(of: curve.size),
      "critical_per_hour": interval(curve.critical),
      "critical_within_levels": .number(curve.shareWithin),
      "knee_per_hour": curve.knee.map { interval($0) } ?? .null,
      "levels": .array(curve.cells.map { level($0) }),
    ])
  }

  private func level(_ cell: StrandingCell) -> JSON {
    .object([
      "vehicles_per_hour": .number(cell.level), "stranded_share": interval(cell.rate),
      "entered": .number(cell.entered), "completed": .number(cell.completed),
      "stranded": .number(cell.stranded), "infeasible": .number(cell.infeasible),
      "causes": .object(
        JSONObject(
          StrandingCause.allCases.map { ($0.name, .number(cell.causes[Int($0.rawValue)])) })),
      "runs_with_any": .integer(cell.firstHours.count), "replications": .integer(cell.replications),
      "first_stranding_h": cell.medianFirstHour.map { .number($0) } ?? .null,
    ])
  }

  private func tornado(_ tornado: AssumptionTornado) -> JSON {
    .object([
      "vehicles_per_hour": .number(tornado.traffic), "base_percent": .number(tornado.tornado.base),
      "bars": .array(
        tornado.tornado.bars.map { bar in
          .object([
            "name": .string(tornado.assumptions[bar.factor].name), "low": .number(bar.low),
            "high": .number(bar.high),
            "high_less_low": bar.interval.map { interval($0) } ?? .null,
          ])
        }),
    ])
  }

  private func attribution(_ attribution: ChargerAttribution) -> JSON {
    .object([
      "vehicles_per_hour": .number(attribution.traffic), "exact": .bool(attribution.isExact),
      "replications": .integer(attribution.replicates), "stranded": interval(attribution.base),
      "saved_together": interval(attribution.together),
      "stations": .array(
        attribution.stations.map { station in
          .object([
            "position_km": .number(station.position), "saved": interval(station.rescued),
            "newly_stranded": interval(station.newlyStranded), "net": interval(station.net),
            "shapley": interval(station.value),
            "share": station.share.map { interval($0) } ?? .null,
          ])
        }),
    ])
  }

  /// An interval; an end that is beyond all levels is null.
  private func interval(_ interval: Interval) -> JSON {
    func number(_ value: Double) -> JSON { value.isFinite ? .number(value) : .null }
    return .object([
      "mean": number(interval.mean), "low": number(interval.low), "high": number(interval.high),
    ])
  }
}
