import AnalysisKit
import Figures
import Reports
import SitingPlugin
import Text

/// Runs the tool with options as a user would type them.
func siting(_ words: String, threads: Int = 1, seed: Int = 1) throws -> Report {
  let line = try CommandLineReader(
    words.split(separator: " ").map(String.init), knowing: SitingOptions.grammar.descriptions)
  var options = SitingOptions()
  try SitingOptions.grammar.apply(line, to: &options)
  try options.check()
  return try SitingTool().run(options, in: Workshop(seed: seed, threads: threads))
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
