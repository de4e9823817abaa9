public import RunRecords
public import Templating
internal import Text

/// A static site of all reports in an output folder: one page with a card for each, and each report in a folder.
///
/// Only what changed is written, and only what was written here before is ever replaced or removed.
///
///     try Site(program: program).publish("output", to: "public")   // 12 written, 0 unchanged, 0 removed
public struct Site: Sendable {
  private let title: String
  private let program: ProgramVersion
  private let fontCSS: String
  private let templates: TemplateLibrary

  /// Describes a site; fonts and templates are those of ``ReportPage``.
  public init(
    title: String = "Reports", program: ProgramVersion, fontCSS: String = "",
    templates: TemplateLibrary = ReportPage.builtInTemplates
  ) {
    self.title = title
    self.program = program
    self.fontCSS = fontCSS
    self.templates = templates
  }

  /// Publishes the complete runs of an output folder that have a `report.html`, the newest first.
  ///
  /// A run whose files are not as they were written is left out, and the publication says why. The folder has to be
  /// empty, new, or one that was published into before.
  public func publish(_ output: String, to folder: String) throws(SiteFailure) -> Publication {
    let folder = SiteFolder(folder)
    let before = try folder.manifest()
    var publication = Publication()
    let reports = try reports(in: output, &publication)
    guard !reports.isEmpty else {
      throw .noReports(in: output, skipped: publication.skipped)
    }
    publication.reports = reports.count
    var files: [(path: String, bytes: [UInt8])] = [
      ("index.html", Array(try index(of: reports).utf8))
    ]
    for report in reports {
      files += report.files.map { (report.name + "/" + $0.path, $0.bytes) }
    }
    try folder.replace(before, with: files, &publication)
    return publication
  }

  private func reports(
    in output: String, _ publication: inout Publication
  ) throws(SiteFailure) -> [SiteReport] {
    let runs: [(RunFolder, RunRecord)]
    do { runs = try RunFolder.all(in: output) } catch { throw .file(error) }
    var reports: [SiteReport] = []
    for (folder, record) in runs.reversed() where record.status == .complete {
      do {
        if let report = try SiteReport(folder, record) { reports.append(report) }
      } catch {
        publication.skipped.append(.init(run: folder.path, reason: error.reason))
      }
    }
    return reports
  }

  private func index(of reports: [SiteReport]) throws(SiteFailure) -> String {
    let assets = PageAssets(
      templates: templates, program: program, language: "en", fontCSS: fontCSS, figureCSS: "",
      styles: ["page.css", "site.css"], script: "search.js", pictures: "'self' data:")
    let tags = reports.flatMap(\.tags).uniqued.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    do throws(TemplateFailure) {
      var content: TemplateObject = [
        "title": .text(title), "count": .text(reports.count.counted("report", "reports")),
        "allTags": .text(tags.joined(separator: "\n")), "reports": .list(reports.map(\.card)),
      ]
      for (key, value) in try assets.members() { content[key] = value }
      return try Template(named: "index.html", in: templates).render(.object(content.readable))
    } catch {
      throw .template(error)
    }
  }
}
