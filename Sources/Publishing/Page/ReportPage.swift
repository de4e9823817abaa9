public import Reports
public import Templating
internal import RunRecords
internal import Templates
internal import Text

/// A report as one HTML file that loads nothing and is complete without scripts.
///
/// Equal reports give equal bytes. The file carries how it was made and fingerprints of its parts, which
/// ``ReportVerifier`` holds against the parts.
///
///     let page = ReportPage(report: report, figures: drawn, provenance: provenance, fontCSS: fonts)
///     try page.html()   // <!doctype html> …
public struct ReportPage: Sendable {
  let report: Report
  let figures: [PageFigure]
  let provenance: Provenance
  private let fontCSS: String
  private let figureCSS: String
  private let language: String
  private let templates: TemplateLibrary

  /// Puts a page together.
  ///
  /// Figures are found by their names; one that the report does not name is left out. `fontCSS` holds
  /// `@font-face` rules with `data:` addresses for a family named Inter, `figureCSS` the rules that the drawings
  /// need; both may be empty. The language of the texts is named as in BCP 47.
  public init(
    report: Report, figures: [PageFigure] = [], provenance: Provenance, fontCSS: String = "",
    figureCSS: String = "", language: String = "en",
    templates: TemplateLibrary = ReportPage.builtInTemplates
  ) {
    self.report = report
    self.figures = figures
    self.provenance = provenance
    self.fontCSS = fontCSS
    self.figureCSS = figureCSS
    self.language = language
    self.templates = templates
  }

  /// The templates that come with the program.
  public static var builtInTemplates: TemplateLibrary { BuiltInTemplates.library }

  /// Returns the file.
  ///
  /// The page is rendered once to see its parts as a reader sees them, and again with their fingerprints; so
  /// what writes them cannot disagree with what checks them, whatever the templates look like.
  public func html() throws(TemplateFailure) -> String {
    let assets = PageAssets(
      templates: templates, program: provenance.program, language: language, fontCSS: fontCSS,
      figureCSS: figureCSS, styles: ["page.css"], script: "table.js", pictures: "data:")
    let template = try Template(named: Self.template, in: templates)
    var content = PageModel(self).content.readable
    for (key, value) in try assets.members() { content[key] = value.readable }

    func render(_ parts: [PagePart]) throws(TemplateFailure) -> [UInt8] {
      let account = AccountModel(provenance, parts)
      content["provenance"] = account.value.readable
      content["provenanceData"] = .script(
        SafeScript(data: ProvenanceBlock(provenance: provenance, parts: parts).json))
      return Array(try template.render(.object(content)).utf8)
    }
    let draft = try render([])
    let page = try render(
      Self.reading { () throws(ReportFileFailure) in
        try PageContent(draft).parts
      })
    return try Self.reading { () throws(ReportFileFailure) in
      String(decoding: try ProvenanceBlock.sealed(page), as: UTF8.self)
    }
  }

  private static let template = "report.html"

  /// Reads what was rendered; what is wrong there comes from a template of the user's own.
  private static func reading<Value>(
    _ read: () throws(ReportFileFailure) -> Value
  ) throws(TemplateFailure) -> Value {
    do { return try read() } catch {
      let reason: TemplateFailure.Reason =
        error == .noProvenance
        ? .unknownBlock("provenance", parent: template, near: []) : .ambiguousHTML("\(error)")
      throw TemplateFailure(
        template: template, position: TextPosition(line: 1, column: 1), reason: reason)
    }
  }
}
