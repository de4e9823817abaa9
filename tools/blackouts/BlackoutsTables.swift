import HighwayWorld
import Reports
import Statistics

/// What is kept for others to read.
struct BlackoutsTables {
  private let result: BlackoutsResult
  private let events: [BlackoutsResult.Event]
  private let effects: [BlackoutsResult.Effect]

  init(
    _ result: BlackoutsResult, _ events: [BlackoutsResult.Event],
    _ effects: [BlackoutsResult.Effect]
  ) {
    (self.result, self.events, self.effects) = (result, events, effects)
  }

  var all: [DataTable] { [ledger, replications, remedies] + (rare.map { [$0] } ?? []) }

  /// Every event of the runs that are looked at in detail.
  private var ledger: DataTable {
    DataTable(
      name: "ledger",
      words: [
        .init("kind", events.map(\.blackout.kind.name)),
        .init("cause", events.map(\.blackout.cause.name)),
      ],
      columns: [
        "replication", "station", "start_s", "end_s", "is_open", "not_served_kwh", "demanded_kwh",
        "worst_share", "worst_kw", "grid_step_percent", "battery_step_kwh", "solar_step_kw",
        "least_cost_per_year",
      ],
      rows: events.map { event in
        let blackout = event.blackout
        let steps = Remedy.Kind.allCases.map { kind in
          event.remedies.first { $0.remedy.kind == kind }?.remedy.size
        }
        return [
          Double(event.replicate), Double(blackout.station), blackout.start, blackout.end,
          blackout.isOpen ? 1 : 0, blackout.notServed, blackout.demanded, blackout.worstShare,
          blackout.worstPower,
        ] + steps + [event.cheapest?.yearly]
      })
  }

  /// The sums of every run of every growth.
  private var replications: DataTable {
    DataTable(
      name: "replications", columns: ["growth", "replication"] + DayTotals.names,
      rows: zip(result.plan.growths, result.days).flatMap { growth, days in
        days.enumerated().map { index, day in [growth, Double(index)] + day.totals.numbers }
      })
  }

  private var remedies: DataTable {
    DataTable(
      name: "remedies", words: [.init("remedy", effects.map(\.remedy.kind.rawValue))],
      columns: [
        "step", "cost_per_year", "served_more_kwh_per_year", "low", "high", "prevented", "events",
      ],
      rows: effects.map { effect in
        [
          effect.remedy.size, effect.yearly, effect.avoided.mean, effect.avoided.low,
          effect.avoided.high, Double(effect.prevented), Double(effect.events),
        ]
      })
  }

  /// Every level on the way to the rare event.
  private var rare: DataTable? {
    guard let rare = result.rare else { return nil }
    return DataTable(
      name: "rare",
      columns: [
        "kwh", "probability", "low", "high", "share_of_paths", "plain", "plain_low", "plain_high",
      ],
      rows: rare.levels.indices.map { level in
        let (estimate, plain) = (rare.estimates[level], rare.plain(rare.levels[level]))
        return [
          rare.levels[level], estimate.probability.mean, estimate.probability.low,
          estimate.probability.high, estimate.levelShares[level], plain.mean, plain.low, plain.high,
        ]
      })
  }
}
