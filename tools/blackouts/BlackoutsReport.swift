import ChargingModels
import Figures
import HighwayStudies
import HighwayWorld
import Reports
import Statistics
import Text

/// Puts what failed, and what would have helped, into words and tables.
struct BlackoutsReport {
  private let result: BlackoutsResult
  private let events: [BlackoutsResult.Event]
  private let effects: [BlackoutsResult.Effect]

  init(_ result: BlackoutsResult) {
    self.result = result
    events = result.events
    effects = result.effects
  }

  private var plan: BlackoutsPlan { result.plan }
  private var currency: String { plan.costs.currency }
  private var runs: Int { result.base.count }

  /// The whole report.
  var report: Report {
    let figures = BlackoutsFigures(result: result, effects: effects)
    func shown(_ figure: Figure?) -> [Report.Part] { figure.map { [.figure($0)] } ?? [] }
    var parts: [Report.Part] = [.keyNumbers(keyNumbers), .prose(scene)]
    parts += [.section("When, where and why")] + shown(figures.timeline) + shown(figures.power)
    if !events.isEmpty {
      parts += [.table(causeTable)] + (result.concurrency.isEmpty ? [] : [.table(concurrencyTable)])
      parts.append(.table(ledgerTable))
    }
    parts += shown(figures.loadDuration) + shown(figures.growth)
    if !effects.isEmpty, !events.isEmpty {
      parts += [.section("What would have prevented it"), .table(effectTable)]
      if let backfireWords { parts.append(.prose(backfireWords)) }
      parts += shown(figures.remedies)
    }
    if result.rare != nil {
      parts += [.section("How bad it can get"), .prose(rareWords)] + shown(figures.rare)
    }
    var report = Report(
      title: "When does power fail, and what would have prevented it?", verdict: verdict,
      parts: parts, json: json, data: BlackoutsTables(result, events, effects).all)
    report.seed = plan.scenario.seed
    return report
  }

  // MARK: - Words

  private var verdict: String {
    let hours = plan.scenario.duration
    guard !events.isEmpty else {
      let most = Interval.wilson(successes: 0, of: runs).high
      return
        "No station lacked power in \(runs) runs of \(hours.shortestText) h; with 95 % confidence it happens in less than "
        + "\((100 * most).text(significantDigits: 2)) % of them."
    }
    let missing = result.notServed(result.base)
    let mean = result.frequency.mean
    let times = mean < 1000 ? mean.text(significantDigits: 3) : mean.groupedText(decimals: 0)
    var text =
      "A station lacks power \(times) times a year, and "
      + "\(mwh(missing.mean)) MWh a year are not served (\(mwh(missing.low)) to \(mwh(missing.high)))"
    let causes = causeRows.filter { $0.count > 0 }.sorted { $0.kilowattHours > $1.kilowattHours }
    if let first = causes.first {
      text += ", mostly by \(first.cause == .compound ? "compound causes" : first.cause.name)"
    }
    text += "."
    let preventable = events.count { $0.cheapest != nil }
    let share = 100 * Double(preventable) / Double(events.count)
    if plan.remedies.isEmpty { return text }
    text += " Some step tried prevents \(share.text(decimals: 0)) % of the events"
    if let best = mostForMoney, let price = best.perKilowattHour {
      text +=
        "; the best buy is \(best.remedy.words) at each station: "
        + "\(price.text(significantDigits: 2)) \(currency) for each kWh more"
    }
    return text + "."
  }

  /// The remedy that serves most for its cost, among those surely better than none.
  private var mostForMoney: BlackoutsResult.Effect? {
    effects.filter { $0.avoided.low > 0 }.min {
      ($0.perKilowattHour ?? .infinity) < ($1.perKilowattHour ?? .infinity)
    }
  }

  private func mwh(_ energy: Double) -> String {
    energy >= 1e6
      ? (energy / 1000).groupedText(decimals: 0) : (energy / 1000).text(significantDigits: 3)
  }

  private var scene: String {
    let outages = plan.scenario.outages
    let chance =
      outages.meanGap > 0
      ? " Each grid fails by chance, once in \(outages.meanGap.shortestText) h for \(outages.meanMinutes.shortestText) min on average."
      : ""
    let scheduled =
      outages.scheduled.isEmpty
      ? "" : " \(outages.scheduled.count.counted("outage is", "outages are")) scheduled."
    return """
      \(runs) independent runs of \(plan.scenario.duration.shortestText) h of \(plan.source), \(result.stations.counted("station", "stations")), seed \
      \(plan.scenario.seed).\(chance)\(scheduled) An event begins when a tenth of the demand of a station is missing and ends when less is; energy \
      not served is counted exactly, whether in an event or not. Frequency and duration are per station, as SAIFI and SAIDI count \
      them per customer.
      """
  }

