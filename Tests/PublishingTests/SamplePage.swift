import Figures
import Publishing
import Reports
import RunRecords
import Templating
import Text

/// A report with something of everything.
enum SamplePage {
  static let provenance = Provenance(
    tool: "queue",
    program: ProgramVersion(
      version: "0.1.0", commit: "86f67d5c0ffee86f67d5c0ffee86f67d5c0ffee1",
      hasUncommittedChanges: false),
    command: [
      "evtools", "queue", "--arrivals", "12", "--service", "lognormal", "--service-mean", "30",
      "--target-wait-p95", "10", "--run-name", "Harbour, second try",
    ],
    options: [
      "arrivals": 12, "service": "lognormal", "service_mean": 30.0, "target_wait_p95": 10,
      "chargers": "7-11", "replications": 20, "patience": nil,
    ], seeds: [1], runName: "Harbour, second try",
    scenario: .init(path: "station.json", sha256: SHA256.hex(of: Array("{}".utf8))),
    inputs: [.init(path: "trace.csv", sha256: SHA256.hex(of: Array("x".utf8)))],
    date: "2026-11-20", tags: ["lognormal", "target"])

  static let table = ReportTable(
    caption:
      "Simulated ± half of the 95 % interval. Targets are met when the whole interval is within.",
    columns: [
      .init("chargers"), .init("wait (min)"), .init("95 % (min)"), .init("must wait %"),
      .init("in use %"), .init("waiting"), .init("targets", isNumeric: false),
    ],
    rows: [
      ["7", "11.96 ± 0.49", "47.77 ± 2.37", "60.21 ± 0.71", "85.70", "2.39", "missed"],
      ["8", "3.52 ± 0.13", "18.99 ± 0.53", "34.46 ± 0.54", "74.99", "0.70", "missed"],
      ["9", "1.33 ± 0.06", "9.55 ± 0.34", "18.65 ± 0.39", "66.65", "0.27", "met"],
      ["10", "0.53 ± 0.03", "4.04 ± 0.24", "9.63 ± 0.27", "59.98", "0.11", "met"],
      ["11", "0.21 ± 0.01", "0.00 ± 0.00", "4.67 ± 0.19", "54.53", "0.04", "met"],
    ])

  static let hours = ReportTable(
    caption: "The day with 9 chargers: how many charge and wait, as means over each hour.",
    columns: [.init("hour"), .init("charging"), .init("exact"), .init("waiting")],
    rows: (0..<24).map { hour in
      let busy = 2 + Double((hour * 7) % 24) / 4
      return [
        "\(hour)", busy.text(decimals: 2) + " ± 0.04", (busy + 0.01).text(decimals: 2),
        hour < 6 ? "–" : (busy / 9).text(decimals: 2),
      ]
    })

  static let keyNumbers = [
    KeyNumber(
      "95 % of customers wait at most", "9.55", interval: "9.21 to 9.89", unit: "min",
      sampleSize: 20, judgement: .init(.met, "The whole interval is below 10 min.")),
    KeyNumber("Mean wait", "1.33", interval: "1.27 to 1.39", unit: "min", sampleSize: 20),
    KeyNumber(
      "In use", "66.7", interval: "66.5 to 66.8", unit: "%", sampleSize: 20,
      judgement: .init(
        .open, "75 % lies outside, but no target for it was set with 95 % confidence.")
    ),
    KeyNumber(
      "With 8 chargers wait", "18.99", interval: "18.46 to 19.52", unit: "min", sampleSize: 20,
      judgement: .init(.missed, "10 min were asked for.")),
  ]

  static let report = Report(
    title: "How many chargers does the harbour need?",
    verdict:
      "9 chargers are enough: 95 % of customers wait at most 9.55 minutes (target 10 minutes), with 95 % confidence. With 8 chargers 95 % of customers wait at most 19 minutes.",
    parts: [
      .keyNumbers(keyNumbers),
      .section("Waiting"),
      .prose(
        "Customers come at random, 12 in an hour, and charge for 30 minutes on average. The wait falls steeply with each further charger, as the queue is emptied faster than it grows; beyond nine chargers hardly anybody waits."
      ),
      .figure(SampleFigures.waits), .table(table),
      .section("Over the week"), .figure(SampleFigures.load), .table(hours),
      .section("Cost"), .figure(SampleFigures.cost),
      .keyNumbers([KeyNumber("Cost per year", "246 000", unit: "€")]),
      .prose(
        "20 independent runs of 20 000 customers, after 487 or fewer that are not counted. All numbers stand in the run's folder."
      ),
    ],
    data: [
      DataTable(
        name: "rows", columns: ["chargers", "wait_mean"],
        rows: [[7, 11.9612], [8, 3.5177], [9, 1.3311], [10, nil], [11, 0.21]])
    ])

  static func page(
    _ report: Report = report, provenance: Provenance = provenance, fontCSS: String = ""
  ) -> ReportPage {
    ReportPage(
      report: report, figures: SampleFigures.page, provenance: provenance, fontCSS: fontCSS,
      figureCSS: SampleFigures.css)
  }

  static let html = Result { try page().html() }
}
