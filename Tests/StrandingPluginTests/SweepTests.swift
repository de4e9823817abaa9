import AnalysisKit
import Asking
import ChargingModels
import HighwayStudies
import HighwayWorld
import Reports
import Statistics
import StrandingPlugin
import Testing
import Text

@Suite("A sweep over traffic")
struct SweepTests {
  static let short =
    "--chargers 2,4 --traffic 40-200:40 --duration 6 --replications 5 --highway-length 150 --num-stations 3 --waiting-spots 6"
  static let alone = " --no-patterns --no-attribution --no-tornado --no-visualize"

  /// The road of ``short``, built by hand.
  private func scenario(chargers: Int, traffic: Double, seed: Int) -> HighwayScenario {
    var scenario = HighwayScenario.calibrated
    scenario.road.length = 150
    scenario.stations.count = 3
    scenario.stations.chargers = chargers
    scenario.waitingSpots = 6
    scenario.duration = 6
    scenario.traffic.vehiclesPerHour = traffic
    scenario.choice.allowsOverflow = false
    scenario.seed = seed
    return scenario
  }

  @Test("counts what the runs count, one by one")
  func runs() throws {
    let report = try stranding(Self.short + Self.alone + " --refinements 0", seed: 3)
    let table = try #require(report.table("levels"))
    let column = Dictionary(uniqueKeysWithValues: table.columns.enumerated().map { ($1, $0) })
    func value(_ row: [Double?], _ name: String) throws -> Double {
      let place = try #require(column[name])
      return try #require(row[place])
    }
    for row in table.rows {
      let chargers = Int(try value(row, "chargers"))
      let traffic = try value(row, "vehicles_per_hour")
      let plan = try HighwayPlan(scenario(chargers: chargers, traffic: traffic, seed: 3))
      var shares: [Double] = []
      var (cars, firsts, denied) = (0, [Double](), 0)
      for replication in 0..<5 {
        var run = HighwayRun(plan, replication: replication)
        let outcome = try run.finish()
        let lost = outcome.strandings.filter { $0.cause != .infeasible }
        shares.append(Double(lost.count) / Double(outcome.summary.arrivals))
        cars += outcome.summary.arrivals
        denied += lost.count { $0.cause == .denied }
        if let first = lost.map(\.time).min() { firsts.append(first / 3600) }
      }
      #expect(abs(try value(row, "share") - shares.reduce(0, +) / 5) < 1e-12)
      #expect(try value(row, "runs_with_any") == Double(firsts.count))
      #expect(abs(try value(row, "share_denied") - Double(denied) / Double(cars)) < 1e-12)
      #expect(abs(try value(row, "entered") - Double(cars) / 5) < 1e-9)
      if firsts.count == 5 {
        #expect(abs(try value(row, "first_stranding_h") - firsts.sorted()[2]) < 1e-12)
      }
    }
    #expect(table.rows.count == 10)
  }

  @Test("gives what was never seen an upper bound, Wilson's for as many cars")
  func upperBound() throws {
    let report = try stranding(
      "--traffic 5,10 --chargers 8 --duration 3 --replications 4" + Self.alone)
    let table = try #require(report.table("levels"))
    for row in table.rows {
      let (entered, share, low, high) = (row[3], row[6], row[7], row[8])
      #expect(share == 0 && low == 0)
      let bound = Interval.wilson(successes: 0, of: Int((4 * (entered ?? 0)).rounded())).high
      #expect(abs((high ?? 0) - bound) < 1e-12)
    }
    #expect(report.verdict.contains("are not too many"))
    #expect(report.json["roads"]?[0]?["critical_per_hour"]?["mean"] == .null)
  }

