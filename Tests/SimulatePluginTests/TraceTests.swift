import AnalysisKit
import Asking
import Reports
import SimulatePlugin
import Testing

@Suite("Cars from a file") struct TraceTests {
  @Test("are those that come, at their moments and no others")
  func cars() throws {
    let seconds = (0..<50).map { Double($0 * $0) * 3 }
    let file = try ScratchFile(
      "arrival_s\n" + seconds.map { "\($0)\n" }.joined(), ending: "csv")
    let report = try simulate("highway --traffic-trace \(file.path) --num-stations 3")
    #expect(report.number("counts.arrivals") == 50)
    let vehicles = try #require(report.table("vehicles"))
    let column = try #require(vehicles.columns.firstIndex(of: "entered_s"))
    let entered = vehicles.rows.compactMap { $0[column] }.sorted()
    #expect(entered.count == 50)
    for (one, other) in zip(entered, seconds) { #expect(abs(one - other) < 1e-6) }
    // The run lasts until the last of them, and no car comes beyond a shorter one.
    #expect(report.number("parameters.duration_h") == 3)
    let short = try simulate("--traffic-trace \(file.path) --duration 1")
    #expect(short.number("counts.arrivals") == Double(seconds.count { $0 < 3600 }))
  }

  @Test("need no traffic beside them")
  func conflicts() throws {
    let file = try ScratchFile("time,vehicles\n06:00,30\n07:00,12\n", ending: "csv")
    #expect(try simulate("--traffic-trace \(file.path)").number("counts.arrivals") == 42)
    for words in ["--vehicles-per-hour 30", "--traffic-pattern poisson"] {
      #expect(throws: OptionFailure.self) {
        try simulate("--traffic-trace \(file.path) \(words)")
      }
    }
    #expect(throws: ToolFailure.self) { try simulate("--traffic-trace /nowhere.csv") }
  }
}
