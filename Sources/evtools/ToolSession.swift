import AnalysisKit
import Figures
import Glibc
import Reports
import RunRecords
import Text

/// One run of a tool: from the command line to the run's folder and the printed answer.
struct ToolSession<Tool: AnalysisTool> {
  private let door: Door
  private let arguments: [String]
  private var common = CommonOptions()
  private var executor = ExecutorOptions()
  private var options = Tool.Options()
  private var scenario: ScenarioFile?

  /// Reads a command line.
  init(_ arguments: [String], at door: Door) throws(ToolFailure) {
    self.door = door
    self.arguments = arguments
    let line: CommandLineReader
    let item = ToolItem<Tool>()
    do throws(OptionFailure) {
      line = try CommandLineReader(
        Self.translated(arguments), knowing: item.options + item.commonOptions)
      if item.arguments == nil, let word = line.words.first { throw .unexpectedArgument(word) }
      try CommonOptions.grammar.apply(line, to: &common)
      try ExecutorOptions.grammar.apply(line, to: &executor)
      try executor.check()
      if item.options.contains(where: { $0.name == "scenario" }) { common.scenario = nil }
      try refuseOptionsBesideResume(line)
    } catch {
      throw .usage(error)
    }
    if let path = common.scenario {
      let file = try ScenarioFile(path.text)
      try file.apply(Tool.Options.grammar, to: &options)
      scenario = file
    }
    do throws(OptionFailure) {
      try Tool.Options.grammar.apply(line, to: &options)
      if common.resume == nil { try options.check() }
    } catch {
      throw .usage(error)
    }
  }

  /// Replaces other names of common options by theirs.
  private static func translated(_ arguments: [String]) -> [String] {
    arguments.map { argument in
      for (other, name) in Tool.Options.otherNames {
        if argument == "--" + other { return "--" + name }
        let start = "--" + other + "="
        if argument.hasPrefix(start) { return "--" + name + "=" + argument.dropFirst(start.count) }
      }
      return argument
    }
  }

  /// Runs the tool and prints its answer.
  func run() throws(ToolFailure) -> ExitCode {
    if let path = common.resume { return try resume(RunFolder(path: path.text)) }
    let record = RunRecord(
      tool: Tool.card.name, program: BuildStamp.program, name: common.runName, seed: common.seed,
      options: Tool.Options.grammar.json(of: options), presentation: Presentation(common).json,
      scenario: scenario?.record)
    let folder: RunFolder
    do { folder = try RunFolder.create(in: common.output.text, for: record) } catch {
      throw .file(error)
    }
    return try work(record, options, in: folder)
  }

  // MARK: - Going on with a run

  private func refuseOptionsBesideResume(_ line: CommandLineReader) throws(OptionFailure) {
    guard common.resume != nil else { return }
    let allowed =
      ["resume", "threads", "quiet", "json", "force", "progress"]
      + ExecutorOptions.grammar.descriptions.map(\.name)
    guard let other = line.assignments.first(where: { !allowed.contains($0.name) }) else { return }
    throw .conflict(
      "--resume goes on with the options of the run, so --\(other.name) cannot stand beside it.")
  }

  private func resume(_ folder: RunFolder) throws(ToolFailure) -> ExitCode {
    let (record, options) = try RecordedRun<Tool>(folder).parts
    guard record.status == .incomplete else {
      if folder.hasKeptWork { return try tidy(folder) }
      throw .usage(
        .conflict("\(folder.path) is complete; `evtools rerun \(folder.path)` makes it again."))
    }
    if !common.force { try refuseChanges(since: record, in: folder) }
    return try work(record, options, in: folder)
  }

  /// Removes what a run had kept that was killed when all of it was written.
  private func tidy(_ folder: RunFolder) throws(ToolFailure) -> ExitCode {
    let claim = try claim(folder)
    defer { withExtendedLifetime(claim) {} }
    try opened(folder).discard()
    folder.discardStudies()
    if common.json { try door.console.print(json: ["run": .string(folder.path)]) }
    tell("\(folder.path) was complete already; what it had kept until then has been removed.")
    return .done
  }

  private func refuseChanges(since record: RunRecord, in folder: RunFolder) throws(ToolFailure) {
    guard record.program == BuildStamp.program else {
      throw .input(
        InputFailure(
          file: folder.path,
          problem: "it was begun by evtools \(record.program.words), and this is "
            + BuildStamp.program.words,
          remedy: "Results of two versions do not mix. Add --force if you know they agree."))
    }
    try RecordedRun<Tool>.refuseChangedInputs(of: record)
  }

