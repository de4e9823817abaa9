package import AnalysisKit
import ChargingModels
import HighwayStudies
package import HighwayWorld
package import Text

/// Runs a scenario with more traffic and more of everything, and keeps the ledger of its blackouts.
///
/// A design is four numbers: the factor of traffic, more grid in %, a battery in kWh, and sun in kW.
package struct BlackoutModel: RebuildableModel {
  /// What stands under `world` in its documents.
  package static let world = "highway-blackouts"

  /// The scenario, its stations one by one.
  package let scenario: HighwayScenario
  /// How many events a row has room for.
  package let slots: Int

  /// Takes a scenario with so many stations.
  package init(_ scenario: HighwayScenario, stations: Int) {
    var scenario = scenario
    scenario.replications = 1
    scenario.name = "blackouts"
    scenario.stations.list = scenario.resolvedStations
    self.scenario = scenario
    let days = (scenario.duration / 24).rounded(.up)
    slots = min(4096, max(32, stations * Int(days) * 6))
  }

  /// Makes the model that has a document.
  package init(document: JSONObject) throws(ToolFailure) {
    let own = try HighwayDocument(document)
    (scenario, slots) = (try own.scenario(), try own.integer("slots"))
    guard (1...4096).contains(slots) else { throw own.complaint("slots", "it is not 1 to 4096") }
    // Whether it makes sense is known before anybody works on it.
    _ = try ScenarioSource.plan(scenario, named: "the study")
  }

  package var document: JSONObject {
    [
      "world": .string(Self.world), "version": .integer(HighwayQuestion.version),
      "slots": .integer(slots),
      "scenario": (try? JSON(encoding: scenario)) ?? .null,
    ]
  }

  package var measures: [String] {
    DayTotals.names
      + (0..<slots).flatMap { slot in LedgerEntry.names.map { "\($0)_\(slot)" } }
  }

  /// The scenario of a design.
  package func scenario(of design: [Double]) -> HighwayScenario {
    var scenario = scenario
    scenario.traffic.vehiclesPerHour *= design[0]
    for index in scenario.stations.list.indices {
      scenario.stations.list[index].strengthen(
        grid: design[1], battery: design[2], solar: design[3])
    }
    return scenario
  }

  package func results(
    of design: [Double], replicates: [Int]
  ) throws(ToolFailure) -> [[Double]] {
    let scenario = scenario(of: design)
    let shared = try scenario.needsForesight ? nil : plan(scenario)
    var rows: [[Double]] = []
    for replicate in replicates {
      let plan = if let shared { shared } else { try self.plan(scenario, replicate: replicate) }
      var run = HighwayRun(plan, replication: replicate)
      do {
        rows.append(row(try run.finish(), plan))
      } catch {
        throw .defect("the book of \(error.line.book.rawValue) does not close: \(error.line.name)")
      }
    }
    return rows
  }

  /// The plan of a replicate; where batteries know the day, each has its own.
  func plan(of design: [Double], replicate: Int) throws(ToolFailure) -> HighwayPlan {
    let scenario = scenario(of: design)
    return try scenario.needsForesight
      ? plan(scenario, replicate: replicate) : plan(scenario)
  }

  private func plan(
    _ scenario: HighwayScenario, replicate: Int
  ) throws(ToolFailure) -> HighwayPlan {
    let known: HighwayScenario
    do { known = try scenario.withForesight(replication: replicate) } catch {
      throw .defect("the day of replicate \(replicate) cannot be foreseen")
    }
    return try plan(known)
  }

  private func plan(_ scenario: HighwayScenario) throws(ToolFailure) -> HighwayPlan {
    try ScenarioSource.plan(scenario, named: "the scenario")
  }

  private func row(_ outcome: HighwayOutcome, _ plan: HighwayPlan) -> [Double] {
    let from = plan.scenario.warmUp * 3600
    let events = outcome.blackouts.filter { $0.start >= from }
    let kept = events.prefix(slots).flatMap { LedgerEntry($0).numbers }
    let empty = Array(repeating: 0.0, count: (slots - min(events.count, slots)) * LedgerEntry.size)
    return DayTotals(outcome, events: events.count).numbers + kept + empty
  }
}

