import HighwayWorld
import Statistics

/// The measures that a run reports, derived from its log.
struct LogMeasures {
  /// Each with what the log says and what the run reported.
  let lines: [(name: String, derived: Double, reported: Double)]

  init(_ kept: KeptRun, _ audit: Audit) {
    let counted = Counted(kept.log, from: kept.plan.scenario.warmUp * 3600)
    var derived = counted.measures
    if kept.plan.scenario.warmUp == 0 { derived += Self.meters(audit.reading, kept.plan) }
    lines = derived.compactMap { name, value in
      guard let reported = kept.measures.first(where: { $0.name == name }) else { return nil }
      return (name, value, reported.value ?? .nan)
    }
  }

  /// What the meters say of the whole run, where all of it counts.
  private static func meters(
    _ reading: HighwayReading, _ plan: HighwayPlan
  ) -> [(String, Double)] {
    let hours = reading.time / 3600
    let groups = plan.stationOptions.flatMap(\.chargers)
    let chargers = Double(groups.reduce(0) { $0 + $1.count })
    let busy = reading.total(\.busyHours)
    return [
      ("utilisation", hours > 0 && chargers > 0 ? busy / hours / chargers : 0),
      ("queue_mean", hours > 0 ? reading.total(\.waitingHours) / hours : 0),
      ("busy_mean", hours > 0 ? busy / hours : 0), ("to_cars_kwh", reading.total(\.toCars)),
      ("drawn_kwh", reading.total(\.drawn)), ("grid_kwh", reading.total(\.grid)),
      ("solar_kwh", reading.total(\.solarUsed)), ("wind_kwh", reading.total(\.windUsed)),
      (
        "curtailed_kwh",
        reading.total(\.solarOffered) + reading.total(\.windOffered)
          - reading.total(\.solarUsed) - reading.total(\.windUsed)
      ), ("battery_in_kwh", reading.total(\.batteryIn)),
      ("battery_out_kwh", reading.total(\.batteryOut)), ("export_kwh", reading.total(\.export)),
      ("not_served_kwh", reading.total(\.notServed)), ("income", reading.total(\.income)),
      ("grid_bill", reading.total(\.gridBill)), ("export_income", reading.total(\.exportIncome)),
    ]
  }
}

/// Counts and waits after the warm-up.
private struct Counted {
  private var counts: [EventLog.Kind: Int] = [:]
  private var causes = [Int](repeating: 0, count: StrandingCause.allCases.count)
  private var delayed = 0
  private var waits: [Double] = []
  private var roadHours = 0.0

  init(_ log: EventLog, from warm: Double) {
    var asked: [Double] = []
    var entered: [Double] = []
    for entry in log.entries {
      let counts = entry.time > warm || warm == 0
      if counts { self.counts[entry.kind, default: 0] += 1 }
      switch entry.kind {
      case .entered:
        asked.append(entry.time)
        entered.append(entry.time)
      case .asked, .interrupted: asked[entry.vehicle] = entry.time
      case .started:
        let minutes = (entry.time - asked[entry.vehicle]) / 60
        if counts, minutes > 0 { delayed += 1 }
        if asked[entry.vehicle] >= warm { waits.append(minutes) }
      case .stranded:
        if counts { causes[Int(entry.b)] += 1 }
        if counts { roadHours += (entry.time - entered[entry.vehicle]) / 3600 }
      case .exited: if counts { roadHours += (entry.time - entered[entry.vehicle]) / 3600 }
      default: break
      }
    }
  }

  private func count(_ kind: EventLog.Kind) -> Double { Double(counts[kind] ?? 0) }

  var measures: [(String, Double)] {
    let visits = count(.asked) + count(.interrupted)
    let joined = visits - count(.denied) - count(.balked)
    let gone = count(.exited) + count(.stranded)
    let simple = [
      ("arrivals", count(.entered)), ("completed", count(.exited)),
      ("stranded", count(.stranded)), ("on_road", count(.left)), ("visits", visits),
      ("served", count(.started)), ("abandoned", count(.abandoned)), ("denied", count(.denied)),
      ("balked", count(.balked)), ("at_risk", count(.atRisk)),
      ("p_wait", joined > 0 ? (Double(delayed) + count(.abandoned)) / joined : 0),
      ("trip_h", gone > 0 ? roadHours / gone : 0),
    ]
    return simple
      + zip(StrandingCause.allCases, causes).map { ("stranded_" + $0.name, Double($1)) }
      + waitMeasures
  }

  private var waitMeasures: [(String, Double)] {
    guard !waits.isEmpty else { return [] }
    var waits = waits
    let shares = [("p50", 0.5), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99)]
    return [("wait_mean_min", waits.reduce(0, +) / Double(waits.count))]
      + shares.map { ("wait_\($0.0)_min", Quantile.select($0.1, from: &waits)) }
  }
}
