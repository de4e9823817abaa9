import AnalysisKit
import Asking
import BlackoutsPlugin
import Foundation
import Reports

/// Runs the tool with options as a user would type them.
func blackouts(_ words: String, threads: Int = 1, seed: Int = 1) throws -> Report {
  try report(of: BlackoutsTool.self, words, seed: seed, threads: threads)
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