  // MARK: - Working

  private func work(
    _ record: RunRecord, _ options: Tool.Options, in folder: RunFolder
  ) throws(ToolFailure) -> ExitCode {
    let threads = common.threads ?? Processors.count
    let environment = RunEnvironment(
      threads: threads, command: ["evtools", Tool.card.name] + arguments)
    let claim = try claim(folder)
    defer { withExtendedLifetime(claim) {} }
    do throws(ToolFailure) {
      let work = StudyWork(
        executor.executor == nil ? StudyWork.options(of: folder) : executor, in: folder,
        threads: threads, at: door, tell: tell)
      defer { work.stop() }
      let files = try ReportFiles(Presentation(record.presentation), threads: threads)
      let journal = try opened(folder)
      let workshop = Workshop(
        seed: record.seed, threads: threads, journal: journal,
        listener: listener, interruption: { Interruptions.signal != 0 }, executor: work.executor,
        memories: memories(of: folder, work))
      let report = try Tool().run(options, in: workshop)
      var record = record
      record.inputs = workshop.inputs
      let figures = try files.keep(report, record, in: folder, environment)
      journal.discard()
      work.end()
      folder.discardStudies()
      try show(report, figures, folder)
      return .done
    } catch {
      return try afterFailure(error, folder)
    }
  }

  /// Where studies remember; a run that is only to be shown must not find its work done.
  private func memories(of folder: RunFolder, _ work: StudyWork) -> Workshop.MemoriesOpener {
    let memories = StudyMemories(folder, output: common.output.text)
    guard !executor.dryRun else { return { (_) throws(FileFailure) in [] } }
    return { (study) throws(FileFailure) in
      try work.prepare()
      return try memories.open(study)
    }
  }

  /// Who says how far the work has come.
  private var listener: (any ProgressListener)? {
    if common.progress == .json { return ProgressEvents(door.console) }
    return common.quiet || common.json ? nil : ProgressBar(door.console)
  }

  /// Tells the user something that is not the answer.
  private var tell: @Sendable (String) -> Void {
    let (console, isQuiet) = (door.console, common.quiet || common.json)
    return { words in if !isQuiet { console.tell("evtools: \(words)\n") } }
  }

  private func claim(_ folder: RunFolder) throws(ToolFailure) -> RunClaim {
    do { return try RunClaim(folder) } catch { throw .file(error) }
  }

  private func opened(_ folder: RunFolder) throws(ToolFailure) -> EvaluationJournal {
    do { return try EvaluationJournal(in: folder) } catch { throw .file(error) }
  }

  private func show(
    _ report: Report, _ figures: [DrawnFigure], _ folder: RunFolder
  ) throws(ToolFailure) {
    if common.json {
      var answer = report.json
      answer["run"] = .string(folder.path)
      try door.console.print(json: .object(answer))
    } else {
      let verdict = report.verdict.folded(to: door.console.width).joined(separator: "\n")
      try door.console.print(door.console.emphasised(verdict) + "\n\n")
      try door.console.print(
        report.partsText { name in
          common.preview ? preview(figures.first { $0.name == name }) : nil
        })
      if !common.quiet { door.console.tell("\nRun: \(folder.path)\n") }
    }
  }

  private func preview(_ figure: DrawnFigure?) -> String? {
    figure?.scene.braille(
      columns: door.console.width, colours: door.console.usesColour ? .ansi : .none)
  }

  /// Leaves no useless folder behind, and says how to go on where work has been kept.
  private func afterFailure(_ failure: ToolFailure, _ folder: RunFolder) throws(ToolFailure)
    -> ExitCode
  {
    let isInterrupted = if case .interrupted = failure { true } else { false }
    if executor.dryRun, isInterrupted, Interruptions.signal == 0 {
      // What was to be shown has been shown.
      folder.discard()
      return .done
    }
    let isDefect = if case .defect = failure { true } else { false }
    guard isInterrupted || (folder.hasKeptWork && !isDefect) else {
      if common.resume == nil { folder.discard() }
      throw failure
    }
    let words = FailureWords(failure, asked: Tool.card.name)
    let stoppedBySystem = isInterrupted && Interruptions.signal != SIGINT
    return door.complain(
      words.text + "\nWhat is done so far is kept. Go on with: evtools \(Tool.card.name) --resume "
        + folder.path.shellWord, stoppedBySystem ? .incomplete : words.code, asJSON: common.json)
  }
}