/// The sums of one run.
package struct DayTotals: Equatable {
  /// Hours that count, cars that came, events that began.
  package var hours: Double
  package var cars: Double
  package var events: Double
  /// Energy not served and served, in kWh.
  package var notServed: Double
  package var served: Double
  /// Sessions given up for want of power, and cars that stranded because of it.
  package var cutShort: Double
  package var stranded: Double

  static let names = [
    "hours", "cars", "events", "not_served_kwh", "served_kwh", "cut_short", "stranded_outage",
  ]

  init(_ outcome: HighwayOutcome, events: Int) {
    let (first, last) = (outcome.start, outcome.finish)
    hours = outcome.summary.hours
    cars = Double(outcome.summary.arrivals)
    self.events = Double(events)
    notServed = outcome.summary.notServed
    served = outcome.summary.drawn
    cutShort = Double(last.total(\.cutShort) - first.total(\.cutShort))
    let index = Int(StrandingCause.outage.rawValue)
    stranded =
      outcome.summary.stranded.indices.contains(index)
      ? Double(outcome.summary.stranded[index]) : 0
  }

  init(_ row: [Double]) {
    (hours, cars, events, notServed) = (row[0], row[1], row[2], row[3])
    (served, cutShort, stranded) = (row[4], row[5], row[6])
  }

  var numbers: [Double] { [hours, cars, events, notServed, served, cutShort, stranded] }
}

/// One blackout as numbers.
package struct LedgerEntry: Equatable {
  /// The blackout.
  package var blackout: Blackout

  static let names = [
    "station", "start", "end", "open", "not_served", "demanded", "worst_share", "worst_power",
    "kind", "cause",
  ]
  static let size = names.count

  init(_ blackout: Blackout) { self.blackout = blackout }

  init(_ row: ArraySlice<Double>) {
    let numbers = Array(row)
    blackout = Blackout(
      station: Int(numbers[0]), start: numbers[1], end: numbers[2], isOpen: numbers[3] > 0,
      notServed: numbers[4], demanded: numbers[5], worstShare: numbers[6], worstPower: numbers[7],
      kind: Blackout.Kind(rawValue: UInt8(numbers[8])) ?? .brownout,
      cause: Blackout.Cause(rawValue: UInt8(numbers[9])) ?? .compound)
  }

  var numbers: [Double] {
    [
      Double(blackout.station), blackout.start, blackout.end, blackout.isOpen ? 1 : 0,
      blackout.notServed, blackout.demanded, blackout.worstShare, blackout.worstPower,
      Double(blackout.kind.rawValue), Double(blackout.cause.rawValue),
    ]
  }
}

/// What a row says.
package struct Day {
  /// The sums.
  package let totals: DayTotals
  /// The blackouts, as many as there was room for.
  package let blackouts: [Blackout]

  /// Reads a row of a ``BlackoutModel``.
  package init(_ row: [Double]) {
    totals = DayTotals(row)
    let first = DayTotals.names.count
    let kept = min(Int(totals.events), (row.count - first) / LedgerEntry.size)
    blackouts = (0..<kept).map { slot in
      let start = first + slot * LedgerEntry.size
      return LedgerEntry(row[start..<(start + LedgerEntry.size)]).blackout
    }
  }

  /// Whether a blackout of another day of the same cars does not happen here: nothing is missing there and then.
  package func prevents(_ other: Blackout) -> Bool {
    guard blackouts.count == Int(totals.events) else { return false }
    return !blackouts.contains {
      $0.station == other.station && $0.start < other.end && $0.end > other.start
    }
  }
}