  // MARK: - Numbers

  private var keyNumbers: [KeyNumber] {
    func key(
      _ label: String, _ interval: Interval, _ unit: String, _ digits: Int, by scale: Double = 1
    )
      -> KeyNumber
    {
      func text(_ value: Double) -> String { (scale * value).groupedText(decimals: digits) }
      return KeyNumber(
        label, text(interval.mean), interval: "\(text(interval.low)) to \(text(interval.high))",
        unit: unit, sampleSize: runs)
    }
    var numbers = [
      key("Energy not served", result.notServed(result.base), "MWh a year", 1, by: 0.001),
      key("Interruptions of a station (SAIFI)", result.frequency, "a year", 1),
      key("Time without power of a station (SAIDI)", result.duration, "h a year", 1),
      key("Runs in which power was missing", result.badShare, "%", 0, by: 100),
      key("Cars cut short or stranded by it", result.carsPerThousand, "of 1000", 2),
    ]
    if let rare = result.rare {
      let estimate = rare.probability.probability
      numbers.append(
        KeyNumber(
          "Runs with \(rare.goal.shortestText) kWh or more not served",
          estimate.mean.text(significantDigits: 2),
          interval:
            "\(estimate.low.text(significantDigits: 2)) to \(estimate.high.text(significantDigits: 2))",
          sampleSize: rare.crossings.count))
    }
    return numbers
  }

  private struct CauseRow {
    var cause: Blackout.Cause
    var count: Int
    var minutes: Double
    var kilowattHours: Double
    var preventable: Int
  }

  private var causeRows: [CauseRow] {
    Blackout.Cause.allCases.map { cause in
      let own = events.filter { $0.blackout.cause == cause }
      return CauseRow(
        cause: cause, count: own.count,
        minutes: own.reduce(0) { $0 + ($1.blackout.end - $1.blackout.start) / 60 },
        kilowattHours: own.reduce(0) { $0 + $1.blackout.notServed },
        preventable: own.count { $0.cheapest != nil })
    }
  }

  private var causeTable: ReportTable {
    ReportTable(
      caption: "What events began with, in all \(runs) runs.",
      columns: [
        .init("cause", isNumeric: false), .init("events"), .init("minutes"), .init("kWh missing"),
        .init("preventable %"),
      ],
      rows: causeRows.filter { $0.count > 0 }.map { row in
        [
          row.cause.name, "\(row.count)", row.minutes.groupedText(decimals: 0),
          row.kilowattHours.groupedText(decimals: 0),
          (100 * Double(row.preventable) / Double(row.count)).text(decimals: 0),
        ]
      })
  }

  private var concurrencyTable: ReportTable {
    ReportTable(
      caption: "How many stations lacked power at the same moment.",
      columns: [.init("stations at once"), .init("hours a year")],
      rows: result.concurrency.enumerated().map { ["\($0 + 1)", $1.text(decimals: 2)] })
  }

  private static let mostRows = 20

  private var ledgerTable: ReportTable {
    let worst = events.sorted { $0.blackout.notServed > $1.blackout.notServed }
    let shown = worst.prefix(Self.mostRows)
    return ReportTable(
      caption: """
        The \(shown.count < events.count ? "\(shown.count) worst of \(events.count) events" : "events"), with the smallest step of each remedy that \
        would have prevented it, and the cheapest of them with its cost a year at that station. All are in data/ledger.csv.
        """,
      columns: [
        .init("run"), .init("station (km)"), .init("began (h)"), .init("minutes"),
        .init("kWh missing"), .init("cause", isNumeric: false),
        .init("prevented by", isNumeric: false),
        .init("k\(currency) a year"),
      ],
      rows: shown.map { event in
        let blackout = event.blackout
        let place = plan.scenario.stations.list[blackout.station].position
        let remedies = event.remedies.map(\.remedy.words)
        return [
          "\(event.replicate)", place.text(decimals: 1), (blackout.start / 3600).text(decimals: 2),
          ((blackout.end - blackout.start) / 60).text(decimals: 1),
          blackout.notServed.text(decimals: 1), blackout.cause.name,
          remedies.isEmpty ? "none tried" : remedies.joined(separator: " or "),
          event.cheapest.map { ($0.yearly / 1000).text(decimals: 1) } ?? "–",
        ]
      })
  }

