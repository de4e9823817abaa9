package import AnalysisKit
package import Reports

/// Compares two runs of the highway.
package struct DiffTool: AnalysisTool {
  /// What `evtools help` says about it.
  package static let card = ToolCard(
    name: "diff",
    summary: "What is different between two runs, and how surely?",
    group: .planning,
    discussion: """
      Compares two runs of `evtools simulate` measure by measure. Runs with the same seed and number of \
      replications meet the same cars, so they are compared pair by pair: most of the luck cancels, and \
      the 95 % interval is that of the paired difference, second minus first.
      """,
    examples: [.init("diff road/latest road/latest", "a run against itself")])

  package struct Options: ToolOptions {
    var first: FilePath?
    var second: FilePath?
    /// The words on the command line, which are the two runs.
    var words: [String] {
      get { [first, second].compactMap { $0?.text } }
      set {
        if let run = newValue.first { first = FilePath(run) }
        if newValue.count > 1 { second = FilePath(newValue[1]) }
      }
    }

    /// All defaults.
    package init() {}

    package static let grammar = OptionGrammar<Options>(
      [
        .optional("first", \.first, "The folder of the first run, if it is not given as a word."),
        .optional("second", \.second, "The folder of the second run."),
      ], arguments: .several("RUN RUN", \.words, atMost: 2, completesPaths: true))

    package func check() throws(OptionFailure) {
      if first == nil || second == nil { throw .missingArgument("RUN RUN") }
    }
  }

  /// Makes the tool ready to run.
  package init() {}

  /// Reads both runs and compares.
  package func run(_ options: Options, in workshop: Workshop) throws(ToolFailure) -> Report {
    guard let first = options.first, let second = options.second else {
      throw .usage(.missingArgument("RUN RUN"))
    }
    return DiffReport(
      try ComparedRun(first, workshop), try ComparedRun(second, workshop)
    ).report
  }
}
