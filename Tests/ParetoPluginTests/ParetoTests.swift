import AnalysisKit
import Asking
import ParetoPlugin
import Reports
import Testing
import Text

@Suite("The Pareto optimiser")
struct ParetoTests {
  /// A small space: 5 × 4 designs, six hours of road.
  private let small =
    "--stations 2-6 --chargers 4-16:4 --spots 4 --grid-kw 2000 --solar-kw 0 "
    + "--battery-kwh 0 --duration 6 --objectives cost,stranding --max-stranding 100"

  private func points(_ table: DataTable) -> [[Double?]] { table.rows.map { Array($0[1...6]) } }

  @Test("finds by search exactly the designs that no other of the whole space beats")
  func exact() throws {
    let grid = try pareto(small + " --method grid --replications 3 --runs 60")
    let search = try pareto(
      small + " --method nsga2 --designs 20 --replications 3 --runs 60")
    let whole = try #require(grid.table("front"))
    let found = try #require(search.table("front"))
    #expect(points(whole) == points(found))
    #expect(whole.rows.count > 1)
    // And by the definition: nobody in the table of all designs is better in one and as good in the other.
    let all = try #require(grid.table("designs"))
    let (cost, stranding) = (
      try #require(all.columns.firstIndex(of: "cost")),
      try #require(all.columns.firstIndex(of: "stranding"))
    )
    func goals(_ row: [Double?]) -> (Double, Double) { (row[cost] ?? .nan, row[stranding] ?? .nan) }
    let best = all.rows.filter { row in
      let mine = goals(row)
      return !all.rows.contains { other in
        let theirs = goals(other)
        return theirs.0 <= mine.0 && theirs.1 <= mine.1 && theirs != mine
      }
    }
    #expect(Set(best.map { $0[0] }) == Set(whole.rows.map { $0[0] }))
  }

  @Test("gives the same report whatever the number of threads", arguments: [1, 8])
  func threads(count: Int) throws {
    let words = small + " --method nsga2 --designs 16 --replications 2 --runs 60"
    let (one, other) = (try pareto(words, threads: 3), try pareto(words, threads: count))
    #expect(one.verdict == other.verdict && one.json == other.json)
    #expect(one.data.map(\.csv) == other.data.map(\.csv))
  }

  @Test(
    "gives the runs that are left to designs that are hard to tell apart, and no more than there are"
  )
  func budget() throws {
    let report = try pareto(small + " --method nsga2 --designs 16 --replications 2 --runs 80")
    let runs = try #require(report.json["runs"]?.integer)
    #expect((33...80).contains(runs))
    let counts = try #require(report.table("designs")).rows.compactMap { $0[7] }
    #expect(counts.reduce(0, +) == Double(runs) && Set(counts).count > 1)
    #expect(report.table("evaluations")?.rows.count == runs)
  }

  @Test("names the cheapest design that keeps the limits with confidence")
  func cheapest() throws {
    let report = try pareto(
      "--stations 4-6 --chargers 8-12:4 --spots 6 --grid-kw 2000 --solar-kw 0 --battery-kwh 0 "
        + "--duration 6 --objectives cost,stranding --max-stranding 5 --replications 4 --runs 24")
    let table = try #require(report.table("designs"))
    let columns = table.columns
    func value(_ row: [Double?], _ name: String) -> Double {
      columns.firstIndex(of: name).flatMap { row[$0] } ?? .nan
    }
    let safe = table.rows.filter { value($0, "stranding_bound") <= 5 }
    let least = try #require(safe.map { value($0, "cost") }.min())
    #expect(report.json["cheapest"]?["objectives"]?["cost"]?.number == least)
    #expect(report.json["limits_kept"]?.bool == true)
    // A bound is never below the mean.
    for row in table.rows { #expect(value(row, "stranding_bound") >= value(row, "stranding")) }
  }

  @Test("says so when nothing keeps the limits")
  func impossible() throws {
    let report = try pareto(
      "--stations 2 --chargers 2 --spots 0-2:2 --grid-kw 200 --solar-kw 0 --battery-kwh 0 "
        + "--duration 6 --max-stranding 0.1 --replications 2 --runs 20")
    #expect(report.verdict.hasPrefix("None of the 2 designs tried keeps"))
    #expect(report.json["limits_kept"]?.bool == false)
  }

  @Test("lets each station have its own chargers")
  func perStation() throws {
    let report = try pareto(
      "--stations 2-3 --chargers 4-8:4 --spots 4 --grid-kw 2000 --solar-kw 0 --battery-kwh 0 "
        + "--duration 4 --per-station --replications 2 --runs 30 --max-stranding 100")
    let table = try #require(report.table("designs"))
    #expect(table.columns.contains("chargers-3"))
    // 2 × 2 with two stations, where the third has none to choose, and 2 × 2 × 2 with three.
    #expect(table.rows.count == 12)
  }

  @Test("takes prices from a file")
  func prices() throws {
    let file = try ScratchFile(#"{ "station": { "each": 0, "years": 20 } }"#)
    let words =
      "--stations 2 --chargers 4 --spots 0-2:2 --grid-kw 800 --solar-kw 0 --battery-kwh 0 "
      + "--duration 3 --max-stranding 100 --replications 2 --runs 20"
    func cost(_ report: Report) -> Double? {
      report.json["cheapest"]?["objectives"]?["cost"]?.number
    }
    let (dear, cheap) = (
      try #require(cost(pareto(words))), try #require(cost(pareto(words + " --costs " + file.path)))
    )
    // Two stations of half a million over 20 years at 5 % and 2 % upkeep.
    #expect(abs(dear - cheap - 2 * 0.5 * (0.080_242_587_190_691_26 + 0.02)) < 1e-9)
  }

  @Test(
    "refuses what makes no sense, with the place",
    arguments: [
      (#"{ "objectives": ["cost", "beauty"] }"#, "beauty"),
      (#"{ "factors": [ { "name": "charm", "from": 1, "to": 2 } ] }"#, "charm"),
      (
        #"{ "factors": [ { "name": "x", "key": "stations.chargerz", "from": 1, "to": 2 } ] }"#,
        "stations.chargerz"
      ),
      (#"{ "scenario": { "preset": "corridor" } }"#, "corridor"),
      (#"{ "scenario": { "stations": { "cuont": 3 } } }"#, "cuont"),
      (#"{ "objectives": ["cost"] }"#, "two to six"),
      (#"{ "constraints": [ { "measure": "beauty", "at_most": 1 } ] }"#, "beauty"),
      (#"[1, 2]"#, "object"), (#"{ "objectives" "#, "end"),
    ])
  func badStudies(text: String, says: String) throws {
    let file = try ScratchFile(text)
    do {
      _ = try pareto("--study " + file.path)
      Issue.record("it was taken")
    } catch { #expect("\(error)".contains(says)) }
  }

  @Test(
    "refuses options that make no sense",
    arguments: [
      "--study corridoor", "--chargers 5-2", "--chargers many", "--objectives cost,cost",
      "--objectives cost", "--weights 1,2,3,4", "--weights 0,1,1",
      "--method grid --grid-kw 1.5-2.5",
      "--chargers 0", "--costs nowhere.json", "--max-stranding 101", "--designs 3",
    ])
  func badOptions(words: String) {
    #expect(throws: (any Error).self) { try pareto(words) }
  }
}