  private var effectTable: ReportTable {
    ReportTable(
      caption: """
        Every remedy at all stations: what it costs a year, what it serves more (paired over \(runs) runs, half-width of the 95 % interval), and how \
        many events it prevents.
        """,
      columns: [
        .init("remedy", isNumeric: false), .init("k\(currency) a year"),
        .init("MWh served more a year"), .init("±"), .init("\(currency) per kWh"),
        .init("kWh per \(currency)"), .init("events prevented %"),
      ],
      rows: effects.map { effect in
        let price = effect.perKilowattHour
        return [
          effect.remedy.words, (effect.yearly / 1000).groupedText(decimals: 1),
          (effect.avoided.mean / 1000).text(decimals: 1),
          (effect.avoided.halfWidth / 1000).text(decimals: 1),
          price.map { $0.text(significantDigits: 3) } ?? "–",
          price.map { $0 > 0 ? (1 / $0).text(significantDigits: 3) : "–" } ?? "–",
          (100 * Double(effect.prevented) / Double(max(1, effect.events))).text(decimals: 0),
        ]
      })
  }

  /// Why a remedy may serve less than none, where one surely does.
  private var backfireWords: String? {
    let worse = effects.filter { $0.avoided.high < 0 }.map(\.remedy.words)
    guard !worse.isEmpty else { return nil }
    return """
      With \(worse.listed(conjunction: "and")) more is missing than without: where a little power is left, drivers stay at a station that \
      they would have left in the dark, and what they would still take counts as not served.
      """
  }

  // MARK: - Rare runs

  private var rareWords: String {
    guard let rare = result.rare else { return "" }
    let goal = rare.probability
    let chance = goal.probability
    let plain = rare.plain(rare.goal)
    func text(_ value: Double) -> String { value.text(significantDigits: 2) }
    var words = """
      In a run \(rare.goal.shortestText) kWh or more are not served with probability \(text(chance.mean)) (\(text(chance.low)) to \(text(chance.high))), by importance splitting over \
      \(rare.levels.count.counted("level", "levels")); of \(rare.amounts.count) plain runs \(rare.amounts.count { $0 >= rare.goal }) did (\(text(plain.low)) to \
      \(text(plain.high))).
      """
    if chance.mean == 0 {
      words += " No path got there: give more --effort, or a lower --rare."
    }
    if let common = rare.common {
      let (one, other) = (rare.estimates[common].probability, rare.plain(rare.levels[common]))
      let agree = one.low <= other.high && other.low <= one.high
      words += """
         At \(text(rare.levels[common])) kWh, which is not rare, splitting has \(text(one.mean)) (\(text(one.low)) to \(text(one.high))) and plain runs \
        \(text(other.mean)) (\(text(other.low)) to \(text(other.high))): the intervals \(agree ? "overlap" : "do not overlap, so more --effort or --repetitions are needed").
        """
    }
    return words
  }

  // MARK: - For machines

  private func json(_ interval: Interval) -> JSON {
    [
      "mean": .number(interval.mean), "low": .number(interval.low), "high": .number(interval.high),
    ]
  }

  private var json: JSONObject {
    var members: JSONObject = [
      "source": .string(plan.source), "seed": .integer(plan.scenario.seed),
      "replications": .integer(runs), "verdict": .string(verdict),
      "not_served_kwh_per_year": json(result.notServed(result.base)),
      "interruptions_per_station_and_year": json(result.frequency),
      "hours_per_station_and_year": json(result.duration),
      "runs_with_blackouts": json(result.badShare),
      "cars_per_1000": json(result.carsPerThousand), "events": .integer(events.count),
      "preventable": .integer(events.count { $0.cheapest != nil }),
      "not_served_kwh": .array(result.base.map { .number($0.totals.notServed) }),
      "growth": .array(
        zip(plan.growths, result.days).map { factor, days in
          ["factor": .number(factor), "not_served_kwh_per_year": json(result.notServed(days))]
        }),
      "remedies": .array(
        effects.map { effect in
          [
            "remedy": .string(effect.remedy.words), "cost_per_year": .number(effect.yearly),
            "served_more_kwh_per_year": json(effect.avoided),
            "prevented": .integer(effect.prevented),
          ]
        }),
    ]
    if let rare = result.rare {
      members["rare"] = [
        "kwh": .number(rare.goal), "probability": json(rare.probability.probability),
        "plain": json(rare.plain(rare.goal)),
        "levels": .array(rare.levels.map { .number($0) }),
        "by_level": .array(rare.estimates.map { json($0.probability) }),
      ]
    }
    return members
  }
}
