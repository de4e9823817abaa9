import HighwayWorld
import Statistics
import Text

/// What came of a road, for machines: means over the replications, and their intervals.
struct HighwayAnswer {
  let result: HighwayResult

  init(_ result: HighwayResult) { self.result = result }

  var json: JSONObject {
    var members: JSONObject = [
      "scenario": .string(result.scenario.name), "seed": .integer(result.seed),
      "replications": .integer(result.replications), "hours": .number(result.summary.hours),
      "stopped": stopped, "counts": .object(counts), "waits": waits, "utilisation": utilisation,
      "energy": energy, "money": money,
    ]
    if result.replications > 1 { members["intervals"] = .object(intervals) }
    members["theory"] = theory
    members["steady_state"] = steadyState
    members["early_warning"] = earlyWarning
    members["books"] = books
    members["stations"] = .array(stations)
    members["events"] = .integer(result.outcome.events)
    members["meters"] = meters
    members["parameters"] = (try? JSON(encoding: result.scenario)) ?? .null
    return members
  }

  private var stopped: JSON {
    if case .stopped(let reason) = result.outcome.end { .string(reason.rawValue) } else { .null }
  }

  private func mean(_ name: String) -> JSON {
    let value = result.estimate(name).mean
    if let whole = Int(exactly: value) { return .integer(whole) }
    return .number(value)
  }

  private var counts: JSONObject {
    var causes: JSONObject = ["total": mean("stranded")]
    for cause in StrandingCause.allCases { causes[cause.name] = mean("stranded_" + cause.name) }
    return [
      "arrivals": mean("arrivals"), "completed": mean("completed"), "stranded": .object(causes),
      "abandoned": mean("abandoned"), "denied": mean("denied"), "balked": mean("balked"),
      "on_road": mean("on_road"), "requests": mean("visits"), "served": mean("served"),
      "at_risk": mean("at_risk"), "blackouts": mean("blackouts"),
    ]
  }

  private var waits: JSON {
    [
      "mean": mean("wait_mean_min"), "p50": mean("wait_p50_min"), "p90": mean("wait_p90_min"),
      "p95": mean("wait_p95_min"), "p99": mean("wait_p99_min"), "p_wait": mean("p_wait"),
      "served_within_10_min": mean("service_level"), "queue_mean": mean("queue_mean"),
      "unit": "min",
    ]
  }

  private var utilisation: JSON {
    [
      "time": mean("utilisation"), "energy": mean("energy_utilisation"),
      "busy_mean": mean("busy_mean"),
    ]
  }

  /// Sources and sinks of all stations, from the end of the warm-up on.
  private var energy: JSON {
    let sources = ["grid", "solar", "wind", "battery_out"].map { name in
      (name, result.estimate(name + "_kwh").mean)
    }
    let (toCars, drawn) = (
      result.estimate("to_cars_kwh").mean, result.estimate("drawn_kwh").mean
    )
    let sinks = [
      ("vehicles", toCars), ("charger_losses", drawn - toCars),
      ("battery_in", result.estimate("battery_in_kwh").mean),
      ("export", result.estimate("export_kwh").mean),
    ]
    let residual = sources.reduce(0) { $0 + $1.1 } - sinks.reduce(0) { $0 + $1.1 }
    return [
      "unit": "kWh", "sources": .object(JSONObject(sources.map { ($0.0, .number($0.1)) })),
      "sinks": .object(JSONObject(sinks.map { ($0.0, .number($0.1)) })),
      "residual": .number(residual), "curtailed": mean("curtailed_kwh"),
      "not_served": mean("not_served_kwh"), "co2_kg": mean("co2_kg"),
    ]
  }

  private var money: JSON {
    [
      "income": mean("income"), "export_income": mean("export_income"),
      "grid_bill": mean("grid_bill"), "demand_charge": mean("demand_charge"),
      "profit": mean("profit"),
    ]
  }

  /// Every measure by its name, with the ends of its 95 % interval.
  private var intervals: JSONObject {
    JSONObject(
      result.summary.measures.map { measure in
        let (mean, interval) = result.estimate(measure.name)
        return (
          measure.name,
          [
            "mean": .number(mean), "low": interval.map { .number($0.low) } ?? nil,
            "high": interval.map { .number($0.high) } ?? nil,
          ]
        )
      })
  }

  private var books: JSON {
    let lines = result.outcome.books
    let worst = BookLine.Book.allCases.map { book in
      (
        book.rawValue,
        JSON.number(lines.filter { $0.book == book }.map(\.residual.magnitude).max() ?? 0)
      )
    }
    return [
      "balanced": .bool(lines.allSatisfy(\.isBalanced)), "equations": .integer(lines.count),
      "largest_residual": .object(JSONObject(worst)),
    ]
  }

  private var stations: [JSON] {
    result.stationRows.map { row in
      [
        "place_km": .number(row.place), "chargers": .integer(row.chargers),
        "requests": .integer(row.visits), "served": .integer(row.served),
        "abandoned": .integer(row.abandoned), "denied": .integer(row.denied),
        "balked": .integer(row.balked), "utilisation": .number(row.utilisation),
        "wait_mean": .number(row.meanWait), "to_cars_kwh": .number(row.toCars),
        "not_served_kwh": .number(row.notServed),
      ]
    }
  }

  /// The meters of the road at the end of the first replication, against which an audit counts.
  private var meters: JSON {
    let end = result.outcome.finish
    return [
      "time_s": .number(end.time), "arrived": .integer(end.arrived),
      "completed": .integer(end.completed), "stranded": .integer(end.stranded),
      "stranded_by_cause": .array(end.strandedByCause.map { .integer($0) }),
      "at_risk": .integer(end.atRisk), "stops": .integer(end.stops),
      "driving": .integer(end.driving), "waiting": .integer(end.waiting),
      "charging": .integer(end.charging), "driving_h": .number(end.drivingHours),
      "waiting_h": .number(end.waitingHours), "charging_h": .number(end.chargingHours),
    ]
  }
}
