import Reports
import Testing

@Suite("A report in a terminal")
struct ReportTextTests {
  @Test("has captions, lined-up numbers and blank lines between its parts")
  func parts() {
    let report = Report(
      title: "A queue", verdict: "Yes.",
      parts: [
        .prose("Two chargers."),
        .table(
          ReportTable(
            caption: "Waiting time",
            columns: [
              .init("chargers", isNumeric: true), .init("wait (min)"),
              .init("note", isNumeric: false),
            ],
            rows: [["2", "12.5", "too long"], ["10", "0.25", ""]])),
        .prose("Done."),
      ])
    let expected = """
      Two chargers.

      Waiting time
      chargers  wait (min)  note
      --------  ----------  --------
             2       12.5   too long
            10        0.25

      Done.

      """
    #expect(report.partsText == expected)
  }

  @Test("shows a table without rows")
  func emptyTable() {
    let table = ReportTable(caption: "Nothing", columns: [.init("n")])
    let report = Report(title: "", verdict: "", parts: [.table(table)])
    #expect(report.partsText == "Nothing\nn\n-\n")
  }
}
