public import AnalysisKit
public import Figures
internal import Foundation
public import Reports
internal import Text

/// Runs a tool with options as a user would type them, blanks between the words.
///
///     try report(of: QueueTool.self, "--chargers 4 --arrivals 8")
public func report<Tool: AnalysisTool>(
  of tool: Tool.Type, _ words: String, seed: Int = 1, threads: Int = 1
) throws -> Report {
  try Tool().run(options(words), in: Workshop(seed: seed, threads: threads))
}

/// Reads options as a user would type them, and refuses those that do not fit together.
public func options<Options: ToolOptions>(_ words: String) throws -> Options {
  let line = try CommandLineReader(
    words.split(separator: " ").map(String.init), knowing: Options.grammar.descriptions)
  var options = Options()
  try Options.grammar.apply(line, to: &options)
  try options.check()
  return options
}

extension Report {
  /// The figures, in reading order.
  public var figures: [Figure] {
    parts.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  /// A table to keep.
  public func table(_ name: String) -> DataTable? { data.first { $0.name == name } }

  /// A number of the answer, by its keys: `knee.objectives.cost`.
  public func number(_ path: String) -> Double? { value(path)?.number }

  /// The numbers of a list of the answer.
  public func numbers(_ path: String) -> [Double] { value(path)?.array?.compactMap(\.number) ?? [] }

  private func value(_ path: String) -> JSON? {
    var json: JSON? = .object(self.json)
    for key in path.split(separator: ".") { json = json?[String(key)] }
    return json
  }
}

/// A file that is gone after the test.
public final class ScratchFile {
  /// Where it is.
  public let path: String

  /// Writes a text into a new file.
  public init(_ text: String, ending: String = "json") throws {
    path = NSTemporaryDirectory() + UUID().uuidString + "." + ending
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
