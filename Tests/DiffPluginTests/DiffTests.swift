import AnalysisKit
import DiffPlugin
import Drawing
import Figures
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
    let data = path + "/data/"
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    try Data(JSON.object(report.json).prettyText.utf8)
      .write(to: URL(fileURLWithPath: data + "summary.json"))
    let table = try #require(report.data.first { $0.name == "replications" })
    try Data(table.csv.utf8).write(to: URL(fileURLWithPath: data + "replications.csv"))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

private func diff(_ first: ScratchRun, _ second: ScratchRun) throws -> Report {
  var options = DiffTool.Options()
  let line = try CommandLineReader(
    [first.path, second.path], knowing: DiffTool.Options.grammar.descriptions)
  try DiffTool.Options.grammar.apply(line, to: &options)
  try options.check()
  return try DiffTool().run(options, in: Workshop(seed: 1))
}

@Suite("The difference of two runs")
struct DiffTests {
  private static let road = "--scenario corridor-300 --duration 6 --replications 4 --num-stations "

  @Test("is nothing between a run and itself")
  func same() throws {
    let run = try ScratchRun(Self.road + "3")
    let report = try diff(run, run)
    #expect(report.verdict == "Both runs have the same numbers.")
    #expect(report.json["changed"]?.array?.isEmpty == true)
  }

  @Test("is surely fewer waits with more chargers, and never in arrivals")
  func chargers() throws {
    let few = try ScratchRun(Self.road + "3 --chargers-per-station 4")
    let many = try ScratchRun(Self.road + "3 --chargers-per-station 12")
    let report = try diff(few, many)
    let differences = try #require(report.json["differences"])
    #expect(differences["arrivals"]?["difference"]?.number == 0)
    #expect(differences["arrivals"]?["sure"]?.bool == false)
    let wait = try #require(differences["wait_mean_min"])
    #expect(try #require(wait["high"]?.number) < 0)
    #expect(wait["sure"]?.bool == true)
    #expect(
      report.json["changed"]?.array == ["stations.chargers_per_station: 4 → 12"])
  }

  @Test("is the mean of the second minus the mean of the first, within its interval")
  func numbers() throws {
    let (one, other) = (try ScratchRun(Self.road + "3"), try ScratchRun(Self.road + "5"))
    let report = try diff(one, other)
    for (name, line) in try #require(report.json["differences"]?.object) {
      let (first, second) = (line["first"]?.number ?? .nan, line["second"]?.number ?? .nan)
      let difference = try #require(line["difference"]?.number)
      #expect(difference == second - first, "\(name)")
      let (low, high) = (try #require(line["low"]?.number), try #require(line["high"]?.number))
      let slack = 1e-9 * max(1, first.magnitude, second.magnitude)
      #expect(low - slack <= difference && difference <= high + slack, "\(name)")
    }
  }

  @Test("is not paired when the seeds differ")
  func seeds() throws {
    let (one, other) = (
      try ScratchRun(Self.road + "3"), try ScratchRun(Self.road + "3 --seed 7")
    )
    let report = try diff(one, other)
    #expect(report.json["paired"]?.bool == false)
    #expect(report.verdict.contains("cannot be told"))
  }

  @Test(
    "is drawn without a fault",
    .enabled(if: (try? FontBook.inter()) != nil, "needs the font Inter (in Debian: fonts-inter)"))
  func figure() throws {
    let few = try ScratchRun(Self.road + "3 --chargers-per-station 4")
    let many = try ScratchRun(Self.road + "3 --chargers-per-station 12")
    let figures = try diff(few, many).parts.compactMap { part -> Figure? in
      if case .figure(let figure) = part { figure } else { nil }
    }
    let figure = try #require(figures.first)
    let scene = Scene(
      figure.formatted(FigureFormat(.report, .double)), measuredBy: try Typesetter(FontBook.inter())
    )
    #expect(scene.losses.isEmpty && scene.unitlessAxes.isEmpty)
    #expect(scene.lint().map(\.sentence) == [])
  }

  @Test("needs two runs")
  func missing() throws {
    #expect(throws: OptionFailure.self) { try DiffTool.Options().check() }
  }
}
