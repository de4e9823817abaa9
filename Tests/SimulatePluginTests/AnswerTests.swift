import AnalysisKit
import Asking
import HighwayWorld
import Reports
import SimulatePlugin
import Testing
import Text

@Suite("The answer about a highway")
struct AnswerTests {
  @Test("counts what the engine counts", arguments: ["demo", "corridor-300", "upstream"])
  func counts(preset: String) throws {
    let report = try simulate("highway --scenario \(preset) --duration 4 --seed 7")
    var scenario = try #require(HighwayScenario.preset(named: preset))
    (scenario.duration, scenario.seed) = (4, 7)
    let summary = try scenario.run().summary
    #expect(report.number("counts.arrivals") == Double(summary.arrivals))
    #expect(report.number("counts.completed") == Double(summary.completed))
    #expect(report.number("counts.stranded.total") == Double(summary.strandedAll))
    #expect(report.number("counts.on_road") == Double(summary.onRoad))
    #expect(report.number("counts.abandoned") == Double(summary.abandoned))
    #expect(report.number("counts.denied") == Double(summary.denied))
    #expect(report.number("waits.mean") == summary.waitMean)
    #expect(report.number("waits.p95") == summary.wait95)
    #expect(report.number("utilisation.time") == summary.utilisation)
    #expect(report.number("energy.sinks.vehicles") == summary.toCars)
    let causes = StrandingCause.allCases.compactMap {
      report.number("counts.stranded." + $0.name)
    }
    #expect(causes.reduce(0, +) == Double(summary.strandedAll))
  }

  @Test("closes the four books")
  func books() throws {
    let report = try simulate("--scenario demo --energy-grid-max-kw 80 --duration 8")
    #expect(report.json["books"]?["balanced"]?.bool == true)
    for book in ["vehicles", "minutes", "kWh", "money"] {
      #expect(try #require(report.number("books.largest_residual." + book)) < 1e-6)
    }
    let used = try #require(report.number("energy.sinks.vehicles"))
    #expect(try #require(report.number("energy.residual")).magnitude < 1e-9 * used)
    let (arrivals, completed) = (
      report.number("counts.arrivals"), report.number("counts.completed")
    )
    let rest = [report.number("counts.stranded.total"), report.number("counts.on_road")]
    #expect(arrivals == rest.reduce(completed ?? .nan) { $0 + ($1 ?? .nan) })
  }

  @Test("has an interval around every number when replicated, and the mean of the replications")
  func intervals() throws {
    let words = "--scenario corridor-300 --duration 3 --seed 5"
    let report = try simulate(words + " --replications 3")
    let plan = try {
      var scenario = HighwayScenario.corridor300
      (scenario.duration, scenario.seed) = (3, 5)
      return try HighwayPlan(scenario)
    }()
    let arrivals = try (0..<3).map { replication in
      var run = HighwayRun(plan, replication: replication)
      return Double(try run.finish().summary.arrivals)
    }
    let mean = arrivals.reduce(0, +) / 3
    #expect(abs(try #require(report.number("counts.arrivals")) - mean) < 1e-9)
    let low = try #require(report.number("intervals.arrivals.low"))
    let high = try #require(report.number("intervals.arrivals.high"))
    #expect(low < mean && mean < high)
    #expect(try simulate(words).json["intervals"] == nil)
    guard case .keyNumbers(let numbers)? = report.parts.first else {
      Issue.record("there are no key numbers")
      return
    }
    #expect(numbers.allSatisfy { $0.interval != nil && $0.sampleSize == 3 })
  }

  @Test("has an upper bound for what was never seen, not a zero")
  func never() throws {
    let report = try simulate("--scenario demo --replications 6")
    #expect(report.number("intervals.stranded.mean") == 0)
    #expect(report.number("intervals.stranded.low") == 0)
    #expect(abs(try #require(report.number("intervals.stranded.high")) - 0.4993) < 1e-3)
  }

  @Test("is the same twice and on any number of threads, and another with another seed")
  func same() throws {
    let words = "--scenario demo --replications 4 --energy-grid-max-kw 90"
    let (first, second) = (try simulate(words), try simulate(words, threads: 3))
    #expect(first.json == second.json)
    #expect(first.data.map(\.csv) == second.data.map(\.csv))
    #expect(try simulate(words + " --seed 43").json != first.json)
  }

  @Test("stands in tables, one row per vehicle, station and reading")
  func tables() throws {
    let report = try simulate("--scenario demo --interval 5")
    let arrivals = try #require(report.number("counts.arrivals"))
    #expect(report.table("vehicles")?.rows.count == Int(arrivals))
    #expect(report.table("stations")?.rows.count == 4)
    #expect(report.table("series")?.rows.count == 25)
    #expect(report.table("station-series")?.rows.count == 100)
    let summary = try #require(report.table("summary")).csv
    #expect(summary.hasPrefix("measure,mean,low,high,first\narrivals,"))
    let few = try simulate(
      "--scenario demo --no-enable-vehicle-tracker --no-enable-station-tracker")
    #expect(few.table("vehicles") == nil && few.table("station-series") == nil)
    #expect(few.table("events") == nil)
    #expect(few.json == (try simulate("--scenario demo")).json)
    #expect(report.answerName == "summary" && report.seed == 42)
  }

  @Test(
    "changes with every option",
    arguments: [
      "--highway-length 150", "--num-stations 5", "--chargers-per-station 1", "--waiting-spots 0",
      "--vehicles-per-hour 200", "--traffic-pattern BURSTY", "--duration 1", "--warmup 1",
      "--energy-grid-max-kw 20", "--energy-solar-peak-kw 0", "--energy-wind-base-kw 0",
      "--energy-battery-kwh 0", "--seed 3", "--replications 2",
    ])
  func options(words: String) throws {
    let base = "--scenario demo --vehicles-per-hour 150 --chargers-per-station 2 "
    let changed = base.split(separator: " ").map(String.init)
    let own = words.split(separator: " ").map(String.init)
    let kept = stride(from: 0, to: changed.count, by: 2).filter { changed[$0] != own[0] }
      .flatMap { [changed[$0], changed[$0 + 1]] }
    let answer = try simulate((kept + own).joined(separator: " "))
    let plain = try simulate(base)
    let isSame =
      answer.json["counts"] == plain.json["counts"] && answer.json["energy"] == plain.json["energy"]
    #expect(!isSame)
  }

  @Test("can end early")
  func early() throws {
    let report = try simulate(
      "--scenario corridor-300 --vehicles-per-hour 400 --early-stop strict --duration 24")
    #expect(report.json["stopped"]?.string != nil)
    #expect(try #require(report.number("hours")) < 24)
    #expect(report.verdict.contains("stopped after"))
  }
}
