import AnalysisKit
import HighwayWorld
import Reports
import Statistics

/// The sweep as tables to keep.
struct StrandingData {
  private let result: StrandingResult

  init(_ result: StrandingResult) { self.result = result }

  var tables: [DataTable] {
    [levels, critical, hours, patterns, tornado, attribution, evaluations].compactMap { $0 }
  }

  private var factor: String { result.plan.infrastructure.name }

  private static let levelColumns =
    [
      "vehicles_per_hour", "replications", "entered", "completed", "stranded", "share", "share_low",
      "share_high",
    ] + StrandingCause.allCases.map { "share_" + $0.name } + [
      "runs_with_any", "first_stranding_h", "wait_mean_min",
    ]

  private func row(_ cell: StrandingCell) -> [Double?] {
    [
      cell.level, Double(cell.replications), cell.entered, cell.completed, cell.stranded,
      cell.rate.mean, cell.rate.low, cell.rate.high,
    ] + cell.causes + [Double(cell.firstHours.count), cell.medianFirstHour, cell.wait]
  }

  private var levels: DataTable {
    DataTable(
      name: "levels", columns: [factor] + Self.levelColumns,
      rows: result.curves.flatMap { curve in curve.cells.map { [curve.size] + row($0) } })
  }

  private var critical: DataTable {
    DataTable(
      name: "critical",
      columns: [
        factor, "critical", "critical_low", "critical_high", "share_within", "knee", "knee_low",
        "knee_high",
      ],
      rows: result.curves.map { curve in
        [
          curve.size, curve.critical.mean, curve.critical.low, curve.critical.high,
          curve.shareWithin, curve.knee?.mean, curve.knee?.low, curve.knee?.high,
        ]
      })
  }

  /// Strandings per hour over the time of a run.
  private var hours: DataTable {
    let width = result.plan.model.binHours
    return DataTable(
      name: "hours", columns: [factor, "vehicles_per_hour", "from_h", "to_h", "stranded_per_hour"],
      rows: result.curves.flatMap { curve in
        curve.cells.flatMap { cell in
          cell.perHour.enumerated().map { bin, value in
            [curve.size, cell.level, Double(bin) * width, Double(bin + 1) * width, value]
          }
        }
      })
  }

  private var patterns: DataTable? {
    guard let patterns = result.patterns?.patterns else { return nil }
    return DataTable(
      name: "patterns",
      words: [
        .init("pattern", patterns.flatMap { pattern in pattern.cells.map { _ in pattern.name } })
      ],
      columns: Self.levelColumns, rows: patterns.flatMap { $0.cells.map { row($0) } })
  }

  private var tornado: DataTable? {
    guard let tornado = result.tornado else { return nil }
    let bars = tornado.tornado.bars
    let assumptions = bars.map { tornado.assumptions[$0.factor] }
    return DataTable(
      name: "tornado", words: [.init("assumption", assumptions.map(\.name))],
      columns: [
        "base", "low", "high", "change_low", "change_high", "difference", "difference_low",
        "difference_high",
      ],
      rows: zip(bars, assumptions).map { bar, assumption in
        [
          assumption.base, assumption.low, assumption.high, bar.low, bar.high, bar.interval?.mean,
          bar.interval?.low, bar.interval?.high,
        ]
      })
  }

  private var attribution: DataTable? {
    guard let attribution = result.attribution else { return nil }
    let names = ["saved", "newly_stranded", "net", "shapley", "share"]
    return DataTable(
      name: "attribution",
      columns: ["station", "position_km"] + names.flatMap { [$0, $0 + "_low", $0 + "_high"] },
      rows: attribution.stations.enumerated().map { number, station in
        [Double(number + 1), station.position]
          + [station.rescued, station.newlyStranded, station.net, station.value, station.share]
          .flatMap { [$0?.mean, $0?.low, $0?.high] }
      })
  }

  private var evaluations: DataTable {
    var table = DataTable(
      name: "evaluations",
      columns: ["design", factor, "vehicles_per_hour", "replicate"] + result.plan.model.measures,
      rows: result.evaluations.map { evaluation in
        [Double(evaluation.number)] + evaluation.design + [Double(evaluation.replicate)]
          + evaluation.values
      })
    table.isOnPage = false
    return table
  }
}
