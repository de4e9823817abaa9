import ChargingModels
import Figures
import HighwayWorld
import Reports
import Statistics
import Text

/// Puts what came of a road into words, numbers, figures and tables.
struct HighwayReport {
  let result: HighwayResult
  private let options: SimulateOptions

  init(_ result: HighwayResult, _ options: SimulateOptions) {
    (self.result, self.options) = (result, options)
  }

  /// The whole report.
  var report: Report {
    var report = Report(
      title: "A road with charging stations", verdict: verdict, parts: parts,
      json: HighwayAnswer(result).json.merging(["verdict": .string(verdict)]),
      data: HighwayTables(result, options).all)
    report.answerName = "summary"
    report.seed = result.seed
    return report
  }

  private var parts: [Report.Part] {
    let figures = HighwayFigures(result)
    var parts: [Report.Part] = [.keyNumbers(keyNumbers), .prose(scene)]
    parts += section(
      "The road",
      shown(figures.overTime) + shown(figures.spaceTime) + shown(figures.fates)
        + shown(figures.charge))
    parts += section(
      "The stations",
      [.table(stationTable)] + shown(figures.stations) + shown(figures.queues)
        + shown(figures.waits) + shown(figures.sessions))
    parts += section(
      "Who stranded, and why", strandingParts + shown(figures.strandings) + warningParts(figures))
    parts += section(
      "Energy",
      energyParts + shown(figures.power) + shown(figures.blackouts)
        + shown(figures.energyFlows))
    parts += section("Theory beside simulation", theoryParts(figures))
    return parts + section("The books", [.table(bookTable), .prose(bookWords)])
  }

  /// A figure, if there is one and figures are wanted.
  func shown(_ figure: Figure?) -> [Report.Part] {
    guard options.visualize, let figure else { return [] }
    return [.figure(figure)]
  }

  private func section(_ heading: String, _ parts: [Report.Part]) -> [Report.Part] {
    parts.isEmpty ? [] : [.section(heading)] + parts
  }

  // MARK: - Words

  private var verdict: String {
    let (arrivals, completed) = (mean("arrivals"), mean("completed"))
    let stranded = mean("stranded")
    guard arrivals > 0 else { return "Nobody came." }
    var text = "\(number(arrivals)) vehicles came, \(number(completed)) arrived"
    let share = (100 * stranded / arrivals).text(significantDigits: 2)
    let isUnderWay = mean("on_road") > 0.2 * arrivals
    text += isUnderWay ? ", \(number(mean("on_road"))) were under way at the end" : ""
    text +=
      stranded > 0 ? " and \(number(stranded)) (\(share) %) stranded" : " and none stranded"
    if mean("served") > 0 {
      text += "; those served waited \(minutes("wait_mean_min")) min on average"
      text += ", 95 % of them at most \(minutes("wait_p95_min")) min"
    }
    if mean("not_served_kwh") > 0.5 {
      text += "; \(number(mean("not_served_kwh"))) kWh were not served"
    }
    if case .stopped(let reason) = result.outcome.end {
      let hours = result.summary.hours.text(decimals: 2)
      text += ". The run was stopped after \(hours) h: \(reason.rawValue)"
    }
    return text + "." + overload
  }

  /// What to say of a road whose lines only grow.
  private var overload: String {
    let waiting = result.outcome.finish.waiting
    guard waiting > result.chargerCount, waiting > 10 else { return "" }
    return
      " The road is beyond its limits: at the end \(waiting.groupedText) vehicles stood in line for "
      + "\(result.chargerCount.counted("charger", "chargers"))."
  }

