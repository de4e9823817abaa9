import AnalysisKit
import RunRecords
import Text

/// `evtools runs`.
struct RunsCommand: Command {
  static let card = ToolCard(
    name: "runs", summary: "List the runs that were made", group: .records,
    discussion: """
      Oldest first. A run that says "incomplete" was broken off, or is at work now; \
      `evtools TOOL --resume RUN` goes on with it.
      """,
    examples: [.init("runs", "all runs"), .init("runs --json", "the same for a script")])

  struct Options: ToolOptions {
    var output = FilePath("output")
    var json = false
    static let grammar = OptionGrammar<Options>([
      .value("output", short: "o", \.output, "The folder below which runs are kept."),
      .value("json", \.json, "Print one JSON object and nothing else."),
    ])
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    let runs: [(RunFolder, RunRecord)]
    let damaged: [String]
    do {
      // The folder that everybody has is empty before the first run; another has to be there.
      let isNew = options.output == Options().output && !FileSystem.exists(options.output.text)
      runs = isNew ? [] : try RunFolder.all(in: options.output.text)
      damaged = isNew ? [] : try RunFolder.damaged(in: options.output.text)
    } catch {
      throw .file(error)
    }
    if options.json {
      try door.console.print(json: [
        "runs": .array(
          runs.map { folder, record in
            [
              "run": .string(folder.path), "tool": .string(record.tool),
              "status": .string(record.status.rawValue), "seed": .integer(record.seed),
              "name": record.name.map { .string($0) } ?? nil,
              "verdict": record.verdict.map { .string($0) } ?? nil,
            ]
          }),
        "damaged": .array(damaged.map { .string($0) }),
      ])
      return .done
    }
    guard !runs.isEmpty || !damaged.isEmpty else {
      try door.console.print(
        "There are no runs in \(options.output.text.quoted) yet. `evtools help` shows how to make one.\n"
      )
      return .done
    }
    try door.console.print(text(runs, width: door.console.width))
    for path in damaged {
      try door.console.print(path + "\n    damaged: its run.json is missing or broken\n")
    }
    return .done
  }

  private func text(_ runs: [(RunFolder, RunRecord)], width: Int) -> String {
    runs.map { folder, record in
      let status = record.status == .complete ? record.verdict ?? "" : "incomplete"
      return folder.path + "\n" + status.folded(to: width - 4).map { "    " + $0 + "\n" }.joined()
    }.joined()
  }
}
