import AnalysisKit
import HighwayStudies
import HighwayWorld
import Reports
import Statistics
import Text

/// Puts what the sweep found into words and tables.
struct StrandingReport {
  let result: StrandingResult

  init(_ result: StrandingResult) { self.result = result }

  var plan: StrandingPlan { result.plan }

  /// The whole report.
  var report: Report {
    let figures = plan.options.visualize ? StrandingFigures(result: result) : nil
    var parts: [Report.Part] = [.keyNumbers(keyNumbers)]
    parts += (figures?.sweep ?? []).map { .figure($0) }
    parts += [.table(criticalTable), .table(levelTable)]
    parts += (figures?.when ?? []).map { .figure($0) }
    if let patterns = figures?.patterns { parts.append(.figure(patterns)) }
    if let tornado = figures?.tornado { parts.append(.figure(tornado)) }
    if let attribution = result.attribution {
      parts.append(.section("Would one more charger have saved them?"))
      parts.append(.prose(words(attribution)))
      if let figure = figures?.attribution { parts.append(.figure(figure)) }
      parts.append(.table(table(attribution)))
    }
    parts.append(.prose(method))
    return Report(
      title: "How much traffic can the road take before cars strand?", verdict: verdict,
      parts: parts, json: StrandingAnswer(result).json, data: StrandingData(result).tables)
  }

  // MARK: - Words

  private var percent: String { plan.options.target.text(significantDigits: 3) + " %" }

  private var verdict: String {
    let middle = result.middle
    let isPerStation = plan.infrastructure.keys == HighwayFactor.chargers.keys
    let road = plan.words(middle.size) + (isPerStation ? " per station" : "")
    let critical = middle.critical
    let most = plan.levels[plan.levels.count - 1]
    if critical.mean == .infinity {
      let last = middle.cells[middle.cells.count - 1]
      return
        "With \(road), \(traffic(most)) cars an hour are not too many: "
        + "\(share(last.rate.mean)) of them strand (at most \(share(last.rate.high))), and \(percent) may."
    }
    guard critical.mean > -.infinity else {
      return
        "With \(road), even \(traffic(plan.levels[0])) cars an hour are too many: "
        + "\(share(middle.cells[0].rate.mean)) of them strand, and \(percent) may."
    }
    var text =
      "With \(road) the road takes \(traffic(critical.mean)) cars an hour "
      + "(\(range(critical))) before \(percent) of them strand."
    let others = result.curves.filter { $0.size != middle.size && $0.critical.mean.isFinite }
    if !others.isEmpty {
      let each = others.map { "\(traffic($0.critical.mean)) with \(plan.words($0.size))" }
      text += " It is \(each.listed(conjunction: "and"))."
    }
    return text
  }

  private func words(_ attribution: ChargerAttribution) -> String {
    let best = attribution.stations.enumerated().max {
      ($0.element.net.mean, -$0.offset) < ($1.element.net.mean, -$1.offset)
    }
    var text =
      "At \(traffic(attribution.traffic)) cars an hour and \(plan.words(result.middle.size)), "
      + "\(attribution.base.mean.text(decimals: 1)) cars strand in a run. "
    if let best {
      let station = best.element
      text +=
        "One more charger at station \(best.offset + 1) (\(station.position.text(decimals: 0)) km) helps most: "
        + "it saves \(station.rescued.mean.text(decimals: 1)) of them and leaves "
        + "\(station.newlyStranded.mean.text(decimals: 1)) others standing. "
    }
    text +=
      "One more at every station saves \(attribution.together.mean.text(decimals: 1)) "
      + "(\(attribution.together.low.text(decimals: 1)) to \(attribution.together.high.text(decimals: 1)))."
    return text
  }

  private var method: String {
    let sizes = plan.sizes.count.counted("road", "roads")
    var text = """
      \(plan.levels.count.counted("level", "levels")) of traffic on \(sizes), each \(result.replicates) times for \
      \(plan.model.question.scenario.duration.shortestText) h, \
      \((result.evaluations.count).groupedText) runs. Replicate r sends the same cars over every road (common random numbers). \
      Rates are means over runs of the share of cars that strand because of the network; their intervals come from drawing whole \
      runs anew (percentile bootstrap), and end no lower than Wilson's upper bound for as many cars, for what was never seen is not \
      impossible. The critical traffic is where the rising curve through the rates (isotonic regression) crosses the target; its \
      interval draws the runs anew, the same at all levels.
      """
    if plan.options.refinements > 0 {
      text +=
        " The gap between levels that holds it was halved \(plan.options.refinements) times, so that the curve is straight over little of it."
    }
    if let attribution = result.attribution {
      let way =
        attribution.isExact
        ? "over all \(1 << attribution.stations.count) choices of stations (exact)"
        : "over one random order of the stations for each run and its reverse (sampled)"
      text +=
        " Which cars one more charger saves is found by running each replicate again with it and comparing car by car; "
        + "parts in what all achieve together are Shapley's, \(way)."
    }
    return text
  }

  // MARK: - Numbers

  func traffic(_ value: Double) -> String {
    value.isFinite ? value.text(decimals: value < 20 ? 1 : 0) : value.text(decimals: 0)
  }

  /// An interval of traffic in words; an end beyond all levels is named so.
  func range(_ interval: Interval) -> String {
    let low = plan.levels[0]
    let high = plan.levels[plan.levels.count - 1]
    let from = interval.low.isFinite ? traffic(interval.low) : "below \(traffic(low))"
    let to = interval.high.isFinite ? traffic(interval.high) : "above \(traffic(high))"
    return "\(from) to \(to)"
  }

  /// A share in percent.
  func share(_ value: Double) -> String { (100 * value).text(significantDigits: 2) + " %" }

