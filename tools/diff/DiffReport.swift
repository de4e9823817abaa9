import Figures
import Reports
import Statistics
import Text

/// What is different between two runs.
struct DiffReport {
  private let first: ComparedRun
  private let second: ComparedRun
  private let lines: [Line]
  private let isPaired: Bool

  /// One measure of both.
  struct Line {
    let name: String
    let first: Double
    let second: Double
    /// Of the paired difference; nil where there are not at least two pairs.
    let interval: Interval?
    let varianceReduction: Double?

    var difference: Double { second - first }
    /// Whether the interval does not hold 0.
    var isSure: Bool { interval.map { !$0.contains(0) } ?? false }
  }

  init(_ first: ComparedRun, _ second: ComparedRun) {
    (self.first, self.second) = (first, second)
    let isPaired = first.seed == second.seed && first.rows.count == second.rows.count
    self.isPaired = isPaired
    lines = first.measures.enumerated().compactMap { index, name in
      guard let place = second.measures.firstIndex(of: name) else { return nil }
      let one = first.rows.map { $0[index] }
      let other = second.rows.map { $0[place] }
      let pairs = isPaired && one.count > 1 ? PairedDifference(other, one) : nil
      return Line(
        name: name, first: one.reduce(0, +) / Double(one.count),
        second: other.reduce(0, +) / Double(other.count), interval: pairs?.interval,
        varianceReduction: pairs?.varianceReduction)
    }
  }

  var report: Report {
    Report(
      title: "Two runs", verdict: verdict,
      parts: [.prose(changes), .table(table)] + (figure.map { [.figure($0)] } ?? []), json: json,
      data: [data])
  }

  // MARK: - Words

  private var verdict: String {
    guard lines.contains(where: { $0.difference != 0 }) else {
      return "Both runs have the same numbers."
    }
    guard isPaired, first.rows.count > 1 else {
      return
        "The runs differ, but how surely cannot be told: that takes two or more replications of "
        + "both with the same seed."
    }
    let sure = lines.filter(\.isSure)
    guard !sure.isEmpty else {
      return "No difference is sure: every 95 % interval holds 0."
    }
    let named = ["wait_mean_min", "stranded", "completed", "abandoned", "not_served_kwh"]
    let words = sure.filter { named.contains($0.name) }.map { line in
      "\(line.name) \(line.difference > 0 ? "+" : "−")"
        + line.difference.magnitude.text(significantDigits: 3)
    }
    return "\(sure.count.counted("measure differs", "measures differ")) surely"
      + (words.isEmpty ? "." : ": " + words.joined(separator: ", ") + ".")
  }

  private var changes: String {
    let different = first.parameters.differences(from: second.parameters)
    let shown = different.prefix(12).joined(separator: "; ")
    let count = first.rows.count.counted("replication", "replications")
    let pairing =
      isPaired
      ? "Seed \(first.seed), \(count) of each: the same cars."
      : "The seeds or the numbers of replications differ, so the runs did not meet the same cars."
    return pairing + " "
      + (different.isEmpty
        ? "The scenarios are the same."
        : "Changed: \(shown)\(different.count > 12 ? "; and more" : "").")
  }

  // MARK: - Numbers

  private var table: ReportTable {
    ReportTable(
      caption: "Means of both runs and the difference, second minus first, with its 95 % interval.",
      columns: [
        .init("measure", isNumeric: false), .init("first"), .init("second"), .init("difference"),
        .init("from"), .init("to"), .init("sure", isNumeric: false),
      ],
      rows: lines.filter { $0.first != 0 || $0.second != 0 }.map { line in
        [
          line.name, Self.text(line.first), Self.text(line.second), Self.text(line.difference),
          line.interval.map { Self.text($0.low) } ?? "–",
          line.interval.map { Self.text($0.high) } ?? "–", line.isSure ? "yes" : "no",
        ]
      })
  }

  private static func text(_ value: Double) -> String { value.text(significantDigits: 4) }

  /// Relative differences of the measures that changed, with their intervals.
  private var figure: Figure? {
    let shown = lines.filter { $0.first > 0 && $0.interval != nil && $0.isSure }.prefix(16)
    guard !shown.isEmpty else { return nil }
    func percent(_ line: Line, _ value: Double?) -> Double { 100 * (value ?? .nan) / line.first }
    return Figure(
      "differences", "What changed surely",
      caption: """
        Difference in % of the first run with its 95 % interval; measures whose interval holds 0 are left \
        out.
        """,
      keywords: ["difference", "common random numbers"]
    ) {
      Panel(
        x: Axis("Second minus first", unit: "%"),
        y: .categories(shown.map(\.name), reversed: true),
        aspect: min(1.1, max(0.25, 0.06 * Double(shown.count)))
      ) {
        Rule(x: 0)
        Intervals(
          at: shown.indices.map { Double($0) },
          centre: shown.map { percent($0, $0.difference) },
          low: shown.map { percent($0, $0.interval?.low) },
          high: shown.map { percent($0, $0.interval?.high) }, .horizontal)
      }
    }
  }

  private var json: JSONObject {
    [
      "first": .string(first.folder), "second": .string(second.folder),
      "paired": .bool(isPaired), "replications": .integer(first.rows.count),
      "changed": .array(first.parameters.differences(from: second.parameters).map { .string($0) }),
      "differences": .object(
        JSONObject(
          lines.map { line in
            (
              line.name,
              [
                "first": .number(line.first), "second": .number(line.second),
                "difference": .number(line.difference),
                "low": line.interval.map { .number($0.low) } ?? nil,
                "high": line.interval.map { .number($0.high) } ?? nil,
                "sure": .bool(line.isSure),
              ]
            )
          })),
      "verdict": .string(verdict),
    ]
  }

  private var data: DataTable {
    DataTable(
      name: "differences", words: [.init("measure", lines.map(\.name))],
      columns: ["first", "second", "difference", "low", "high", "variance_reduction"],
      rows: lines.map {
        [
          $0.first, $0.second, $0.difference, $0.interval?.low, $0.interval?.high,
          $0.varianceReduction,
        ]
      })
  }
}
