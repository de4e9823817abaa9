import AnalysisKit
import ChargingModels
import HighwayStudies
import HighwayWorld
import Testing
import Text

@Suite("A question to the highway")
struct HighwayQuestionTests {
  private var short: HighwayScenario {
    var scenario = HighwayScenario.corridor300
    scenario.duration = 3
    return scenario
  }

  @Test("is answered by the run of that number in the scenario of the design")
  func sameAsRun() throws {
    let question = try HighwayQuestion(
      short,
      [HighwayFactor.chargers.varied(.whole(2...12)), HighwayFactor.spots.varied(.whole(0...8))])
    let rows = try question.results(of: [7, 3], replicates: [0, 4])
    for (row, replicate) in zip(rows, [0, 4]) {
      var scenario = short
      scenario.stations.chargers = 7
      scenario.waitingSpots = 3
      let summary = try scenario.run(replication: replicate).summary
      for (name, value) in summary.measures {
        let place = try #require(question.index(of: name))
        #expect(row[place] == value, "\(name)")
      }
    }
  }

  @Test("sends the same cars to every design")
  func commonRandomNumbers() throws {
    let question = try HighwayQuestion(
      short,
      [HighwayFactor.chargers.varied(.whole(1...12)), HighwayFactor.grid.varied(.real(50...900))])
    let place = try #require(question.index(of: "arrivals"))
    let arrivals = try [[1.0, 50], [12, 900], [5, 333]].map {
      try question.results(of: $0, replicates: [3])[0][place]
    }
    #expect(Set(arrivals).count == 1)
  }

  @Test("gives evenly spread stations their own numbers of chargers")
  func perStation() throws {
    let factors = (0..<4).map {
      Factor("chargers \($0 + 1)", key: "stations.chargers[\($0)]", .whole(1...9))
    }
    let question = try HighwayQuestion(
      short, [HighwayFactor.stations.varied(.whole(1...4))] + factors)
    let scenario = try question.scenario(of: [3, 2, 5, 7, 9])
    #expect(scenario.resolvedStations.map { $0.chargers[0].count } == [2, 5, 7])
    #expect(
      scenario.resolvedStations.map(\.position)
        == StationLayout.evenPositions(count: 3, length: 300))
  }

  @Test("names a key that there is not")
  func unknownKey() throws {
    let failure = #expect(throws: ScenarioFailure.self) {
      try HighwayQuestion(short, [Factor("x", key: "stations.chargerz", .whole(1...2))])
    }
    #expect(failure?.path == "stations.chargerz")
  }

  @Test("names the design that makes no sense")
  func badDesign() throws {
    let question = try HighwayQuestion(short, [HighwayFactor.chargers.varied(.whole(-5...12))])
    #expect(throws: ToolFailure.self) { try question.results(of: [-5], replicates: [0]) }
  }

  @Test("is another one for another scenario, seed or factor, and no other one for another name")
  func document() throws {
    let chargers = HighwayFactor.chargers.varied(.whole(2...12))
    let one = try HighwayQuestion(short, [chargers]).document
    var renamed = short
    renamed.name = "another"
    renamed.replications = 9
    #expect(try HighwayQuestion(renamed, [chargers]).document == one)
    #expect(try HighwayQuestion(short, [chargers], seed: 7).document != one)
    #expect(try HighwayQuestion(short, [HighwayFactor.spots.varied(.whole(0...9))]).document != one)
  }

  @Test("is made again from its document, and answers with the same bits")
  func rebuilt() throws {
    let question = try HighwayQuestion(
      short,
      [
        HighwayFactor.chargers.varied(.whole(2...12)), HighwayFactor.solar.varied(.real(0...500)),
        Factor("pattern", key: "traffic.process", .choice(["poisson", "rush-hour"])),
        Factor("first", key: "stations.chargers[0]", .whole(1...9)),
      ], seed: 5)
    let text = JSON.object(question.document).compactText
    let document = try #require(try JSONReader.read(text).json.object)
    let again = try HighwayQuestion(document: document)
    #expect(JSON.object(again.document).compactText == text)
    #expect(again.measures == question.measures)
    let designs: [[Double]] = [[3, 0.1 + 0.2, 0, 2], [12, 1 / 3, 1, 7]]
    for design in designs {
      #expect(
        try again.results(of: design, replicates: [0, 3])
          == question.results(of: design, replicates: [0, 3]))
    }
  }

  @Test("is not made again by another version of the world")
  func otherVersion() throws {
    var document = try HighwayQuestion(short, []).document
    document["version"] = 99
    #expect(throws: ToolFailure.self) { try HighwayQuestion(document: document) }
  }

  @Test("has a key that exists for every factor with a name", arguments: HighwayFactor.allCases)
  func catalogue(factor: HighwayFactor) throws {
    _ = try HighwayQuestion(.demo, [factor.varied(.real(1...2))])
  }
}

@Suite("A cost table")
struct CostTableTests {
  @Test("pays in equal yearly parts")
  func annuity() {
    var table = CostTable()
    table.maintenanceShare = 0
    // 1000 over ten years at 5 %, from any table of annuities: 129.50.
    #expect(abs(table.yearly(.init(each: 1000, years: 10)) - 129.504_574_965) < 1e-8)
    table.discountRate = 0
    #expect(table.yearly(.init(each: 1000, years: 10)) == 100)
  }

  @Test("adds up what stations have")
  func building() {
    var table = CostTable()
    (table.discountRate, table.maintenanceShare) = (0, 0)
    var scenario = HighwayScenario.demo
    scenario.stations.chargers = 3
    // Four stations of 3 × 150 kW, six spots, 400 kW of grid, 100 kW of sun, 50 kW of wind and 500 kWh.
    let expected: [(String, Double)] = [
      ("stations", 4 * 500_000 / 20), ("chargers", 4 * 450 * 500 / 10),
      ("waiting spots", 4 * 6 * 10_000 / 20), ("grid connection", 4 * 400 * 150 / 30),
      ("solar", 4 * 100 * 1000 / 25), ("wind", 4 * 50 * 1200 / 20),
      ("battery", 4 * 500 * 300 / 12), ("battery power", 4 * 100 * 100 / 12.0),
    ]
    for (line, (name, perYear)) in zip(table.building(scenario), expected) {
      #expect(line.name == name && abs(line.perYear - perYear) < 1e-6, "\(line)")
    }
    #expect(table.building(scenario).count == expected.count)
  }
}
