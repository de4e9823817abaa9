import Figures
import Publishing
import Reports
import RunRecords
import Text

/// A report whose every text tries to be something else.
enum HostilePage {
  static let texts = [
    "<script>alert(1)</script>", "</script><img src=x onerror=alert(2)>",
    "\"'><b onclick=alert(3)>",
    "</style><style>*{display:none}</style>", "\u{202E}desrever\u{202C} שלום عربى",
    "<!-- {{title}} {{{x}}} -->", "&lt;b&gt; &amp;amp;", "]]></svg></title><svg onload=alert(4)>",
    "javascript:alert(5)", "https://example.org/x.png",
    "\u{0}\u{7}tab\tline\nbreak", "\"page_sha256\":\"" + String(repeating: "0", count: 64) + "\"",
    String(repeating: "averylongwordwithoutanyblank", count: 8),
  ]

  /// All texts in one.
  static let everything = texts.joined(separator: " ")

  static let page = ReportPage(
    report: Report(
      title: everything, verdict: everything,
      parts: [
        .keyNumbers([
          KeyNumber(
            everything, texts[0], interval: texts[1], unit: texts[2], sampleSize: 7,
            judgement: .init(.missed, everything))
        ]),
        .section(everything), .prose(everything),
        .table(
          ReportTable(
            caption: everything, columns: texts.map { .init($0) },
            rows: [texts, texts.reversed()])),
        .figure(
          Figure.captioned(
            texts[0], title: everything,
            caption: RichText(runs: texts.map { .init($0, scripts: [.superscript]) }))),
        .figure(
          Figure.captioned(texts[1], title: everything, caption: RichText(plain: everything))),
      ], data: [DataTable(name: texts[2], columns: texts, rows: [texts.map { _ in 1 }])]),
    figures: [
      PageFigure(
        name: texts[0], svg: "<svg width=\"10\" height=\"10\"></svg>",
        attachments: [.init(fileName: texts[1], mediaType: texts[2], bytes: Array(texts[0].utf8))],
        csv: CSVWriter.text(header: texts, rows: [texts, texts]).replacing("\u{0}", with: ""),
        altText: everything)
    ],
    provenance: Provenance(
      tool: everything,
      program: ProgramVersion(version: texts[0], commit: texts[1], hasUncommittedChanges: true),
      command: texts, options: JSONObject(texts.map { ($0, .string($0)) }), seeds: [1, 2],
      runName: everything, scenario: .init(path: texts[1], sha256: texts[2]),
      inputs: texts.map { .init(path: $0, sha256: $0) }, date: texts[0], tags: texts))
}
