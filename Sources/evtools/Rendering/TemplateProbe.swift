import Figures
import Publishing
import Reports
import RunRecords
import Templating
import Text

/// A page with one of everything, on which templates show their faults before the work begins.
enum TemplateProbe {
  /// Fills in the templates as a report would.
  static func check(_ templates: TemplateLibrary) throws(TemplateFailure) {
    _ = try ReportPage(
      report: report, figures: [figure],
      provenance: Provenance(
        tool: "probe", program: BuildStamp.program, command: ["evtools"], options: ["a": 1],
        seeds: [1], runName: "probe", inputs: [.init(path: "file", sha256: "0")],
        date: "1970-01-01"),
      templates: templates
    ).html()
  }

  private static let report = Report(
    title: "Probe", verdict: "Sound.",
    parts: [
      .keyNumbers([
        KeyNumber(
          "Waits", "1", interval: "0 to 2", unit: "min", sampleSize: 2,
          judgement: .init(.met, "Yes."))
      ]),
      .section("Section"), .prose("Prose."),
      .table(ReportTable(caption: "Table", columns: [.init("a")], rows: [["1"]])),
      .figure(Figure("probe", "Probe")),
    ], data: [DataTable(name: "rows", columns: ["a"], rows: [[1]])])

  private static let figure = PageFigure(
    name: "probe", svg: "<svg></svg>",
    attachments: [.init(fileName: "probe.pdf", mediaType: "application/pdf", bytes: [1])],
    csv: "a\n1\n", altText: "Probe")
}
