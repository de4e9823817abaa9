import AnalysisKit
import BlackoutsPlugin
import Figures
import Foundation
import Reports
import Text

/// Runs the tool with options as a user would type them.
func blackouts(_ words: String, threads: Int = 1, seed: Int = 1) throws -> Report {
  let line = try CommandLineReader(
    words.split(separator: " ").map(String.init), knowing: BlackoutsOptions.grammar.descriptions)
  var options = BlackoutsOptions()
  try BlackoutsOptions.grammar.apply(line, to: &options)
  try options.check()
  return try BlackoutsTool().run(options, in: Workshop(seed: seed, threads: threads))
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

  /// The numbers of a list of the answer.
  func numbers(_ path: String) -> [Double] {
    var json: JSON? = .object(self.json)
    for key in path.split(separator: ".") { json = json?[String(key)] }
    return json?.array?.compactMap(\.number) ?? []
  }

  /// A table to keep.
  func table(_ name: String) -> DataTable? { data.first { $0.name == name } }
}

/// A folder that is gone after the test.
final class ScratchFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: path + "/data", withIntermediateDirectories: true)
  }

  /// Writes a file below it.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
