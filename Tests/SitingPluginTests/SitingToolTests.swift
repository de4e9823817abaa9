import AnalysisKit
import Asking
import Drawing
import Figures
import Reports
import SitingPlugin
import Testing

@Suite("Siting") struct SitingToolTests {
  private let quick = "--replications 2 --duration 4 --cars 300 "

  @Test("finds nothing better than the given places when they are the optimum")
  func fixedPoint() throws {
    let first = try siting(quick)
    let sites = zip(first.numbers("optimum.places_km"), first.numbers("optimum.chargers"))
    let design = sites.map { "\($0):\(Int($1))" }.joined(separator: ",")
    let second = try siting(quick + "--design \(design)")
    #expect(second.number("gap").map { abs($0) < 1e-9 } == true)
    #expect(second.verdict.contains("are as good"))
  }

  @Test("is never beaten by the given design, nor by even ones, nor by a finer choice")
  func bounds() throws {
    let report = try siting(quick)
    #expect(try #require(report.number("gap")) >= 0)
    let counts = try #require(report.table("cost-by-stations"))
    for row in counts.rows {
      if let best = row[1], let even = row[4] { #expect(best <= even * (1 + 1e-12)) }
    }
    let coarse = try #require(report.number("optimum.model_cost"))
    let fine = try #require(try siting(quick + "--step 5").number("optimum.model_cost"))
    #expect(fine <= coarse * (1 + 1e-12))
  }

  @Test("tows no more than is allowed")
  func coverage() throws {
    let report = try siting(quick + "--coverage 99.5 --towing 0")
    let designs = try #require(report.table("designs"))
    let optima = zip(designs.words[0].values, designs.rows).filter { $0.0 == "optimum" }
    #expect(!optima.isEmpty)
    for (_, row) in optima { #expect(try #require(row[6]) <= 0.005 + 1e-12) }
  }

  @Test("is the same twice, on any number of threads, and another with another seed")
  func same() throws {
    let (one, two) = (try siting(quick), try siting(quick, threads: 4))
    #expect(one.json == two.json)
    #expect(one.data.map(\.csv) == two.data.map(\.csv))
    #expect(one.figures == two.figures)
    #expect(try siting(quick, seed: 2).json != one.json)
  }

  @Test(
    "refuses what makes no sense",
    arguments: [
      "--scenario textbook", "--design 40", "--design 400:8", "--design 40:8,40:9", "--step 0.1",
      "--most-chargers 1 --least-chargers 2", "--most-chargers 2 --most-stations 1",
      "--scenario nowhere", "--coverage 101",
    ])
  func bad(words: String) {
    #expect(throws: (any Error).self) { try siting(quick + words) }
  }
}

@Suite(
  "A figure of siting",
  .enabled(if: (try? FontBook.inter()) != nil, "needs the font Inter (in Debian: fonts-inter)"))
struct SitingFigureTests {
  @Test(
    "keeps all its texts and has no fault",
    arguments: [
      "", "--scenario demo", "--scenario upstream --vehicles-per-hour 20", "--design 150:30",
      "--scenario corridor-300 --coverage 99",
    ])
  func clean(words: String) throws {
    let typesetter = try Typesetter(FontBook.inter())
    let figures = try siting("--replications 2 --duration 4 --cars 300 " + words).figures
    #expect(figures.map(\.name).contains("road"))
    for figure in figures {
      for format in [FigureFormat(.report, .double), FigureFormat(.ieee, .double)] {
        let scene = Scene(figure.formatted(format), measuredBy: typesetter)
        #expect(scene.losses.isEmpty, "\(figure.name)")
        #expect(scene.unitlessAxes.isEmpty, "\(figure.name)")
        #expect(scene.lint().map(\.sentence) == [], "\(figure.name), \(format.preset)")
      }
    }
  }
}
