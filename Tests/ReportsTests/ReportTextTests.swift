import Figures
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

  @Test("has headings, key numbers with what they are judged by, and a line for each figure")
  func richParts() {
    let figure = Figure("waits", "Waiting time", caption: "Band.")
    let report = Report(
      title: "", verdict: "",
      parts: [
        .section("Warten für alle"),
        .keyNumbers([
          KeyNumber(
            "95 % wait", "9.55", interval: "9.21 to 9.89", unit: "min", sampleSize: 1200,
            judgement: .init(.met, "It is below 10 min.")),
          KeyNumber("In use", "67"),
        ]), .figure(figure),
      ])
    let expected = """
      Warten für alle
      ===============

      95 % wait: 9.55 min (9.21 to 9.89), n = 1\u{202F}200
        target met: It is below 10 min.
      In use: 67

      Figure waits: Waiting time

      """
    #expect(report.partsText == expected)
  }

  @Test("has a picture below the name of a figure, where there is one")
  func preview() {
    let report = Report(
      title: "", verdict: "",
      parts: [
        .figure(Figure("waits", "Waits")), .figure(Figure("costs", "Costs")), .prose("Done."),
      ])
    let text = report.partsText { $0 == "waits" ? "::\n.:\n" : nil }
    #expect(text == "Figure waits: Waits\n::\n.:\n\nFigure costs: Costs\n\nDone.\n")
  }
}