  private var scene: String {
    let scenario = result.scenario
    let stations = result.plan.stationCount.counted("station", "stations")
    let warmUp =
      scenario.warmUp > 0
      ? ", of which the first \(scenario.warmUp.shortestText) h are not counted" : ""
    let runs =
      result.replications > 1
      ? " Numbers are means of \(result.replications.groupedText) independent replications with their 95 % "
        + "intervals; figures and tables show the first one." : ""
    return """
      Scenario \(scenario.name): \(scenario.road.length.shortestText) km, \(stations) with \
      \(result.chargerCount.counted("charger", "chargers")), \(scenario.traffic.vehiclesPerHour.shortestText) vehicles \
      an hour (\(scenario.traffic.process.rawValue)), \(scenario.duration.shortestText) h\(warmUp), seed \
      \(result.seed).\(runs)
      """
  }

  private func mean(_ name: String) -> Double { result.estimate(name).mean }

  private func number(_ value: Double) -> String {
    value.rounded() == value || value >= 100
      ? value.rounded().groupedText(decimals: 0) : value.text(significantDigits: 3)
  }

  private func minutes(_ name: String) -> String {
    let value = mean(name)
    return value.text(decimals: value < 10 ? 2 : 1)
  }

  // MARK: - Key numbers

  private var keyNumbers: [KeyNumber] {
    var numbers = [
      key("Vehicles that came", "arrivals"), key("Arrived where they wanted to", "completed"),
      key("Stranded", "stranded"), key("Sessions begun", "served"),
      key("Gave up waiting", "abandoned"), key("Turned away", "denied"),
      key("Mean wait of the served", "wait_mean_min", "min", decimals: 2),
      key("95 % of the served waited at most", "wait_p95_min", "min", decimals: 2),
      key("Had to wait", "p_wait", "%", decimals: 1, scale: 100),
      key("Chargers in use", "utilisation", "%", decimals: 1, scale: 100),
    ]
    guard result.scenario.service.model == .physics else { return numbers }
    numbers += [
      key("Energy into vehicles", "to_cars_kwh", "kWh"),
      key("Energy not served", "not_served_kwh", "kWh", decimals: 1),
      key("CO₂ of the grid's energy", "co2_kg", "kg"),
      key("Profit of the stations", "profit", result.currency),
    ]
    return numbers
  }

  private func key(
    _ label: String, _ name: String, _ unit: String? = nil, decimals: Int = 0, scale: Double = 1
  ) -> KeyNumber {
    let (mean, interval) = result.estimate(name)
    let places = result.replications > 1 && decimals == 0 && abs(mean) < 1000 ? 1 : decimals
    func text(_ value: Double) -> String { (scale * value).groupedText(decimals: places) }
    return KeyNumber(
      label, text(mean), interval: interval.map { "\(text($0.low)) to \(text($0.high))" },
      unit: unit, sampleSize: result.replications > 1 ? result.replications : nil)
  }

  // MARK: - Tables for reading

  private var stationTable: ReportTable {
    ReportTable(
      caption: "The stations from the end of the warm-up on.",
      columns: [
        .init("place (km)"), .init("chargers"), .init("requests"), .init("served"),
        .init("gave up"), .init("turned away"), .init("drove on"), .init("in use %"),
        .init("mean wait (min)"), .init("kWh"), .init("kWh not served"),
      ],
      rows: result.stationRows.map { row in
        [
          row.place.text(decimals: 1), "\(row.chargers)", "\(row.visits)", "\(row.served)",
          "\(row.abandoned)", "\(row.denied)", "\(row.balked)",
          (100 * row.utilisation).text(decimals: 1), row.meanWait.text(decimals: 2),
          row.toCars.text(decimals: 0), row.notServed.text(decimals: 1),
        ]
      })
  }

