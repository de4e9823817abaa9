import AnalysisKit
import Asking
import Figures
import Foundation
import ParetoPlugin
import Reports
import SitingPlugin
import Testing
import Text

@Suite("Siting beside a Pareto study") struct FrontTests {
  /// The folder of a Pareto study of a short day, as a run would keep it.
  private final class KeptStudy {
    let path = NSTemporaryDirectory() + UUID().uuidString
    let report: Report

    init(_ words: String = "") throws {
      report = try Asking.report(
        of: ParetoTool.self,
        "--stations 4-7 --chargers 6-14:4 --spots 6 --grid-kw 1200 --solar-kw 0 --battery-kwh 0 --duration 5 -r 3 "
          + "--runs 36 --max-stranding 60 " + words)
      try FileManager.default.createDirectory(
        atPath: path + "/data", withIntermediateDirectories: true)
      try Data(JSON.object(report.json).prettyText.utf8).write(
        to: URL(fileURLWithPath: path + "/data/answer.json"))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  @Test("runs the design that the study recommends with the same cars as the study")
  func sameCars() throws {
    let study = try KeptStudy()
    let report = try siting("--pareto \(study.path) --cars 300 -r 3")
    let table = try #require(report.table("front"))
    let rows = zip(table.words[0].values, table.rows)
    let given = try #require(rows.first { $0.0 == "given" }).1
    let cost = try #require(study.report.number("cheapest.objectives.cost"))
    let stranded = try #require(study.report.number("cheapest.objectives.stranding"))
    #expect(study.report.number("cheapest.replications") == 3)
    #expect(abs(try #require(given[0]) - cost) < 1e-9 * cost)
    #expect(abs(try #require(given[3]) - stranded) < 1e-9)
    #expect(rows.count { $0.0 == "front" } == study.report.json["front"]?.array?.count)
  }

  @Test("draws the front with the optimum and the given design, and says how far they are")
  func figure() throws {
    let study = try KeptStudy()
    let report = try siting("--pareto \(study.path) --cars 300 -r 3")
    let figure = try #require(report.figures.first { $0.name == "front" })
    let words = figure.caption.plainText
    #expect(
      words.contains("than the cheapest design of the front")
        || words.contains("No design of the front"))
    #expect(
      try siting("--cars 300 -r 2 --duration 4").figures.contains { $0.name == "front" } == false)
  }

  @Test("refuses what is no such study, and options that the study answers")
  func refused() throws {
    let study = try KeptStudy("--objectives cost,wait")
    #expect(throws: ToolFailure.self) { try siting("--pareto \(study.path) --cars 300") }
    #expect(throws: ToolFailure.self) { try siting("--pareto /nowhere --cars 300") }
    for words in [
      "--scenario demo", "--duration 4", "--vehicles-per-hour 9", "--costs prices.json",
    ] {
      #expect(throws: OptionFailure.self) { try siting("--pareto \(study.path) \(words)") }
    }
    for text in ["{", "{}", #"{"question": {}, "front": [], "costs": {}}"#] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: study.path + "/data/answer.json"))
      #expect(throws: ToolFailure.self) { try siting("--pareto \(study.path) --cars 300") }
    }
  }
}
