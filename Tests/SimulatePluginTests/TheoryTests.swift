import AnalysisKit
import Asking
import Figures
import Reports
import SimulatePlugin
import Testing
import Text

@Suite("Theory beside the simulation of a highway")
struct TheoryTests {
  private func numbers(_ report: Report) -> [JSON] {
    report.json["theory"]?["numbers"]?.array ?? []
  }

  @Test(
    "is known for queues of the textbooks, and most intervals hold it",
    arguments: [
      ("--scenario textbook --duration 600 --warmup 60", "M/M/4", 5),
      ("--scenario textbook --duration 600 --warmup 60 --waiting-spots 2", "M/M/4/6", 6),
      (
        "--scenario textbook --duration 600 --warmup 60 --chargers-per-station 9 --vehicles-per-hour 20",
        "M/M/9", 5
      ),
    ])
  func exact(words: String, law: String, count: Int) throws {
    let report = try simulate(words + " --replications 12")
    #expect(report.json["theory"]?["law"]?.string == law)
    #expect(report.json["theory"]?["exact"]?.bool == true)
    let lines = numbers(report)
    #expect(lines.count == count)
    let held = lines.count { line in
      guard let low = line["low"]?.number, let high = line["high"]?.number,
        let theory = line["theory"]?.number
      else { return false }
      return low <= theory && theory <= high
    }
    #expect(held >= count - 1, "\(lines.map(\.compactText))")
    #expect(report.figures.contains { $0.name == "theory" })
  }

  @Test("is known for queues in a row, where Burke's theorem holds")
  func row() throws {
    let file = try ScratchFile(
      #"{"preset": "textbook", "road": {"length_km": 60}, "stations": {"count": 3}}"#)
    let report = try simulate(
      "--scenario \(file.path) --duration 600 --warmup 60 --replications 8")
    #expect(report.json["theory"]?["law"]?.string == "3 M/M/c queues in a row")
    for line in numbers(report) {
      let theory = try #require(line["theory"]?.number)
      #expect((try #require(line["simulated"]?.number) / theory - 1).magnitude < 0.15)
    }
  }

  @Test("is an approximation where rates follow the day, or where batteries decide")
  func approximate() throws {
    let daily = try simulate(
      "--scenario textbook --traffic-pattern periodic --duration 200 --warmup 20")
    #expect(daily.json["theory"]?["exact"]?.bool == false)
    let road = try simulate("--scenario calibrated")
    let stations = try #require(road.json["theory"]?["stations"]?.array)
    #expect(stations.count >= 4)
    for station in stations {
      #expect(try #require(station["session_min"]?.number) > 5)
      let load = try #require(station["load"]?.number)
      #expect((station["wait_min"]?.number != nil) == (load < 0.95))
    }
  }

  @Test("says when there is no steady state, and nothing where it knows nothing")
  func none() throws {
    let busy = try simulate("--scenario textbook --vehicles-per-hour 12 --duration 50 --warmup 5")
    #expect(busy.json["theory"]?["stable"]?.bool == false)
    #expect(try simulate("--scenario demo --duration 1").json["theory"]?.isNull == true)
    let bursts = try simulate(
      "--scenario textbook --traffic-pattern bursty --duration 50 --warmup 5")
    #expect(bursts.json["theory"]?.isNull == true)
  }

  @Test("comes with the warm-up that the run shows, for traffic that does not follow the day")
  func steady() throws {
    let settled = try simulate("--scenario textbook --duration 1000")
    #expect(settled.json["steady_state"]?["settled"]?.bool == true)
    let low = try #require(settled.number("steady_state.low"))
    let high = try #require(settled.number("steady_state.high"))
    #expect(low < 3.29 && 3.29 < high, "M/M/4: 3.29 wait on average")
    #expect(
      try simulate("--scenario corridor-300").json["steady_state"]?["settled"]?.bool == false)
    #expect(
      try simulate("--traffic-pattern rush-hour").json["steady_state"]?.isNull == true)
  }

  @Test("stands beside a warning that is judged as a detector")
  func warning() throws {
    let report = try simulate("--scenario upstream --energy-grid-max-kw 300 --duration 12")
    let area = try #require(report.number("early_warning.area"))
    #expect((0...1).contains(area))
    #expect(report.json["early_warning"]?["announced"]?.integer != nil)
    #expect(try simulate("--duration 2").json["early_warning"]?.isNull == true)
  }
}
