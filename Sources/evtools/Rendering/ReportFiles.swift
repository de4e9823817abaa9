import AnalysisKit
import Drawing
import Figures
import Publishing
import Reports
import RunRecords
import Templating
import Text

/// Turns reports into what stands in the folder of a run: data, figures, tables for LaTeX, and the page.
///
/// Fonts and templates are found when it is made: before the work that a missing one would bring to nothing.
struct ReportFiles {
  private let presentation: Presentation
  private let studio: FigureStudio
  private let templates: TemplateLibrary

  init(_ presentation: Presentation, threads: Int) throws(ToolFailure) {
    self.presentation = presentation
    studio = try FigureStudio(presentation, threads: threads)
    guard let folder = presentation.templates else {
      templates = ReportPage.builtInTemplates
      return
    }
    templates = try Self.templates(of: folder)
    do { try TemplateProbe.check(templates) } catch { throw .template(error, in: folder) }
  }

  /// Writes all files of a report, and declares the run complete; returns the figures as they were drawn.
  @discardableResult
  func keep(
    _ report: Report, _ record: RunRecord, in folder: RunFolder, _ environment: RunEnvironment
  ) throws(ToolFailure) -> [DrawnFigure] {
    var record = record
    record.verdict = report.verdict
    record.seed = report.seed ?? record.seed
    let figures = try studio.draw(report)
    let page = try page(report, record, figures)
    do throws(FileFailure) {
      for table in report.data { try keep(table, in: folder) }
      try folder.write(
        Array(JSON.object(report.json).prettyText.utf8), as: "data/\(report.answerName).json")
      for (name, content) in report.documents {
        try folder.write(Array(JSON.object(content).prettyText.utf8), as: "data/\(name).json")
      }
      for (index, table) in report.tables.enumerated() {
        try folder.write(
          Array(table.latex(label: "tab:\(index + 1)").utf8), as: "tables/table-\(index + 1).tex")
      }
      for file in figures.flatMap(\.files) { try folder.write(file.bytes, as: file.path) }
      try folder.write(Array(page.utf8), as: "report.html")
      try folder.complete(record, environment: environment)
    } catch {
      throw .file(error)
    }
    return figures
  }

  /// Writes a table of data in the formats that were asked for.
  private func keep(_ table: DataTable, in folder: RunFolder) throws(FileFailure) {
    let export = table.export
    for format in presentation.data.formats {
      let name = "data/\(table.name).\(format.rawValue)"
      switch format {
      case .csv: try folder.write(Array(table.csv.utf8), as: name)
      case .parquet: try export?.write(.parquet, to: "\(folder.path)/\(name)")
      case .jsonLines: try export?.write(.jsonLines, to: "\(folder.path)/\(name)")
      }
    }
  }

  // MARK: - The page

  private func page(
    _ report: Report, _ record: RunRecord, _ figures: [DrawnFigure]
  ) throws(ToolFailure) -> String {
    var use = FontUse(of: figures.map(\.scene))
    // Text of the page may hold any of these in any of its styles.
    let letters = String(String.UnicodeScalarView((0x20..<0x7F).compactMap(UnicodeScalar.init)))
    for (isBold, isItalic) in [(false, false), (true, false), (false, true)] {
      use.add(letters + "–—−×·…→≤≥±€°²³µ“”‘’✓✗", isBold: isBold, isItalic: isItalic)
    }
    use.add(report.allText)
    use.add(report.allText, isBold: true)
    let fonts: EmbeddedFonts
    do { fonts = try EmbeddedFonts(for: use, from: studio.fonts) } catch { throw .drawing(error) }
    let date = studio.date == 0 ? nil : Provenance.date(ofEpochSecond: studio.date)
    let page = ReportPage(
      report: report,
      figures: PageFigure.figures(figures, fonts),
      provenance: Provenance(
        record, command: RunCommandLine(record).words, date: date, tags: tags(of: record)),
      fontCSS: fonts.css, figureCSS: Self.figureCSS, templates: templates)
    do { return try page.html() } catch { throw .template(error, in: presentation.templates) }
  }

