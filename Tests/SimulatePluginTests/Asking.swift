import AnalysisKit
import Figures
import Foundation
import Reports
import SimulatePlugin
import Text

/// Runs the tool with options as a user would type them.
func simulate(_ words: String, threads: Int = 1) throws -> Report {
  try SimulateTool().run(options(words), in: Workshop(seed: 1, threads: threads))
}

/// Reads options as a user would type them.
func options(_ words: String) throws -> SimulateOptions {
  let line = try CommandLineReader(
    words.split(separator: " ").map(String.init), knowing: SimulateOptions.grammar.descriptions)
  var options = SimulateOptions()
  try SimulateOptions.grammar.apply(line, to: &options)
  try options.check()
  return options
}

extension Report {
  /// The figures, in reading order.
  var figures: [Figure] {
    parts.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  /// A number of the answer, by its keys.
  func number(_ path: String) -> Double? {
    var json: JSON? = .object(self.json)
    for key in path.split(separator: ".") { json = json?[String(key)] }
    return json?.number
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
