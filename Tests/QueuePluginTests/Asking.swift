import AnalysisKit
import Foundation
import QueuePlugin
import Reports
import Testing
import Text

/// Runs the tool with options as a user would type them.
func queue(_ words: String, seed: Int = 1, threads: Int = 2) throws -> Answer {
  Answer(try QueueTool().run(try options(words), in: Workshop(seed: seed, threads: threads)))
}

/// Reads options as a user would type them.
func options(_ words: String) throws -> QueueOptions {
  let line = try CommandLineReader(
    words.split(separator: " ").map(String.init), knowing: QueueOptions.grammar.descriptions)
  var options = QueueOptions()
  try QueueOptions.grammar.apply(line, to: &options)
  try options.check()
  return options
}

/// What the tool said.
struct Answer {
  let report: Report

  init(_ report: Report) { self.report = report }

  /// The answer in words.
  var verdict: String { report.verdict }

  /// One row per number of chargers.
  var rows: [JSON] { report.json["rows"]?.array ?? [] }

  /// One measure of one row.
  func number(_ measure: String, row: Int = 0) throws -> Number {
    try Number(rows[row][measure])
  }
}

/// A simulated number, its interval and its exact value.
struct Number: Equatable {
  let mean: Double
  let low: Double?
  let high: Double?
  let exact: Double?

  init(_ json: JSON?) throws {
    // Null where there is nothing to measure, such as the use of chargers without number.
    mean = try #require(json?["mean"]).number ?? .nan
    low = json?["low"]?.number
    high = json?["high"]?.number
    exact = json?["analytic"]?.number
  }

  /// Half of the interval, in standard errors of twenty replications.
  var standardError: Double {
    guard let low, let high else { return .nan }
    return (high - low) / 2 / 2.093
  }

  /// Whether the interval covers the exact value; nil where there is none, or nothing to estimate.
  var covers: Bool? {
    guard let exact, let low, let high, exact > 0 else { return nil }
    return low <= exact && exact <= high
  }
}

/// A file that is gone after the test.
final class ScratchFile {
  let path: String

  init(_ bytes: [UInt8], ending: String = "csv") throws {
    path = NSTemporaryDirectory() + "/" + UUID().uuidString + "." + ending
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

let measures = [
  "served", "blocked", "abandoned", "p_wait", "wait_mean_min", "wait_p95_min", "p_blocked",
  "p_abandoned", "utilisation", "queue_mean", "busy_mean",
]
