import AnalysisKit
import Figures
import Foundation
import ParetoPlugin
import Reports
import Text

/// Runs the tool with options as a user would type them.
func pareto(_ words: String, threads: Int = 2, seed: Int = 1) throws -> Report {
  try ParetoTool().run(options(words), in: Workshop(seed: seed, threads: threads))
}

/// Reads options as a user would type them.
func options(_ words: String) throws -> ParetoOptions {
  let line = try CommandLineReader(
    words.split(separator: " ").map(String.init), knowing: ParetoOptions.grammar.descriptions)
  var options = ParetoOptions()
  try ParetoOptions.grammar.apply(line, to: &options)
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

/// A file that is gone after the test.
final class ScratchFile {
  let path: String

  init(_ text: String) throws {
    path = NSTemporaryDirectory() + UUID().uuidString + ".json"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
