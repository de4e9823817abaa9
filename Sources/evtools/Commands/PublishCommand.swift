import AnalysisKit
import Publishing
import RunRecords
import Templating
import Text

/// `evtools publish [OUTPUT] --to DIR`.
struct PublishCommand: Command {
  static let card = ToolCard(
    name: "publish", summary: "Make a web site of all reports", group: .records,
    discussion: """
      Writes one page with a card for every complete run that has a report, and each report with its data in a \
      folder of its own. The site needs no server of its own and loads nothing from elsewhere. Published again, only \
      what changed is written, and only what was written here before is ever replaced or removed.
      """,
    examples: [.init("publish --to site", "all runs in output/")])

  struct Options: ToolOptions {
    var output: String?
    var to: FilePath?
    var title = "Reports"
    var json = false
    static let grammar = OptionGrammar<Options>(
      [
        .optional(
          "to", \.to,
          "The folder of the site, always needed: a new one, or one published into before."),
        .value("title", \.title, "What the first page is called."),
        .value("json", \.json, "Print one JSON object and nothing else."),
      ], arguments: .one("OUTPUT", \.output, completesPaths: true))

    func check() throws(OptionFailure) {
      guard to != nil else { throw .conflict("publish needs a folder to write into: --to DIR.") }
    }
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    let folder = options.to?.text ?? ""
    guard FileSystem.isFolder(folder) || !FileSystem.exists(folder) else {
      throw .file(FileFailure(.write, folder, .isNotFolder))
    }
    let site = Site(title: options.title, program: BuildStamp.program)
    let done: Publication
    do { done = try site.publish(options.output ?? "output", to: folder) } catch {
      throw Self.failure(error, folder)
    }
    if options.json {
      try door.console.print(json: [
        "reports": .integer(done.reports), "written": .integer(done.written),
        "unchanged": .integer(done.unchanged), "removed": .integer(done.removed),
        "skipped": .array(
          done.skipped.map { ["run": .string($0.run), "reason": .string($0.reason)] }),
        "kept": .array(done.kept.map { .string($0) }),
      ])
      return .done
    }
    for run in done.skipped { door.console.complain("left out \(run.run): \(run.reason).") }
    for file in done.kept {
      door.console.complain("left \(file), which was changed since it was published.")
    }
    try door.console.print(
      "\(done.reports.counted("report", "reports")) in \(folder)/index.html: "
        + "\(done.written.counted("file", "files")) written, \(done.unchanged) unchanged, "
        + "\(done.removed) removed.\n")
    return .done
  }

  private static func failure(_ failure: SiteFailure, _ folder: String) -> ToolFailure {
    switch failure {
    case .file(let failure): .file(failure)
    case .template(let failure):
      .input(
        InputFailure(
          file: failure.template, position: failure.position, problem: failure.sentence))
    case .noReports(let output, _):
      .input(
        InputFailure(
          file: output, problem: failure.description,
          remedy: "`evtools runs` lists the runs that there are."))
    case .foreignFolder, .foreignFile, .brokenManifest:
      .input(
        InputFailure(
          file: folder, problem: failure.description,
          remedy: "Name a new or an empty folder with --to DIR."))
    }
  }
}