  /// Figures follow the page into the dark on a screen, and stay light on paper.
  private static let figureCSS =
    SVGFile.styleSheet + ":root{" + SVGFile.variables(of: .light) + "}\n"
    + "@media screen and (prefers-color-scheme:dark){:root{" + SVGFile.variables(of: .dark) + "}}\n"

  private func tags(of record: RunRecord) -> [String] {
    [record.tool] + (presentation.preset.map { [$0.rawValue] } ?? [])
  }

  /// The templates of a folder, and those of the program where it has none.
  private static func templates(of folder: String) throws(ToolFailure) -> TemplateLibrary {
    guard FileSystem.isFolder(folder) else {
      throw .file(FileFailure(.read, folder, FileSystem.exists(folder) ? .isNotFolder : .missing))
    }
    let names = ReportPage.builtInTemplates.names
    var sources: [String: String] = [:]
    for name in names where FileSystem.exists(folder + "/" + name) {
      let bytes: [UInt8]
      do { bytes = try FileSystem.read(folder + "/" + name) } catch { throw .file(error) }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw .input(
          InputFailure(
            file: folder + "/" + name, problem: "it is not text in UTF-8",
            remedy: "Save it as UTF-8."))
      }
      sources[name] = text
    }
    guard !sources.isEmpty else {
      throw .input(
        InputFailure(
          file: folder, problem: "there is no template in it",
          remedy: "Templates have these names: \(names.listed(conjunction: "and"))."))
    }
    let own = sources
    return ReportPage.builtInTemplates.overridden(
      by: TemplateLibrary(names: own.keys.sorted(), source: { own[$0] }))
  }
}

extension Report {
  /// The tables for reading.
  fileprivate var tables: [ReportTable] {
    parts.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// Everything that is written in the page, for its fonts.
  fileprivate var allText: String {
    var texts = [title, verdict]
    for part in parts {
      switch part {
      case .section(let text), .prose(let text): texts.append(text)
      case .keyNumbers(let numbers):
        for number in numbers {
          texts += [number.label, number.value, number.interval ?? "", number.unit ?? ""]
        }
      case .table(let table):
        texts += [table.caption] + table.columns.map(\.title) + table.rows.flatMap { $0 }
      case .figure(let figure): texts += [figure.title, figure.caption.plainText]
      case .animation(let animation): texts += [animation.title, animation.caption.plainText]
      }
    }
    return texts.joined(separator: " ")
  }
}

extension ToolFailure {
  /// Words for what kept a figure from being drawn.
  static func drawing(_ failure: DrawingFailure) -> ToolFailure {
    switch failure {
    case .noInter:
      .missing(
        "the font Inter is not installed",
        remedy:
          "Install it with: apt-get install fonts-inter   (or name a folder of fonts with --font-dir DIR)"
      )
    case .unreadable(let path): .file(FileFailure(.read, path, reason(for: path)))
    case .noFonts(let folder):
      .input(
        InputFailure(
          file: folder, problem: "there is no font in it",
          remedy: "Put files there that end in .otf or .ttf."))
    case .brokenFont(let path):
      .input(InputFailure(file: path, problem: "it is no OpenType or TrueType font"))
    case .pageSize, .imageSize, .cairo, .pdf: .defect("\(failure)")
    }
  }

  private static func reason(for path: String) -> FileFailure.Reason {
    guard FileSystem.exists(path) else { return .missing }
    return FileSystem.isFolder(path) ? .notPermitted : .isNotFolder
  }

  /// Words for a template that cannot be used, one of a folder or one of ours.
  static func template(_ failure: TemplateFailure, in folder: String? = nil) -> ToolFailure {
    let path = folder.map { $0 + "/" + failure.template }
    let own = path.flatMap { FileSystem.exists($0) ? $0 : nil }
    return .input(
      InputFailure(
        file: own ?? failure.template, position: failure.position, problem: failure.sentence))
  }
}
