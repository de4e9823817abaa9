import ChargingModels
import Figures
import HighwayWorld
import Text

extension HighwayFigures {
  /// The second of the day of a moment of the run.
  private func second(_ time: Double) -> Double { result.startSecond + time }

  /// Where vehicles were when, and how full.
  var spaceTime: Figure? {
    let log = result.outcome.log
    guard isPhysical, !log.isEmpty else { return nil }
    let trails = Trails(log, result, most: 160)
    guard !trails.pieces.isEmpty else { return nil }
    let strandings = result.outcome.strandings.filter { $0.time <= trails.end }
    let pieces = trails.pieces
    let shown = trails.every == 1 ? "all vehicles" : "one vehicle in \(trails.every)"
    let part = trails.end < result.outcome.finish.time ? "; the first day" : ""
    let crosses =
      strandings.isEmpty
      ? "" : "; crosses: " + strandings.count.counted("stranded vehicle", "stranded vehicles")
    return Figure(
      "space-time", "Vehicles along the road over time",
      caption: """
        Lines: \(shown), coloured by state of charge; level lines: stations\(crosses)\(part).
        """,
      keywords: ["highway", "space-time diagram"], legend: .above
    ) {
      Panel(
        x: .timeOfDay("Time of day", from: second(trails.start), to: second(trails.end)),
        y: Axis("Place", unit: "km", from: 0, to: result.scenario.road.length).grid(false),
        aspect: 0.62
      ) {
        for station in stationPlaces { Rule(y: station) }
        Segments(
          fromX: pieces.map { second($0.from.time) }, fromY: pieces.map(\.from.place),
          toX: pieces.map { second($0.to.time) }, toY: pieces.map(\.to.place),
          values: pieces.map { 50 * ($0.from.charge + $0.to.charge) },
          colours: ColourChannel("State of charge", unit: "%", .viridis, from: 0, to: 100),
          width: 0.6)
        if !strandings.isEmpty {
          Dots(
            x: strandings.map { second($0.time) }, y: strandings.map(\.position),
            series: "stranded", size: strandings.count > 100 ? 3 : 5, shape: .cross)
        }
      }
    }
    .styled("stranded", .cross)
  }
}

/// The ways of some vehicles, in pieces short enough to be of one colour.
private struct Trails {
  struct Point {
    var time: Double
    var place: Double
    var charge: Double
  }

  private(set) var pieces: [(from: Point, to: Point)] = []
  /// Every so many-th vehicle is shown.
  let every: Int
  /// The time shown, in seconds from the start.
  let start = 0.0
  let end: Double

  init(_ log: EventLog, _ result: HighwayResult, most: Int) {
    let capacities = result.scenario.fleet.vehicles.map(\.capacity)
    end = min(result.outcome.finish.time, 86_400)
    let end = end
    let came = log.entries.count { $0.kind == .entered && $0.time <= end }
    every = max(1, (came + most - 1) / most)
    var last: [Point?] = []
    var kinds: [Int] = []
    for entry in log.entries where entry.time <= end {
      if entry.kind == .entered {
        last.append(nil)
        kinds.append(Int(entry.b) & 0xff)
      }
      guard let place = Self.place(of: entry, result.plan), entry.vehicle % every == 0 else {
        continue
      }
      let point = Point(
        time: entry.time, place: place, charge: entry.energy / capacities[kinds[entry.vehicle]])
      if let before = last[entry.vehicle] { add(before, point) }
      last[entry.vehicle] = point
    }
  }

  /// Where an entry is; nil for those that say nothing of a place.
  private static func place(of entry: EventLog.Entry, _ plan: HighwayPlan) -> Double? {
    switch entry.kind {
    case .entered, .reached, .exited, .stranded, .left: entry.a
    case .asked, .started, .finished, .cutShort, .interrupted, .abandoned:
      plan.position(ofStation: Int(entry.station))
    case .denied, .balked, .atRisk, .failed, .repaired: nil
    }
  }

  private mutating func add(_ from: Point, _ to: Point) {
    guard to.time > from.time else { return }
    // So short that the colour changes by a tenth at most.
    let count = max(1, Int(((to.charge - from.charge).magnitude * 10).rounded(.up)))
    var before = from
    for step in 1...count {
      let share = Double(step) / Double(count)
      let point = Point(
        time: from.time + share * (to.time - from.time),
        place: from.place + share * (to.place - from.place),
        charge: from.charge + share * (to.charge - from.charge))
      pieces.append((before, point))
      before = point
    }
  }
}
