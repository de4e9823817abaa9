import ChargingModels
import Figures
import HighwayWorld
import Text

/// Vehicles at chargers, their charge, and what became of them.
extension HighwayFigures {
  /// Which charger works when: the sessions of the first day at the busiest station.
  var sessions: Figure? {
    let log = result.outcome.log
    guard isPhysical, !log.isEmpty else { return nil }
    let rows = result.stationRows
    guard let busiest = rows.indices.max(by: { rows[$0].served < rows[$1].served }) else {
      return nil
    }
    let end = min(result.outcome.finish.time, 86_400)
    let spans = Self.sessions(of: log, at: busiest, until: end)
    let first = result.chargersByStation[..<busiest].reduce(0, +)
    let count = rows[busiest].chargers
    guard !spans.isEmpty, count <= 24 else { return nil }
    return Figure(
      "sessions", "Chargers of the busiest station over time",
      caption: """
        \(spans.count.counted("session", "sessions")) at \(result.stationNames[busiest]) in \
        \((end / 3600).text(significantDigits: 2)) h. Bars: from plugging in to leaving; colour: energy charged.
        """,
      keywords: ["highway", "Gantt"]
    ) {
      Panel(
        x: .timeOfDay("Time of day", from: result.startSecond, to: result.startSecond + end),
        y: .categories((1...count).map { "\($0)" }, label: "Charger", reversed: true),
        aspect: min(0.9, max(0.25, 0.05 * Double(count)))
      ) {
        Tracks(
          spans.map { span in
            Tracks.Span(
              Double(span.charger - first), from: result.startSecond + span.start,
              to: result.startSecond + span.end, value: span.energy)
          }, colours: ColourChannel("Energy", unit: "kWh", .viridis, from: 0))
      }
    }
  }

  /// How full batteries are on entry, on arrival at stations, on leaving them and at the exit.
  var charge: Figure? {
    let log = result.outcome.log
    guard isPhysical, !log.isEmpty else { return nil }
    let capacities = result.scenario.fleet.vehicles.map(\.capacity)
    var kinds: [Int] = []
    var samples: [(String, [Double])] = [
      ("on entry", []), ("plugging in", []), ("leaving a charger", []), ("at the exit", []),
    ]
    for entry in log.entries {
      if entry.kind == .entered { kinds.append(Int(entry.b) & 0xff) }
      guard let moment = Self.moment(of: entry.kind) else { continue }
      samples[moment].1.append(100 * entry.energy / capacities[kinds[entry.vehicle]])
    }
    let shown = samples.filter { $0.1.count >= 10 }
    guard shown.count > 1 else { return nil }
    return Figure(
      "charge", "State of charge at four moments of a trip",
      caption: "Shapes: densities of the vehicles of the first replication, with their quartiles.",
      keywords: ["highway", "state of charge"]
    ) {
      Panel(
        x: .categories(shown.map(\.0)), y: Axis("State of charge", unit: "%", from: 0, to: 100),
        aspect: 0.45
      ) {
        Distributions(
          shown.map { .init("", Self.thinned($0.1, to: 2000)) }, .violin, least: 0)
      }
    }
  }

  /// What became of the vehicles, by how often they charged.
  var fates: Figure? {
    let log = result.outcome.log
    guard isPhysical, !log.isEmpty else { return nil }
    let records = TripRecord.records(of: log)
    guard records.count > 1 else { return nil }
    var counts: [String: [String: Int]] = [:]
    let stops = ["never charged", "charged once", "charged twice", "charged more often"]
    let ends = ["arrived", "stranded", "on the road"]
    for record in records {
      let end: String
      switch record.end {
      case .completed: end = ends[0]
      case .stranded: end = ends[1]
      case .onRoad: end = ends[2]
      }
      counts[stops[min(record.stops, 3)], default: [:]][end, default: 0] += 1
    }
    var links: [Flows.Link] = []
    for stop in stops {
      let own = counts[stop] ?? [:]
      links += ends.map { Flows.Link(stop, $0, Double(own[$0] ?? 0)) }
    }
    return Figure(
      "fates", "What became of the vehicles",
      caption: """
        \(records.count.groupedText) vehicles of the first replication, by the charging stops that they had finished \
        when they left, stood still, or the run ended.
        """,
      keywords: ["highway", "Sankey", "trips"]
    ) {
      Panel(x: .hidden, y: .hidden, aspect: 0.45) {
        Flows(links.filter { $0.value > 0 }, unit: "vehicles")
      }
    }
  }

  /// How well the early warning tells moments before an event from quiet ones.
  func warningCurve(_ warning: EarlyWarning) -> Figure? {
    guard let area = warning.area else { return nil }
    let points = Self.thinned(warning.curve, to: 400)
    return Figure(
      "early-warning", "The early warning as a detector",
      caption: """
        Line: share of moments before a stranding or a blackout that raise an alarm, over the share of quiet moments \
        that do, for every threshold; dashes: a coin. Area under the line: \(area.text(decimals: 2)).
        """,
      keywords: ["highway", "early warning", "ROC"]
    ) {
      Panel(
        x: .number("Share of quiet moments with an alarm", from: 0, to: 1),
        y: .number("Share of moments before events with an alarm", from: 0, to: 1), aspect: 0.7
      ) {
        Line(x: [0, 1], y: [0, 1], series: "a coin")
        Line(x: points.map(\.falseAlarms), y: points.map(\.hits), series: "stress of the road")
      }
    }
    .styled("stress of the road", Palette.okabeIto.styles[0]).styled("a coin", .coin)
  }

  private static func moment(of kind: EventLog.Kind) -> Int? {
    switch kind {
    case .entered: 0
    case .started: 1
    case .finished, .cutShort, .interrupted: 2
    case .exited: 3
    default: nil
    }
  }

  /// Every so many-th element, the last one always.
  private static func thinned<Element>(_ all: [Element], to count: Int) -> [Element] {
    guard all.count > count else { return all }
    return (0..<count).map { all[$0 * (all.count - 1) / (count - 1)] }
  }
}

/// A session at one charger.
private struct SessionSpan {
  let charger: Int
  let start: Double
  let end: Double
  /// Into the battery, in kWh.
  let energy: Double
}

extension HighwayFigures {
  fileprivate static func sessions(
    of log: EventLog, at station: Int, until end: Double
  ) -> [SessionSpan] {
    var started: [Int: Double] = [:]
    return log.entries.compactMap { entry in
      switch entry.kind {
      case .started where Int(entry.station) == station: started[entry.vehicle] = entry.time
      case .finished, .cutShort, .interrupted:
        guard Int(entry.station) == station, let start = started[entry.vehicle], start < end else {
          return nil
        }
        return SessionSpan(
          charger: Int(entry.charger), start: start, end: min(entry.time, end), energy: entry.b)
      default: break
      }
      return nil
    }
  }
}
