import AnalysisKit
import Glibc
import RunRecords
import Text

/// `evtools rerun RUN`.
struct RerunCommand: Command {
  static let card = ToolCard(
    name: "rerun", summary: "Repeat a run and say whether every byte agrees", group: .records,
    discussion: """
      Runs the same tool with the recorded options, seed and input files in a folder of its own, compares \
      every file but environment.json byte for byte, and removes the copy. Ends with 0 when all agree \
      and with 1 when they do not.
      """,
    examples: [.init("rerun output/latest", "the last run")])

  struct Options: ToolOptions {
    var run: String?
    var threads: Int?
    var json = false
    var quiet = false
    var force = false
    static let grammar = OptionGrammar<Options>(
      [
        .optional(
          "threads", short: "j", \.threads, in: 1...1024,
          "How many threads work; results do not depend on it."),
        .value("quiet", short: "q", \.quiet, "Say nothing but the result."),
        .value("json", \.json, "Print one JSON object and nothing else."),
        .value("force", short: "f", \.force, "Repeat although the input files have changed."),
      ], arguments: .one("RUN", \.run, isRequired: true, completesPaths: true))
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    let original = RunFolder(path: options.run ?? "")
    let record = try RecordedRunFile.record(original)
    guard record.status == .complete else {
      return door.complain(
        "\(original.path) is incomplete, so there is nothing to compare with.\n"
          + "Go on with: evtools \(record.tool) --resume \(original.path.shellWord)", .incomplete,
        asJSON: options.json)
    }
    guard let item = toolRack.first(where: { $0.name == record.tool }) as? any Repeatable else {
      throw .usage(
        .unknownTool(record.tool, near: NearestNames.of(record.tool, among: toolRack.map(\.name))))
    }
    let copies = FileSystem.folder(of: original.path) + "/.rerun-\(getpid())"
    defer { try? FileSystem.remove(copies) }
    let copy = try item.repeatRun(
      original, into: copies, threads: options.threads, force: options.force,
      listener: options.quiet || options.json ? nil : ProgressBar(door.console))
    return try compare(original, record, with: copy, options, door)
  }

  private func compare(
    _ original: RunFolder, _ record: RunRecord, with copy: RunFolder, _ options: Options,
    _ door: Door
  ) throws(ToolFailure) -> ExitCode {
    let differences: [String]
    do { differences = try original.differences(from: copy) } catch { throw .file(error) }
    let count = record.outputs.count + 1
    let sameProgram = record.program == BuildStamp.program
    let verdict: String
    if differences.isEmpty {
      verdict = "Every byte agrees: \(count.counted("file", "files")) of \(original.path)."
    } else {
      verdict =
        "\(differences.listed(conjunction: "and")) of \(original.path) came out different."
        + (sameProgram
          ? ""
          : " The run was made by evtools \(record.program.words), and this is \(BuildStamp.program.words).")
    }
    if options.json {
      try door.console.print(json: [
        "same": .bool(differences.isEmpty), "different": .array(differences.map { .string($0) }),
        "verdict": .string(verdict),
      ])
    } else {
      try door.console.print(verdict + "\n")
    }
    return differences.isEmpty ? .done : .answerIsNo
  }
}

/// Something on the rack whose runs can be made again.
protocol Repeatable {
  /// Its options with their defaults.
  var defaultOptions: JSONObject { get }

  func repeatRun(
    _ original: RunFolder, into output: String, threads: Int?, force: Bool,
    listener: (any ProgressListener)?
  ) throws(ToolFailure) -> RunFolder
}

extension ToolItem: Repeatable {
  var defaultOptions: JSONObject { Tool.Options.grammar.json(of: Tool.Options()) }

  func repeatRun(
    _ original: RunFolder, into output: String, threads: Int?, force: Bool,
    listener: (any ProgressListener)?
  ) throws(ToolFailure) -> RunFolder {
    let (recorded, options) = try RecordedRun<Tool>(original).parts
    if !force { try RecordedRun<Tool>.refuseChangedInputs(of: recorded) }
    var record = RunRecord(
      tool: recorded.tool, program: BuildStamp.program, name: recorded.name, seed: recorded.seed,
      options: Tool.Options.grammar.json(of: options), presentation: recorded.presentation,
      scenario: recorded.scenario)
    let threads = threads ?? Processors.count
    let files = try ReportFiles(Presentation(record.presentation), threads: threads)
    let workshop = Workshop(
      seed: record.seed, threads: threads, listener: listener,
      interruption: { Interruptions.signal != 0 })
    let report = try Tool().run(options, in: workshop)
    record.inputs = workshop.inputs
    let folder: RunFolder
    do { folder = try RunFolder.create(in: output, for: record) } catch { throw .file(error) }
    try files.keep(
      report, record, in: folder,
      RunEnvironment(threads: threads, command: ["evtools", "rerun", original.path]))
    return folder
  }
}
