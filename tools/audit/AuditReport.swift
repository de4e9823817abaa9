import HighwayWorld
import Reports
import Text

/// What an audit found.
struct AuditReport {
  let folder: String
  let lines: [BookLine]
  let measures: [(name: String, derived: Double, reported: Double)]
  let complaints: [String]

  /// Whether everything follows from the log.
  var isClean: Bool { complaints.isEmpty && wrong.isEmpty }

  private var wrong: [String] {
    lines.filter { !$0.isBalanced }.map { "\($0.book.rawValue): \($0.name)" }
      + measures.filter { !Self.agree($0.derived, $0.reported) }.map(\.name)
  }

  private static func agree(_ left: Double, _ right: Double) -> Bool {
    (left - right).magnitude <= 1e-9 * max(1, left.magnitude, right.magnitude)
  }

  /// What is wrong, in a clause.
  var complaint: String {
    let all = complaints + wrong.map { "not as the log says: " + $0 }
    return all.prefix(5).joined(separator: "; ")
      + (all.count > 5 ? "; and \(all.count - 5) more" : "")
  }

  var report: Report {
    let count = lines.count + measures.count
    let verdict =
      "All \(count.groupedText) numbers of the run follow from its event log; the largest residual is "
      + "\(worst.text(significantDigits: 2)) of what was turned over."
    return Report(
      title: "An audit", verdict: verdict, parts: [.table(books), .table(derived)],
      json: [
        "run_audited": .string(folder), "agrees": .bool(isClean), "numbers": .integer(count),
        "largest_relative_residual": .number(worst),
        "residuals": .object(
          JSONObject(
            BookLine.Book.allCases.map { ($0.rawValue, JSON.number(residual(of: $0))) })),
        "verdict": .string(verdict),
      ],
      data: [
        DataTable(
          name: "residuals",
          words: [.init("book", lines.map(\.book.rawValue)), .init("number", lines.map(\.name))],
          columns: ["derived", "reported", "residual"],
          rows: lines.map { [$0.left, $0.right, $0.residual] })
      ])
  }

  private var worst: Double {
    let relative =
      lines.map { $0.residual.magnitude / max(1, $0.left.magnitude) }
      + measures.map { ($0.derived - $0.reported).magnitude / max(1, $0.derived.magnitude) }
    return relative.max() ?? 0
  }

  private func residual(of book: BookLine.Book) -> Double {
    lines.filter { $0.book == book }.map(\.residual.magnitude).max() ?? 0
  }

  private var books: ReportTable {
    ReportTable(
      caption: "The four books: numbers derived from the log against the meters of the run.",
      columns: [
        .init("book", isNumeric: false), .init("numbers compared"), .init("largest residual"),
      ],
      rows: BookLine.Book.allCases.map { book in
        [
          book.rawValue, "\(lines.count { $0.book == book })",
          residual(of: book).text(significantDigits: 2),
        ]
      })
  }

  private var derived: ReportTable {
    ReportTable(
      caption: "The reported measures, derived again.",
      columns: [
        .init("measure", isNumeric: false), .init("from the log"), .init("reported"),
        .init("residual"),
      ],
      rows: measures.map { line in
        [
          line.name, line.derived.text(significantDigits: 8),
          line.reported.text(significantDigits: 8),
          (line.derived - line.reported).text(significantDigits: 2),
        ]
      })
  }
}
