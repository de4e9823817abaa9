import AnalysisKit
import AuditPlugin
import Foundation
import Reports
import SimulatePlugin
import Testing
import Text

/// The folder of a run, gone after the test.
private final class ScratchRun {
  let path: String

  /// Runs a road and keeps what it says.
  init(_ words: String) throws {
    path = NSTemporaryDirectory() + UUID().uuidString
    let line = try CommandLineReader(
      words.split(separator: " ").map(String.init), knowing: SimulateOptions.grammar.descriptions)
    var options = SimulateOptions()
    try SimulateOptions.grammar.apply(line, to: &options)
    let report = try SimulateTool().run(options, in: Workshop(seed: 1))
    try FileManager.default.createDirectory(
      atPath: path + "/data", withIntermediateDirectories: true)
    try write(JSON.object(report.json).prettyText, "summary.json")
    for table in report.data { try write(table.csv, table.name + ".csv") }
  }

  func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/data/" + name))
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/data/" + name, encoding: .utf8)
  }

  /// Audits it.
  func audit() throws -> Report {
    var options = AuditTool.Options()
    try AuditTool.Options.grammar.apply(
      try CommandLineReader([path], knowing: AuditTool.Options.grammar.descriptions), to: &options)
    try options.check()
    return try AuditTool().run(options, in: Workshop(seed: 1))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite("An audit")
struct AuditTests {
  @Test(
    "agrees with an honest run",
    arguments: [
      "--scenario demo --energy-grid-max-kw 100", "--scenario corridor-300 --duration 6",
      "--scenario upstream --duration 6", "--scenario textbook --duration 100 --warmup 10",
      "--scenario corridor-300 --duration 6 --warmup 2 --replications 3",
      "--duration 3 --energy-battery-kwh 200 --energy-solar-peak-kw 300 --energy-grid-max-kw 90",
      "--vehicles-per-hour 0 --duration 1",
    ])
  func honest(words: String) throws {
    let report = try ScratchRun(words).audit()
    #expect(report.json["agrees"]?.bool == true)
    #expect(try #require(report.json["numbers"]?.integer) > 40)
    #expect(try #require(report.json["largest_relative_residual"]?.number) < 1e-9)
  }

  @Test(
    "notices what was changed",
    arguments: ["events.csv", "summary.csv", "meters.csv", "flows.csv"])
  func dishonest(name: String) throws {
    let run = try ScratchRun("--scenario demo --energy-grid-max-kw 100")
    var lines = try run.read(name).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let row =
      switch name {
      case "events.csv": try #require(lines.firstIndex { $0.hasPrefix("finished") })
      case "flows.csv": lines.count / 2
      default: 1
      }
    var fields = lines[row].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let place = name == "events.csv" ? 5 : name == "meters.csv" ? 1 : name == "flows.csv" ? 8 : 4
    fields[place] = String((Double(fields[place]) ?? 0) + 1)
    lines[row] = fields.joined(separator: ",")
    try run.write(lines.joined(separator: "\n"), name)
    #expect(throws: ToolFailure.self) { try run.audit() }
  }

  @Test("refuses what is not a run of the highway")
  func other() throws {
    let run = try ScratchRun("--scenario demo")
    try run.write("{\"rows\": []}", "summary.json")
    #expect(throws: ToolFailure.self) { try run.audit() }
    try run.write("not JSON", "summary.json")
    #expect(throws: ToolFailure.self) { try run.audit() }
    #expect(throws: OptionFailure.self) { try AuditTool.Options().check() }
  }
}
