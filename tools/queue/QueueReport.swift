import Reports
import Text

/// Puts the answers about a station into words and tables.
struct QueueReport {
  private let options: QueueOptions
  private let answers: [StationAnswer]
  private let targets: Targets

  init(_ options: QueueOptions, _ answers: [StationAnswer]) {
    self.options = options
    self.answers = answers
    targets = Targets(options)
  }

  /// The whole report.
  var report: Report {
    let verdict = QueueVerdict(options, answers, targets).sentence
    var parts: [Report.Part] = [.table(table)]
    if !answers[0].busyByHour.isEmpty { parts.append(.table(dayTable)) }
    parts += QueueFigures(answers: answers).all.map { .figure($0) }
    parts.append(.prose(method))
    return Report(
      title: "How many chargers?", verdict: verdict, parts: parts,
      json: ["rows": .array(answers.map(\.json)), "verdict": .string(verdict)],
      data: [rowsTable] + (answers[0].busyByHour.isEmpty ? [] : [hoursTable]))
  }

  // MARK: - For reading

  private var table: ReportTable {
    let shown = Column.allCases.filter { column in answers.contains { column.isWorthShowing($0) } }
    var columns = [ReportTable.Column("chargers")]
    for column in shown {
      columns.append(.init(column.title))
      if hasExact(column) { columns.append(.init("exact")) }
    }
    if !targets.isEmpty { columns.append(.init("targets", isNumeric: false)) }
    return ReportTable(caption: caption, columns: columns, rows: answers.map { row($0, shown) })
  }

  private func row(_ answer: StationAnswer, _ shown: [Column]) -> [String] {
    var cells = [answer.plan.chargers.map(String.init) ?? "unlimited"]
    for column in shown {
      let estimate = answer[column.measure]
      cells.append(answer.plan.isStable || column.isBounded ? column.text(estimate) : "grows")
      guard hasExact(column) else { continue }
      cells.append(estimate.analytic.map { column.text($0) } ?? "–")
    }
    if !targets.isEmpty { cells.append(targets.standing(of: answer).word) }
    return cells
  }

  private func hasExact(_ column: Column) -> Bool {
    column.isComparedWithTheory
      && answers.contains { column.isWorthShowing($0) && $0[column.measure].analytic != nil }
  }

  private var caption: String {
    let level = (100 * options.confidence).text(significantDigits: 4)
    let column = targets.isEmpty ? "" : " Targets are met when the whole interval is within."
    let exact = Column.allCases.contains(where: hasExact) ? ", beside what is exact in theory" : ""
    return "Simulated ± half of the \(level) % interval\(exact).\(column)"
  }

  private var dayTable: ReportTable {
    let answer = answers[answers.count - 1]
    let count = answer.plan.chargers.map { " with \($0.counted("charger", "chargers"))" } ?? ""
    let hasExact = answer.busyByHour.contains { $0.analytic != nil }
    return ReportTable(
      caption: "The day\(count): how many charge and wait, as means over each hour.",
      columns: [.init("hour"), .init("charging")] + (hasExact ? [.init("exact")] : [])
        + (answer.plan.chargers == nil ? [] : [.init("waiting")]),
      rows: answer.busyByHour.indices.map { hour in
        let busy = answer.busyByHour[hour]
        return ["\(hour)", Column.busy.text(busy)]
          + (hasExact ? [busy.analytic.map { Column.busy.text($0) } ?? "–"] : [])
          + (answer.plan.chargers == nil ? [] : [Column.queue.text(answer.queueByHour[hour])])
      })
  }

  private var method: String {
    let runs =
      options.replications == 1
      ? "One run of" : "\(options.replications.groupedText) independent runs of"
    let perRun = answers[0][.arrivals].mean.rounded().groupedText(decimals: 0)
    let warmUps = answers.compactMap(\.warmUp)
    let longest = warmUps.max() ?? 0
    let skipped = longest.groupedText + (warmUps.count > 1 ? " or fewer" : "")
    let warmUp =
      warmUps.isEmpty
      ? ", after two or more days that are not counted"
      : longest > 0 ? ", after \(skipped) that are not counted" : ""
    return "\(runs) \(perRun) customers\(warmUp). All numbers stand in the run's folder."
  }

