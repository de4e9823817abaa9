package import AnalysisKit
import HighwayWorld
package import Reports
import Text

/// Derives the numbers of a run again from its event log.
package struct AuditTool: AnalysisTool {
  /// What `evtools help` says about it.
  package static let card = ToolCard(
    name: "audit",
    summary: "Do the numbers of a run follow from its event log?",
    group: .planning,
    discussion: """
      Reads the events and power flows that a run of `evtools simulate` has kept, derives every number again \
      without the simulator, and prints by how much the four books (vehicles, minutes, kWh, money) and \
      the reported numbers differ. Ends with a complaint where anything is off by more than a billionth.
      """,
    examples: [.init("audit road/latest", "the last run of the folder road")])

  package struct Options: ToolOptions {
    var run: FilePath?
    /// The word on the command line, which is the run.
    var word: String? {
      get { run?.text }
      set { if let newValue { run = FilePath(newValue) } }
    }

    /// All defaults.
    package init() {}

    package static let grammar = OptionGrammar<Options>(
      [.optional("run", \.run, "The folder of the run, if it is not given as a word.")],
      arguments: .one("RUN", \.word, completesPaths: true))

    package func check() throws(OptionFailure) {
      if run == nil { throw .missingArgument("RUN") }
    }
  }

  /// Makes the tool ready to run.
  package init() {}

  /// Reads the run and compares.
  package func run(_ options: Options, in workshop: Workshop) throws(ToolFailure) -> Report {
    guard let folder = options.run else { throw .usage(.missingArgument("RUN")) }
    let kept = try KeptRun(folder, workshop)
    let audit = Audit(of: kept.log, kept.plan, end: kept.reading.time)
    let report = AuditReport(
      folder: folder.text, lines: audit.compare(with: kept.reading),
      measures: LogMeasures(kept, audit).lines, complaints: audit.complaints)
    guard report.isClean else {
      throw .input(
        InputFailure(
          file: folder.text, problem: report.complaint,
          remedy: "The run's files have been changed, or this is a defect of evtools; "
            + "`evtools rerun \(folder.text)` tells which."))
    }
    return report.report
  }
}