  private var strandingParts: [Report.Part] {
    let strandings = result.outcome.strandings
    guard !strandings.isEmpty else { return [.prose("Nobody stranded.")] }
    let analysis = StrandingAnalysis(
      strandings, plan: result.plan, hours: result.outcome.finish.time / 3600)
    let rows = zip(StrandingCause.allCases, analysis.byCause).map { cause, count in
      [cause.name, cause.sentence, "\(count)"]
    }
    let table = ReportTable(
      caption: "Why vehicles stranded.",
      columns: [
        .init("cause", isNumeric: false), .init("meaning", isNumeric: false), .init("vehicles"),
      ], rows: rows)
    let advice = analysis.advice.prefix(5).map { $0.sentence(result.stationNames) }
    return [.table(table)]
      + (advice.isEmpty ? [] : [.prose("What would help: " + advice.joined(separator: "; ") + ".")])
  }

  private var energyParts: [Report.Part] {
    guard result.scenario.service.model == .physics else {
      return [.prose("No energy flows: charging takes a given time in this scenario.")]
    }
    let analysis = BlackoutAnalysis(
      result.outcome.blackouts, plan: result.plan, hours: result.outcome.finish.time / 3600)
    guard analysis.count > 0 else {
      return [.prose("No station ever lacked a tenth of its power.")]
    }
    return [
      .prose(
        """
        \(analysis.count.counted("time", "times")) a station lacked a tenth or more of its power, for \
        \(analysis.minutes.groupedText(decimals: 0)) minutes and \
        \(analysis.notServed.groupedText(decimals: 1)) kWh in all; at most \(analysis.mostAtOnce.counted("station", "stations")) \
        at once; at worst \((100 * analysis.worstShare).text(decimals: 0)) % were missing.
        """)
    ]
  }

  // MARK: - The books

  /// The largest residual of each book, and the equations of the road as a whole.
  private var bookTable: ReportTable {
    let lines = result.outcome.books.filter { !$0.name.hasPrefix("station ") }
    return ReportTable(
      caption: "Sums that were counted on two ways, from the start of the first replication.",
      columns: [
        .init("book", isNumeric: false), .init("equation", isNumeric: false), .init("left"),
        .init("right"), .init("residual"),
      ],
      rows: lines.map { line in
        [
          line.book.rawValue, line.name, line.left.text(decimals: line.book == .vehicles ? 0 : 3),
          line.right.text(decimals: line.book == .vehicles ? 0 : 3),
          line.residual.text(significantDigits: 2),
        ]
      })
  }

  private var bookWords: String {
    let lines = result.outcome.books
    let worst = lines.map { $0.residual.magnitude / max(1, $0.left.magnitude) }.max() ?? 0
    let audit =
      options.tracksVehicles ? " `evtools audit` derives all numbers again from events.csv." : ""
    return """
      All \(lines.count) equations hold to \(worst.text(significantDigits: 2)) of what was turned over; those of single \
      stations stand in books.csv.\(audit)
      """
  }
}

extension HighwayResult {
  /// What money is called.
  var currency: String { "€" }
}

extension StrandingCause {
  /// The cause as a clause.
  var sentence: String {
    switch self {
    case .infeasible: "could reach neither a station nor its exit when it came"
    case .denied: "a full waiting room had turned it away"
    case .abandoned: "had left a line, or not joined it"
    case .outage: "a station without power had sent it on"
    case .behaviour: "could have charged, or charged more"
    }
  }
}

extension StrandingAnalysis.Advice {
  /// What to do, as a clause.
  func sentence(_ names: [String]) -> String {
    let low = place.lowerBound.text(decimals: 0)
    let high = place.upperBound.text(decimals: 0)
    let count = cases.counted("case", "cases")
    switch kind {
    case .fillGap: return "a station between km \(low) and km \(high) (\(count))"
    case .hotSpot: return "a look at km \(low) to \(high) (\(count))"
    case .moreRoom(let station): return "more room to wait at \(names[station]) (\(count))"
    case .moreChargers(let station): return "more chargers at \(names[station]) (\(count))"
    case .backup(let station): return "a battery or a second feed at \(names[station]) (\(count))"
    case .behaviour: return "charging earlier (\(count))"
    case .informOnEntry: return "telling drivers on entry what they can reach (\(count))"
    }
  }
}
