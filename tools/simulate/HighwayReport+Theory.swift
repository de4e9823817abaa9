import ChargingModels
import Figures
import HighwayWorld
import Queueing
import Reports
import Statistics
import Text

/// Theory, the steady state and the early warning, in words and tables.
extension HighwayReport {
  /// Theory beside simulation.
  func theoryParts(_ figures: HighwayFigures) -> [Report.Part] {
    if let check = TextbookCheck(result) {
      return words(check) + shown(figures.theory(check)) + steadyWords
    }
    if let check = StationCheck(result) {
      return words(check) + shown(figures.theory(check)) + steadyWords
    }
    return steadyWords
  }

  private func words(_ check: TextbookCheck) -> [Report.Part] {
    guard check.isStable else {
      return [
        .prose(
          "By queueing theory (\(check.law)) more cars come than can be charged: there is no steady state to "
            + "compare with, and what one sees depends on how long one looks.")
      ]
    }
    let judged = check.lines.compactMap(\.agrees)
    let held = judged.count { $0 }
    let verdict =
      judged.isEmpty
      ? "With two or more replications the simulated numbers have intervals."
      : "\(held) of \(judged.count) intervals hold what theory says; of 95 % intervals one in twenty does not."
    let kind =
      check.isExact
      ? "The theory of \(check.law) is exact in the long run; runs that begin empty need a warm-up."
      : "The theory is an approximation, \(check.law): each moment as if its rate lasted for ever."
    let table = ReportTable(
      caption: "Theory (\(check.law)) beside simulation.",
      columns: [
        .init("number", isNumeric: false), .init("theory"), .init("simulated"), .init("from"),
        .init("to"), .init("holds", isNumeric: false),
      ],
      rows: check.lines.map { line in
        func text(_ value: Double) -> String { value.text(significantDigits: 4) }
        return [
          line.name, text(line.theory), text(line.simulated),
          line.interval.map { text($0.low) } ?? "–", line.interval.map { text($0.high) } ?? "–",
          line.agrees.map { $0 ? "yes" : "no" } ?? "–",
        ]
      })
    return [.prose(kind + " " + verdict), .table(table)]
  }

  private func words(_ check: StationCheck) -> [Report.Part] {
    let names = result.stationNames
    let table = ReportTable(
      caption:
        "Queueing theory with the requests and the sessions that were seen, beside simulation.",
      columns: [
        .init("station", isNumeric: false), .init("requests per h"), .init("session (min)"),
        .init("cv"), .init("load %"), .init("wait in theory (min)"), .init("simulated (min)"),
      ],
      rows: check.lines.map { line in
        [
          names[line.station], line.arrivals.text(decimals: 2), line.session.text(decimals: 1),
          line.variation.text(decimals: 2),
          (100 * line.load).text(decimals: 1),
          line.theory.map { $0.text(decimals: 2) } ?? "–",
          line.simulated.text(decimals: 2),
        ]
      })
    return [
      .prose(
        """
        What a planner would compute for each station alone: the wait of an M/G/c queue with its requests and sessions, \
        W(M/M/c) · (1 + cv²)/2. Simulation differs where cars come in platoons, where drivers read the board and go \
        elsewhere, and where rates follow the day. Stations asked for \
        \((100 * StationCheck.mostLoad).text(decimals: 0)) % or more of what they can do have no such answer: rooms and patience \
        decide there.
        """), .table(table),
    ]
  }

  /// Whether the first replication has settled.
  var steadyWords: [Report.Part] {
    guard let state = SteadyState(result) else { return [] }
    guard state.isSettled else {
      return [
        .prose(
          "The number waiting has not settled: by MSER-5 more than half of the run still remembers how it "
            + "began. Means are those of this very run, not of the long run.")
      ]
    }
    let cut = state.warmUp.text(significantDigits: 2)
    let given = result.scenario.warmUp
    let advice =
      state.warmUp > given + 0.05
      ? " (counted from \(given.shortestText) h on: a warm-up of \(cut) h would be better)" : ""
    guard let waiting = state.waiting, waiting.mean > 0 else {
      return [.prose("By MSER-5 the run has settled after \(cut) h\(advice).")]
    }
    let doubt =
      state.correlation > 0.45
      ? "; neighbouring batches resemble each other, so this is too narrow" : ""
    return [
      .prose(
        """
        By MSER-5 the number waiting has settled after \(cut) h\(advice). Its long-run mean is \
        \(waiting.mean.text(significantDigits: 3)), from \(waiting.low.text(significantDigits: 3)) to \
        \(waiting.high.text(significantDigits: 3)) by 20 batch means of the first replication alone\(doubt).
        """)
    ]
  }

  /// The early warning in words and as a curve.
  func warningParts(_ figures: HighwayFigures) -> [Report.Part] {
    guard let warning = EarlyWarning(result), let area = warning.area else { return [] }
    var leads = warning.leadTimes
    let events = leads.count + warning.missed
    let lead =
      leads.isEmpty
      ? "" : ", in the median \(Quantile.select(0.5, from: &leads).text(decimals: 0)) min ahead"
    return [
      .prose(
        """
        A warning from the stress of the road (full lines, empty batteries, missing power) ranks a moment before a \
        stranding or a blackout above a quiet one in \((100 * area).text(decimals: 0)) of 100 cases (area under the \
        curve; 50 is worthless). At its best threshold it announced \(leads.count) of \
        \(events.counted("event", "events")) up to 30 min before\(lead). The threshold was chosen on this very run, \
        so a new day will be judged less well.
        """)
    ] + shown(figures.warningCurve(warning))
  }
}

extension EarlyWarning {
  /// Judges the warning over a run; nil where nothing happened that it could tell.
  init?(_ result: HighwayResult) {
    guard result.scenario.service.model == .physics else { return nil }
    self.init(series: result.outcome.series, outcome: result.outcome, plan: result.plan)
    if area == nil { return nil }
  }
}
