import AnalysisKit
import BlackoutsPlugin
import ChargingModels
import HighwayWorld
import Statistics
import Testing
import Text

@Suite("A rare day") struct RareTests {
  /// A short road with weak grids that fail.
  private var scenario: HighwayScenario {
    var scenario = HighwayScenario.demo
    scenario.duration = 4
    scenario.traffic.vehiclesPerHour = 60
    scenario.outages = GridOutages(meanGap: 12, meanMinutes: 40)
    return scenario
  }

  @Test("is as likely by splitting as by plain runs, where both can tell")
  func plain() throws {
    let plan = try HighwayPlan(scenario)
    let amounts = try (0..<2000).map { number in
      var run = HighwayRun(plan, replication: number, seed: 77)
      return try run.finish().finish.total(\.notServed)
    }
    let sorted = amounts.sorted()
    // Levels that a third, a twelfth and a fiftieth of all runs exceed.
    let levels = [sorted[1333], sorted[1833], sorted[1960]]
    let model = try RareModel(scenario, levels: levels, effort: 150)
    let rows = try model.results(of: [0], replicates: Array(0..<12))
    for (level, amount) in levels.enumerated() {
      let splitting = SplittingEstimate(
        rows.map { $0.prefix(level + 1).map { Int($0) } }, effort: 150, confidence: 0.999
      ).probability
      let share = Interval.wilson(
        successes: amounts.count { $0 >= amount }, of: amounts.count, confidence: 0.999)
      #expect(splitting.low <= share.high && share.low <= splitting.high, "level \(level)")
    }
  }

  @Test(
    "is as likely by splitting as by very many plain runs where it happens once in two thousand")
  func rare() throws {
    let plan = try HighwayPlan(scenario)
    let count = 20_000
    let amounts = try (0..<count).map { number in
      var run = HighwayRun(plan, replication: number, seed: 4711)
      return try run.finish().finish.total(\.notServed)
    }.sorted()
    // What ten of them exceed, reached by a fifth of the paths at a time.
    let levels = [0.8, 0.96, 0.992, 0.998, 0.9995].map { amounts[Int($0 * Double(count))] }
    let model = try RareModel(scenario, levels: levels, effort: 200)
    let rows = try model.results(of: [0], replicates: Array(0..<24))
    let splitting = SplittingEstimate(
      rows.map { $0.map { Int($0) } }, effort: 200, confidence: 0.99)
    let share = Interval.wilson(
      successes: amounts.count { $0 >= levels[4] }, of: count, confidence: 0.99)
    #expect(share.mean < 1e-3)
    #expect(
      splitting.probability.low <= share.high && share.low <= splitting.probability.high,
      "\(splitting.probability) beside \(share)")
    // Of the same order, and not merely both unsure.
    #expect((0.3...3).contains(splitting.probability.mean / share.mean))
    #expect(splitting.relativeError < 0.6)
  }

  @Test("depends on seed and repetition alone")
  func pure() throws {
    let model = try RareModel(scenario, levels: [20, 60], effort: 20)
    let rows = try model.results(of: [0], replicates: [0, 1, 2])
    #expect(try model.results(of: [0], replicates: [2, 0]) == [rows[2], rows[0]])
    #expect(rows.allSatisfy { $0.count == model.measures.count && $0[0] >= 0 && $0[0] <= 20 })
  }

  @Test("has levels that rise from the pilot's upper fifth to the goal")
  func levels() {
    let pilot = (0..<100).map { Double($0) }
    let levels = RareLevels.levels(pilot, goal: 200)
    #expect(levels.first == 80 && levels.last == 200)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 })
    #expect(RareLevels.levels([0, 0, 0], goal: 50) == [50])
    #expect(RareLevels.levels(pilot, goal: 60) == [60])
    let few = RareLevels.levels([0, 0, 0, 0, 0, 0, 0, 0, 0, 3], goal: 100)
    #expect(few.first == 3 && few.last == 100 && few.count <= 21)
  }

  @Test("can be made again from the document of its study, and so can the days")
  func rebuilt() throws {
    let rare = try RareModel(scenario, levels: [20, 60], effort: 20)
    let again = try RareModel(document: rare.document)
    #expect(again.document == rare.document && again.measures == rare.measures)
    #expect(
      try again.results(of: [0], replicates: [3]) == rare.results(of: [0], replicates: [3]))
    let days = BlackoutModel(scenario, stations: scenario.resolvedStations.count)
    let sameDays = try BlackoutModel(document: days.document)
    #expect(sameDays.document == days.document && sameDays.measures == days.measures)
    let design = [1.2, 0, 100, 50.0]
    #expect(
      try sameDays.results(of: design, replicates: [1, 0])
        == days.results(of: design, replicates: [1, 0]))
    for (key, value) in [
      ("version", 1), ("slots", 0), ("scenario", JSON.null), ("slots", "many"),
    ] as [(String, JSON)] {
      #expect(throws: ToolFailure.self) {
        try BlackoutModel(document: days.document.merging([key: value]))
      }
    }
    #expect(throws: ToolFailure.self) {
      try RareModel(document: rare.document.merging(["levels": []]))
    }
  }
}
