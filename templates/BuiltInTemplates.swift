public import Templating

/// The pages, styles and scripts that are part of the program; a folder of the user's own may replace any of them.
///
///     BuiltInTemplates.library.source(of: "report.html")   // {{<page.html}} …
public enum BuiltInTemplates {
  /// All of them, by the names of their files.
  public static let library = TemplateLibrary(
    names: files.map(\.name), source: { name in files.first { $0.name == name }?.text })

  private static let files = [
    File("figure.html", PackageResources.figure_html),
    File("index.html", PackageResources.index_html),
    File("note.html", PackageResources.note_html),
    File("numbers.html", PackageResources.numbers_html),
    File("page.css", PackageResources.page_css),
    File("page.html", PackageResources.page_html),
    File("prose.html", PackageResources.prose_html),
    File("provenance.html", PackageResources.provenance_html),
    File("report.html", PackageResources.report_html),
    File("search.js", PackageResources.search_js),
    File("site.css", PackageResources.site_css),
    File("table.html", PackageResources.table_html),
    File("table.js", PackageResources.table_js),
  ]

  private struct File: Sendable {
    let name: String
    let text: String

    init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      text = String(decoding: bytes, as: UTF8.self)
    }
  }
}