  // MARK: - For keeping

  private var rowsTable: DataTable {
    var columns = ["chargers"]
    for measure in Measure.allCases {
      columns += ["", "_low", "_high", "_analytic"].map { measure.rawValue + $0 }
    }
    return DataTable(
      name: "rows", columns: columns,
      rows: answers.map { answer in
        [answer.plan.chargers.map(Double.init)]
          + Measure.allCases.flatMap { measure -> [Double?] in
            let estimate = answer[measure]
            return [estimate.mean, estimate.low, estimate.high, estimate.analytic]
          }
      })
  }

  private var hoursTable: DataTable {
    DataTable(
      name: "hours",
      columns: [
        "chargers", "hour", "busy", "busy_low", "busy_high", "busy_analytic", "queue",
        "queue_low", "queue_high",
      ],
      rows: answers.flatMap { answer in
        answer.busyByHour.indices.map { hour -> [Double?] in
          let (busy, queue) = (answer.busyByHour[hour], answer.queueByHour[hour])
          return [
            answer.plan.chargers.map(Double.init), Double(hour), busy.mean, busy.low, busy.high,
            busy.analytic, queue.mean, queue.low, queue.high,
          ]
        }
      })
  }
}

/// The columns of the table for reading.
enum Column: CaseIterable {
  case waitMean, waitP95, mustWait, blocked, abandoned, utilisation, busy, queue

  var measure: Measure {
    switch self {
    case .waitMean: .waitMean
    case .waitP95: .waitP95
    case .mustWait: .waitProbability
    case .blocked: .blockedShare
    case .abandoned: .abandonedShare
    case .utilisation: .utilisation
    case .busy: .busyMean
    case .queue: .queueMean
    }
  }

  var title: String {
    switch self {
    case .waitMean: "wait (min)"
    case .waitP95: "95 % (min)"
    case .mustWait: "must wait %"
    case .blocked: "turned away %"
    case .abandoned: "give up %"
    case .utilisation: "in use %"
    case .busy: "charging"
    case .queue: "waiting"
    }
  }

  /// Whether it stays finite although the queue grows without end.
  var isBounded: Bool { measure.isShare || self == .busy }

  /// Whether the exact value stands beside it; for the other measures it stands in the data.
  var isComparedWithTheory: Bool {
    switch self {
    case .waitMean, .waitP95, .blocked, .abandoned, .busy: true
    default: false
    }
  }

  /// Whether the column says something about a station.
  func isWorthShowing(_ answer: StationAnswer) -> Bool {
    let estimate = answer[measure]
    switch self {
    case .blocked, .abandoned: return (estimate.high ?? estimate.mean) > 0
    case .utilisation: return answer.plan.chargers != nil
    case .busy: return answer.plan.chargers == nil
    default: return answer.plan.chargers != nil
    }
  }

  /// Whether the reader needs to know how sure the number is; the data hold every interval.
  private var showsInterval: Bool { self != .utilisation && self != .queue }

  func text(_ estimate: Estimate) -> String {
    guard !estimate.mean.isNaN else { return "–" }
    guard showsInterval, let low = estimate.low, let high = estimate.high else {
      return text(estimate.mean)
    }
    let isLopsided = abs((high - estimate.mean) - (estimate.mean - low)) > 0.25 * (high - low)
    guard !isLopsided else { return "\(text(estimate.mean)) (\(text(low)) to \(text(high)))" }
    return text(estimate.mean) + " ± " + text((high - low) / 2)
  }

  func text(_ value: Double) -> String {
    (measure.isShare ? 100 * value : value).text(decimals: 2)
  }
}

extension Targets.Standing {
  var word: String {
    switch self {
    case .met: "met"
    case .missed: "missed"
    case .undecided, .tooShort: "undecided"
    }
  }
}