  private func critical(_ curve: StrandingCurve) -> String {
    switch curve.critical.mean {
    case .infinity: "above \(traffic(plan.levels[plan.levels.count - 1]))"
    case -.infinity: "below \(traffic(plan.levels[0]))"
    case let level: traffic(level)
    }
  }

  private var keyNumbers: [KeyNumber] {
    var numbers = result.curves.map { curve in
      KeyNumber(
        "Critical traffic, \(plan.words(curve.size))", critical(curve),
        interval: range(curve.critical), unit: "per hour", sampleSize: result.replicates)
    }
    let middle = result.middle
    if let knee = middle.knee {
      numbers.append(
        KeyNumber(
          "Knee, \(plan.words(middle.size))", traffic(knee.mean), interval: range(knee),
          unit: "per hour", sampleSize: result.replicates))
    }
    if let last = middle.cells.last {
      numbers.append(
        KeyNumber(
          "Stranded at \(traffic(last.level)), \(plan.words(middle.size))",
          (100 * last.rate.mean).text(significantDigits: 3),
          interval:
            "\((100 * last.rate.low).text(significantDigits: 3)) to \((100 * last.rate.high).text(significantDigits: 3))",
          unit: "%", sampleSize: last.replications))
    }
    return numbers
  }

  private var criticalTable: ReportTable {
    let rows = result.curves.map { curve -> [String] in
      let before = curve.cells.last { $0.rate.high <= plan.target }
      return [
        plan.words(curve.size), critical(curve), range(curve.critical),
        curve.knee.map { traffic($0.mean) } ?? "–", curve.knee.map { range($0) } ?? "–",
        before.map { traffic($0.level) } ?? "none",
      ]
    }
    return ReportTable(
      caption:
        "What each road takes, in cars per hour: where \(percent) strand, where the knee is, and the highest level whose whole interval is within \(percent)",
      columns: [
        .init("road", isNumeric: false), .init("critical"),
        .init("95 % interval", isNumeric: false), .init("knee"),
        .init("95 % interval", isNumeric: false), .init("surely within"),
      ], rows: rows)
  }

  /// The levels of the middle size; those of all stand in `data/levels.csv`.
  private var levelTable: ReportTable {
    let curve = result.middle
    let cells = result.askedCells(curve)
    let causes = StrandingCause.network.filter { cause in
      cells.contains { $0.causes[Int(cause.rawValue)] > 0 }
    }
    let hasHopeless = cells.contains { $0.infeasible > 0 }
    let rows = cells.map { cell -> [String] in
      let low = (100 * cell.rate.low).text(decimals: 2)
      return [
        traffic(cell.level), cell.entered.text(decimals: 0), cell.completed.text(decimals: 0),
        cell.stranded.text(decimals: 1), (100 * cell.rate.mean).text(decimals: 2),
        "\(low) to \(bound(100 * cell.rate.high))",
      ] + causes.map { (100 * cell.causes[Int($0.rawValue)]).text(decimals: 2) }
        + (hasHopeless ? [cell.infeasible.text(decimals: 1)] : []) + [
          "\(cell.firstHours.count) of \(cell.replications)",
          cell.medianFirstHour.map { $0.text(decimals: 1) } ?? "–", cell.wait.text(decimals: 1),
        ]
    }
    return ReportTable(
      caption: """
        Level by level, \(plan.words(curve.size)): means per run, and after how many hours half of the runs have a first \
        stranding\(result.curves.count > 1 ? "; the other roads stand in data/levels.csv" : "")
        """,
      columns: [
        .init("cars per hour"), .init("entered"), .init("arrived"), .init("stranded"),
        .init("per 100"), .init("95 % interval", isNumeric: false),
      ] + causes.map { .init($0.words + " %") }
        + (hasHopeless ? [.init("out of reach")] : []) + [
          .init("runs with any", isNumeric: false), .init("first after h"), .init("wait min"),
        ], rows: rows)
  }

  /// An upper end in percent; what is small keeps two digits, for it is never zero.
  private func bound(_ value: Double) -> String {
    value < 0.1 ? value.text(significantDigits: 2) : value.text(decimals: 2)
  }

  private func table(_ attribution: ChargerAttribution) -> ReportTable {
    func text(_ interval: Interval) -> String {
      "\(interval.mean.text(decimals: 1)) (\(interval.low.text(decimals: 1)) to \(interval.high.text(decimals: 1)))"
    }
    return ReportTable(
      caption:
        "One more charger at one station, per run of \(attribution.replicates): cars saved, others left standing instead, and its part in what one more at every station saves",
      columns: [
        .init("station"), .init("km"), .init("saved", isNumeric: false),
        .init("newly stranded", isNumeric: false), .init("fewer in all", isNumeric: false),
        .init("part (Shapley)", isNumeric: false), .init("share %", isNumeric: false),
      ],
      rows: attribution.stations.enumerated().map { number, station in
        [
          "\(number + 1)", station.position.text(decimals: 0), text(station.rescued),
          text(station.newlyStranded), text(station.net), text(station.value),
          station.share.map {
            "\((100 * $0.mean).text(decimals: 0)) (\((100 * $0.low).text(decimals: 0)) to \((100 * $0.high).text(decimals: 0)))"
          } ?? "–",
        ]
      })
  }
}

extension StrandingCause {
  /// The causes that the network answers for.
  static let network = allCases.filter { $0 != .infeasible }

  /// The cause in words for tables and legends.
  var words: String {
    switch self {
    case .infeasible: "out of reach"
    case .denied: "no room to wait"
    case .abandoned: "left the line"
    case .outage: "no power"
    case .behaviour: "drove on"
    }
  }
}
