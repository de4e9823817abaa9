import AnalysisKit
import Figures
import Reports
import SensitivityPlugin
import Text

/// Runs the tool with options as a user would type them.
func sensitivity(_ words: String, seed: Int = 1, threads: Int = 1) throws -> Report {
  try SensitivityTool().run(options(words), in: Workshop(seed: seed, threads: threads))
}

/// Reads options as a user would type them.
func options(_ words: String) throws -> SensitivityOptions {
  let line = try CommandLineReader(
    words.split(separator: " ").map(String.init), knowing: SensitivityOptions.grammar.descriptions)
  var options = SensitivityOptions()
  try SensitivityOptions.grammar.apply(line, to: &options)
  try options.check()
  return options
}

extension Report {
  /// The figures, in reading order.
  var figures: [Figure] {
    parts.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  /// A table to keep.
  func table(_ name: String) -> DataTable? { data.first { $0.name == name } }
}