  @Test(
    "finds the critical traffic where the curve crosses the target, more closely with every halving"
  )
  func critical() throws {
    let coarse = try stranding(Self.short + Self.alone + " --refinements 0")
    let fine = try stranding(Self.short + Self.alone + " --refinements 4")
    for (road, chargers) in [2, 4].enumerated() {
      let answer = try #require(fine.json["roads"]?[road])
      #expect(answer["chargers"]?.number == Double(chargers))
      let critical = try #require(answer["critical_per_hour"]?["mean"]?.number)
      let levels = try #require(answer["levels"]?.array).map {
        ($0["vehicles_per_hour"]?.number ?? 0, $0["stranded_share"]?["mean"]?.number ?? 0)
      }
      let below = levels.filter { $0.0 <= critical }.map(\.1).max() ?? 0
      let above = levels.filter { $0.0 >= critical }.map(\.1).min() ?? 1
      #expect(below <= 0.01 + 1e-12 && above >= 0.01 - 1e-12)
      let low = try #require(answer["critical_per_hour"]?["low"]?.number)
      let high = try #require(answer["critical_per_hour"]?["high"]?.number)
      #expect(low <= critical && critical <= high)
      let gap = levels.map(\.0).filter { $0 > critical }.min() ?? 0
      #expect(gap - critical <= 40 / 16)
      let first = try #require(coarse.json["roads"]?[road]?["critical_per_hour"]?["mean"]?.number)
      #expect(abs(first - critical) <= 40)
    }
  }

  @Test("says when even the least traffic is too much")
  func tooMuch() throws {
    let report = try stranding(
      "--traffic 300,400 --chargers 1 --waiting-spots 1 --duration 4 --replications 3" + Self.alone)
    #expect(report.verdict.contains("even 300 cars an hour are too many"))
  }

  @Test("is the same twice and on any number of threads, and another with another seed")
  func same() throws {
    let words = Self.short.replacing("--replications 5", with: "--replications 3")
    let (first, second) = (try stranding(words), try stranding(words, threads: 4))
    #expect(first.json == second.json)
    #expect(first.data.map(\.csv) == second.data.map(\.csv))
    #expect(first.figures == second.figures)
    #expect(try stranding(words, seed: 2).json != first.json)
  }

  @Test(
    "sweeps over the road of the earlier system, with the cars of a preset",
    arguments: ["calibrated", "upstream"])
  func preset(name: String) throws {
    let report = try stranding(
      "--scenario \(name) --duration 3 --replications 2 --chargers 3,5" + Self.alone
        + " --refinements 0", seed: 9)
    let levels = try #require(report.json["roads"]?[1]?["levels"]?.array)
    #expect(
      levels.compactMap { $0["vehicles_per_hour"]?.number } == [30, 60, 90, 120, 150, 200, 300])
    var scenario = try #require(HighwayScenario.preset(named: name))
    scenario.road.length = 200
    scenario.stations.count = 4
    scenario.stations.chargers = 5
    scenario.waitingSpots = 30
    scenario.traffic.process = .poisson
    scenario.traffic.vehiclesPerHour = 300
    scenario.choice.allowsOverflow = false
    (scenario.duration, scenario.seed) = (3, 9)
    let plan = try HighwayPlan(scenario)
    let summaries = try (0..<2).map { replication in
      var run = HighwayRun(plan, replication: replication)
      return try run.finish().summary
    }
    func mean(_ value: (HighwaySummary) -> Int) -> Double {
      summaries.reduce(0) { $0 + Double(value($1)) } / 2
    }
    #expect(levels[6]["entered"]?.number == mean(\.arrivals))
    #expect(levels[6]["completed"]?.number == mean(\.completed))
  }

  @Test("takes a scenario file as it is")
  func file() throws {
    let file = try ScratchFile(#"{"preset": "demo", "road": {"length_km": 120}}"#)
    let report = try stranding(
      "--scenario \(file.path) --num-stations 2 --traffic 50,100 --chargers 3 -r 2" + Self.alone)
    var scenario = HighwayScenario.demo
    scenario.road.length = 120
    (scenario.stations.count, scenario.stations.chargers) = (2, 3)
    (scenario.traffic.vehiclesPerHour, scenario.seed) = (100, 1)
    let summary = try scenario.run().summary
    let place = try #require(report.table("evaluations")?.columns.firstIndex(of: "completed"))
    let row = try #require(report.table("evaluations")?.rows.first { $0[2] == 100 && $0[3] == 0 })
    #expect(row[place] == Double(summary.completed))
  }

  @Test("follows a study file, and options before it")
  func study() throws {
    let file = try ScratchFile(
      """
      { "scenario": "upstream",
        "factors": [ { "name": "traffic", "from": 50, "to": 150, "step": 50 },
                     { "name": "spots", "values": [2, 8] } ],
        "replications": { "until": "stranded_by_network_share", "half_width": 0.01,
                          "at_least": 3, "at_most": 6 } }
      """)
    let report = try stranding(
      "--study \(file.path) --duration 4 --refinements 1" + Self.alone)
    #expect(report.json["factor"] == "spots")
    let roads = try #require(report.json["roads"]?.array)
    #expect(roads.compactMap { $0["spots"]?.number } == [2, 8])
    let counts = Set(
      roads.flatMap { $0["levels"]?.array ?? [] }.compactMap { $0["replications"]?.number })
    #expect(counts.count == 1 && (3...6).contains(counts.first ?? 0))
    let other = try stranding(
      "--study \(file.path) --duration 2 --traffic 10,20 --chargers 3 -r 4" + Self.alone)
    #expect(other.json["factor"] == "chargers" && other.json["replications"] == 4)
    let levels = try #require(other.json["roads"]?[0]?["levels"]?.array)
    #expect(levels.compactMap { $0["vehicles_per_hour"]?.number } == [10, 20])
  }
}
