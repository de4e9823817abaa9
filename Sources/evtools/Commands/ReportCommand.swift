import AnalysisKit
import Glibc
import Publishing
import RunRecords
import Text

/// `evtools report verify FILE` and `evtools report rerun FILE`.
struct ReportItem: RackItem {
  private static let verbs: [any RackItem] = [
    CommandItem<ReportVerifyCommand>(), CommandItem<ReportRerunCommand>(),
  ]

  let card = ToolCard(
    name: "report", summary: "Check a report, or make it again", group: .records,
    discussion: """
      A report is one HTML file that says how it was made and carries fingerprints of its parts. \
      `verify` says whether anything in it was altered and what, and ends with 0 or 1; it finds changes, not a forger \
      who writes all fingerprints anew. `rerun` runs the same tool with the same options and seed into a new run \
      and says whether its report has the same bytes.
      """,
    examples: [
      .init("report verify output/latest/report.html", "is it still what was written?"),
      .init("report rerun output/latest/report.html", "the same report again"),
    ])

  var options: [OptionDescription] { Self.verbs[1].options }
  var commonOptions: [OptionDescription] { [] }
  var arguments: ArgumentsWords? {
    ArgumentsWords(
      placeholder: "verify|rerun FILE", isRequired: true, words: Self.verbs.map(\.name),
      completesPaths: true)
  }

  func run(_ arguments: [String], at door: Door) throws(ToolFailure) -> ExitCode {
    guard let word = arguments.first else {
      throw .usage(.missingArgument("verify or rerun"))
    }
    guard let verb = Self.verbs.first(where: { $0.name == word }) else {
      throw .usage(
        .conflict("`evtools report` takes verify or rerun, and then a file; not \(word.quoted)."))
    }
    return try verb.run(Array(arguments.dropFirst()), at: door)
  }
}

/// `evtools report verify FILE`.
struct ReportVerifyCommand: Command {
  static let card = ToolCard(
    name: "verify", summary: "Say whether a report was altered", group: .records, discussion: "",
    examples: [])

  struct Options: ToolOptions {
    var file: String?
    var json = false
    static let grammar = OptionGrammar<Options>(
      [.value("json", \.json, "Print one JSON object and nothing else.")],
      arguments: .one("FILE", \.file, isRequired: true, completesPaths: true))
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    let report = try ReportFile(options.file ?? "").report
    if options.json {
      try door.console.print(json: [
        "sound": .bool(report.isSound), "title": .string(report.title),
        "tool": .string(report.provenance.tool),
        "alterations": .array(report.alterations.map { .string($0.words) }),
      ])
    } else {
      try door.console.print(report.verdict + "\n")
    }
    return report.isSound ? .done : .answerIsNo
  }
}

/// `evtools report rerun FILE`.
struct ReportRerunCommand: Command {
  static let card = ToolCard(
    name: "rerun", summary: "Make a report again", group: .records, discussion: "", examples: [])

  struct Options: ToolOptions {
    var file: String?
    var output = FilePath("output")
    var threads: Int?
    var json = false
    var quiet = false
    var force = false
    static let grammar = OptionGrammar<Options>(
      [
        .value("output", short: "o", \.output, "The folder below which runs are kept."),
        .optional(
          "threads", short: "j", \.threads, in: 1...1024,
          "How many threads work; results do not depend on it."),
        .value("quiet", short: "q", \.quiet, "Say nothing but the result."),
        .value("json", \.json, "Print one JSON object and nothing else."),
        .value(
          "force", short: "f", \.force,
          "Go on although the report or the input files have changed."),
      ], arguments: .one("FILE", \.file, isRequired: true, completesPaths: true))
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    // Read before the run, which `output/latest` will point to afterwards.
    let file = try ReportFile(options.file ?? "")
    let report = file.report
    guard report.isSound || options.force else {
      throw .input(
        InputFailure(
          file: file.path, problem: report.alterations.map(\.words).listed(conjunction: "and"),
          remedy: "Add --force to run what it says now."))
    }
    let record = report.provenance.record
    guard let item = toolRack.first(where: { $0.name == record.tool }) as? any Repeatable else {
      throw .usage(
        .unknownTool(record.tool, near: NearestNames.of(record.tool, among: toolRack.map(\.name))))
    }
    let listener = options.quiet || options.json ? nil : ProgressBar(door.console)
    let original = RunFolder(path: options.output.text + "/.report-\(getpid())")
    defer { try? FileSystem.remove(original.path) }
    do { try original.write(Array(record.json.prettyText.utf8), as: "run.json") } catch {
      throw .file(error)
    }
    let made = try item.repeatRun(
      original, into: options.output.text, threads: options.threads, force: options.force,
      listener: listener)
    return try say(made, comparedWith: file, options, door)
  }

  private func say(
    _ made: RunFolder, comparedWith file: ReportFile, _ options: Options, _ door: Door
  ) throws(ToolFailure) -> ExitCode {
    let path = made.path + "/report.html"
    let isSame = try ReportFile.bytes(path) == file.bytes
    let verdict =
      isSame
      ? "Every byte agrees: \(path) is the same report again."
      : "\(path) differs from \(file.path)."
    if options.json {
      try door.console.print(json: [
        "same": .bool(isSame), "run": .string(made.path), "verdict": .string(verdict),
      ])
    } else {
      try door.console.print(verdict + "\n")
    }
    return isSame ? .done : .answerIsNo
  }
}

/// A report that the user names, as it was when it was read.
struct ReportFile {
  /// The file, as the user named it.
  let path: String
  /// Its content.
  let bytes: [UInt8]
  /// What it says, and whether it was altered.
  let report: ReportVerifier

  init(_ path: String) throws(ToolFailure) {
    self.path = path
    bytes = try Self.bytes(path)
    do { report = try ReportVerifier(bytes) } catch {
      throw .input(
        InputFailure(
          file: path, problem: "this is no report of evtools: \(error)",
          remedy: "A report is the file report.html in the folder of a run."))
    }
  }

  static func bytes(_ path: String) throws(ToolFailure) -> [UInt8] {
    do { return try FileSystem.read(path) } catch { throw .file(error) }
  }
}
