import AnalysisKit
import Asking
import BlackoutsPlugin
import ChargingModels
import Drawing
import Figures
import HighwayWorld
import Reports
import SimulatePlugin
import Testing
import Text

@Suite("Blackouts") struct BlackoutsToolTests {
  private let quick = "--replications 2 --duration 6 --battery-steps 200,1000 --solar-steps none "

  @Test("of a run are those of the same days, exactly")
  func rerun() throws {
    let folder = try ScratchFolder()
    let words = "--scenario demo --energy-grid-max-kw 60 --duration 5 --seed 9 --replications 3"
    let line = try CommandLineReader(
      words.split(separator: " ").map(String.init), knowing: SimulateOptions.grammar.descriptions)
    var options = SimulateOptions()
    try SimulateOptions.grammar.apply(line, to: &options)
    let answer = try SimulateTool().run(options, in: Workshop(seed: 1))
    try folder.write(JSON.object(answer.json).compactText, to: "data/summary.json")

    let report = try blackouts("\(folder.path) --growth 0")
    var scenario = try #require(HighwayScenario.preset(named: "demo"))
    (scenario.duration, scenario.seed, scenario.energy.grid) = (5, 9, 60)
    let plan = try HighwayPlan(scenario)
    let missing = try (0..<3).map { replication in
      var run = HighwayRun(plan, replication: replication)
      return try run.finish().summary.notServed
    }
    #expect(report.numbers("not_served_kwh") == missing)
    #expect(report.seed == 9 && report.number("replications") == 3)
    #expect(try #require(report.number("events")) > 0)
  }

  @Test("are none where grids have no end and never fail, with a bound for what was not seen")
  func none() throws {
    let report = try blackouts(quick + "--outage-gap 0")
    #expect(report.number("events") == 0)
    #expect(report.number("not_served_kwh_per_year.mean") == 0)
    #expect(try #require(report.number("runs_with_blackouts.high")) > 0.5)
    #expect(report.verdict.contains("with 95 % confidence"))
  }

  @Test("become more as traffic grows, when grids are too weak")
  func growth() throws {
    let report = try blackouts(
      "--replications 3 --duration 8 --grid-kw 400 --outage-gap 0 --growth 0,40 "
        + "--battery-steps none --solar-steps none --grid-steps 400")
    let table = try #require(report.table("replications"))
    let missing = table.rows.compactMap { $0[5] }
    #expect(missing[3..<6].reduce(0, +) > missing[0..<3].reduce(0, +))
    // Five times the grid is more than all chargers can draw.
    let remedies = try #require(report.table("remedies"))
    #expect(remedies.rows[0][5] == remedies.rows[0][6])
    let ledger = try #require(report.table("ledger"))
    #expect(ledger.rows.allSatisfy { $0[9] == 400 })
  }

  @Test("have costs that the price list says")
  func costs() throws {
    let report = try blackouts(quick + "--grid-kw 900 --grid-steps 50")
    let rows = try #require(report.table("remedies")).rows
    // 450 kW of grid at six stations: 150 € each over 30 years at 5 %, and 2 % upkeep.
    let annuity = 0.05 / (1 - (0..<30).reduce(1.0) { power, _ in power / 1.05 })
    #expect(abs(try #require(rows[0][1]) - 6 * 450 * 150 * (annuity + 0.02)) < 1e-3)
  }

  @Test("are the same twice, on any number of threads, and others with another seed")
  func same() throws {
    let words = quick + "--rare 500 --effort 10 --repetitions 2"
    let (one, two) = (try blackouts(words), try blackouts(words, threads: 4))
    #expect(one.json == two.json)
    #expect(one.data.map(\.csv) == two.data.map(\.csv))
    #expect(one.figures == two.figures)
    #expect(try blackouts(words, seed: 2).json != one.json)
  }

  @Test(
    "refuse what makes no sense",
    arguments: [
      "--scenario textbook", "--growth -100", "--growth none", "--battery-steps 0",
      "--battery-steps many", "/nowhere/at/all", "--rare 0", "--scenario nowhere",
    ])
  func bad(words: String) {
    #expect(throws: (any Error).self) { try blackouts("--replications 2 --duration 1 " + words) }
  }
}

@Suite(
  "A figure of blackouts",
  .enabled(if: (try? FontBook.inter()) != nil, "needs the font Inter (in Debian: fonts-inter)"))
struct BlackoutsFigureTests {
  @Test(
    "keeps all its texts and has no fault",
    arguments: [
      "", "--grid-kw 500 --outage-gap 0 --growth 0,30", "--scenario demo --grid-kw 60",
      "--duration 80 --growth 0 --grid-steps none --solar-steps none --battery-steps 500",
      "--rare 1500 --effort 20 --repetitions 2 --growth 0",
    ])
  func clean(words: String) throws {
    let typesetter = try Typesetter(FontBook.inter())
    let given = words.contains("--duration") ? "" : "--duration 8 "
    let figures = try blackouts("--replications 2 \(given)" + words).figures
    #expect(!figures.isEmpty)
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
