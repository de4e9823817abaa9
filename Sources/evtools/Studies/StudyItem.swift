import AnalysisKit
import RunRecords
import Text

/// `evtools study status|resume|cancel RUN`.
struct StudyItem: RackItem {
  private static let verbs: [any RackItem] = [
    CommandItem<StudyStatusCommand>(), StudyResumeItem(), CommandItem<StudyCancelCommand>(),
    CommandItem<StudySchemaCommand>(),
  ]

  let card = ToolCard(
    name: "study", summary: "Look after a run that others work on: status, resume, cancel",
    group: .records,
    discussion: """
      For runs with `--executor shards` or `slurm`. `status` says how far each batch has come and which jobs wait or \
      run, `resume` goes on with a run that was broken off, as `evtools TOOL --resume RUN` does, and `cancel` ends its \
      jobs and workers; what they have done is kept, and `resume` goes on from there. `schema` prints the JSON schema of \
      study files.
      """,
    examples: [
      .init("study status output/latest", "how far is it?"),
      .init("study schema", "what a study file may hold, for editors"),
    ])

  var options: [OptionDescription] { Self.verbs[0].options }
  var commonOptions: [OptionDescription] { [] }
  var arguments: ArgumentsWords? {
    ArgumentsWords(
      placeholder: Self.verbs.map(\.name).joined(separator: "|") + " [RUN]", isRequired: true,
      words: Self.verbs.map(\.name), completesPaths: true)
  }

  func run(_ arguments: [String], at door: Door) throws(ToolFailure) -> ExitCode {
    let names = Self.verbs.map(\.name).listed(conjunction: "or")
    guard let word = arguments.first else { throw .usage(.missingArgument(names)) }
    guard let verb = Self.verbs.first(where: { $0.name == word }) else {
      throw .usage(.conflict("`evtools study` takes \(names); not \(word.quoted)."))
    }
    return try verb.run(Array(arguments.dropFirst()), at: door)
  }
}

/// `evtools study status RUN`.
struct StudyStatusCommand: Command {
  static let card = ToolCard(
    name: "status", summary: "How far the work of others has come", group: .records,
    discussion: "", examples: [])

  struct Options: ToolOptions {
    var run: String?
    var json = false
    static let grammar = OptionGrammar<Options>(
      [.value("json", \.json, "With status: print one JSON object and nothing else.")],
      arguments: .one("RUN", \.run, isRequired: true, completesPaths: true))
  }

  private struct Row {
    let study: String
    let progress: StudyProgress
    let jobs: [Int: String]?
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    let run = RunFolder(path: options.run ?? "")
    let record = try RecordedRunFile.record(run)
    let usesSlurm = StudyWork.options(of: run).executor == .slurm
    var rows: [Row] = []
    for study in try ToolFailure.ofFiles({ () throws(FileFailure) in
      try StudyFolder.all(below: StudyWork.place(of: run))
    }) {
      for progress in try StudyProgress.all(of: study) {
        let name = SlurmCluster.jobName(folder: study.path, batch: progress.batch)
        let asks = usesSlurm && progress.done < progress.total
        rows.append(
          Row(
            study: String(study.fingerprint.prefix(16)), progress: progress,
            jobs: asks ? SlurmCluster.tasks(of: name) : nil))
      }
    }
    if options.json {
      try door.console.print(json: .object(json(run, record, rows)))
    } else {
      try door.console.print(text(run, record, rows))
    }
    return .done
  }

  private func text(_ run: RunFolder, _ record: RunRecord, _ rows: [Row]) -> String {
    guard !rows.isEmpty else {
      return record.status == .complete
        ? "\(run.path) is complete.\n"
        : "Nobody but the run itself works on \(run.path).\n"
    }
    var table = TextTable(columns: [
      .init("study"), .init("batch", .right), .init("done", .right), .init("of", .right),
      .init("jobs"),
    ])
    for row in rows {
      table.append([
        row.study, "\(row.progress.batch)", row.progress.done.groupedText,
        row.progress.total.groupedText, words(row.jobs),
      ])
    }
    return table.text
  }

  private func words(_ jobs: [Int: String]?) -> String {
    counts(jobs).map { "\($0.count) \($0.state.lowercased())" }.joined(separator: ", ")
  }

  private func counts(_ jobs: [Int: String]?) -> [(state: String, count: Int)] {
    let states = (jobs ?? [:]).values.sorted()
    return Set(states).sorted().map { state in (state, states.count { $0 == state }) }
  }

  private func json(_ run: RunFolder, _ record: RunRecord, _ rows: [Row]) -> JSONObject {
    [
      "run": .string(run.path), "status": .string(record.status.rawValue),
      "batches": .array(
        rows.map { row in
          [
            "study": .string(row.study), "batch": .integer(row.progress.batch),
            "done": .integer(row.progress.done), "total": .integer(row.progress.total),
            "jobs": .object(JSONObject(counts(row.jobs).map { ($0.state, .integer($0.count)) })),
          ]
        }),
    ]
  }
}

/// `evtools study cancel RUN`.
struct StudyCancelCommand: Command {
  static let card = ToolCard(
    name: "cancel", summary: "End jobs and workers", group: .records, discussion: "",
    examples: [])

  struct Options: ToolOptions {
    var run: String?
    static let grammar = OptionGrammar<Options>(
      [], arguments: .one("RUN", \.run, isRequired: true, completesPaths: true))
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    let run = RunFolder(path: options.run ?? "")
    let record = try RecordedRunFile.record(run)
    guard record.status == .incomplete else {
      throw .usage(.conflict("\(run.path) is complete; there is nothing to cancel."))
    }
    let place = StudyWork.place(of: run)
    let studies = try ToolFailure.ofFiles { () throws(FileFailure) in
      try FileSystem.makeFolder(place)
      try StudyMark.cancelled.set(in: place)
      return try StudyFolder.all(below: place)
    }
    if StudyWork.options(of: run).executor == .slurm {
      for study in studies {
        for progress in try StudyProgress.all(of: study) where progress.done < progress.total {
          SlurmCluster.cancel(
            SlurmCluster.jobName(folder: study.path, batch: progress.batch))
        }
      }
    }
    try door.console.print(
      "Jobs and workers of \(run.path) end; what they have done is kept. Go on with: "
        + "evtools study resume \(run.path.shellWord)\n")
    return .done
  }
}

/// `evtools study resume RUN`: the tool's own `--resume`.
struct StudyResumeItem: RackItem {
  let card = ToolCard(
    name: "resume", summary: "Go on with a run", group: .records, discussion: "", examples: [])
  var options: [OptionDescription] { [] }
  var commonOptions: [OptionDescription] { [] }
  var arguments: ArgumentsWords? { nil }

  func run(_ arguments: [String], at door: Door) throws(ToolFailure) -> ExitCode {
    guard let run = arguments.first, !run.hasPrefix("-") else {
      throw .usage(.missingArgument("RUN"))
    }
    let record = try RecordedRunFile.record(RunFolder(path: run))
    guard let tool = toolRack.first(where: { $0.name == record.tool }) else {
      throw .usage(
        .unknownTool(record.tool, near: NearestNames.of(record.tool, among: toolRack.map(\.name))))
    }
    return try tool.run(["--resume", run] + arguments.dropFirst(), at: door)
  }
}
