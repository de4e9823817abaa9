import AnalysisKit
import Asking
import ChargingModels
import HighwayWorld
import Reports
import StrandingPlugin
import Testing
import Text

@Suite("The attribution of strandings to stations")
struct AttributionTests {
  static let road =
    "--chargers 3 --traffic 60,120 --attribution-traffic 120 --duration 5 --highway-length 150 --waiting-spots 4 "
    + "--replications 3 --no-patterns --no-tornado --no-visualize"

  private func stranded(_ chargers: [Int], _ replication: Int) throws -> Set<Int> {
    var scenario = HighwayScenario.calibrated
    scenario.road.length = 150
    scenario.stations.count = chargers.count
    scenario.waitingSpots = 4
    scenario.duration = 5
    scenario.traffic.vehiclesPerHour = 120
    scenario.choice.allowsOverflow = false
    scenario.seed = 1
    var list = scenario.resolvedStations
    for (station, count) in chargers.enumerated() { list[station].chargers[0].count = count }
    scenario.stations.list = list
    var run = HighwayRun(try HighwayPlan(scenario), replication: replication)
    return Set(try run.finish().strandings.filter { $0.cause != .infeasible }.map(\.vehicle))
  }

  @Test("counts car by car who is saved and who strands instead")
  func carByCar() throws {
    let table = try #require(try stranding(Self.road + " --num-stations 3").table("attribution"))
    for station in 0..<3 {
      var chargers = [3, 3, 3]
      chargers[station] += 1
      var (saved, instead) = (0, 0)
      for replication in 0..<3 {
        let (before, after) = (
          try stranded([3, 3, 3], replication), try stranded(chargers, replication)
        )
        saved += before.subtracting(after).count
        instead += after.subtracting(before).count
      }
      let row = table.rows[station]
      #expect(abs((row[2] ?? 0) - Double(saved) / 3) < 1e-12)
      #expect(abs((row[5] ?? 0) - Double(instead) / 3) < 1e-12)
      #expect(abs((row[8] ?? 0) - Double(saved - instead) / 3) < 1e-12)
      #expect(saved > 0)
    }
  }

  @Test("divides among stations what one more charger everywhere saves", arguments: [3, 6])
  func efficient(stations: Int) throws {
    let report = try stranding(Self.road + " --num-stations \(stations)")
    let answer = try #require(report.json["attribution"])
    #expect(answer["exact"] == .bool(stations <= 4))
    let values = try #require(answer["stations"]?.array)
      .compactMap { $0["shapley"]?["mean"]?.number }
    #expect(values.count == stations)
    var together = 0
    for replication in 0..<3 {
      let before = try stranded(Array(repeating: 3, count: stations), replication).count
      together += before - (try stranded(Array(repeating: 4, count: stations), replication)).count
    }
    #expect(abs(values.reduce(0, +) - Double(together) / 3) < 1e-9)
    let whole = try #require(answer["saved_together"]?["mean"]?.number)
    #expect(abs(whole - Double(together) / 3) < 1e-9)
    let shares = try #require(answer["stations"]?.array)
      .compactMap { $0["share"]?["mean"]?.number }
    if !shares.isEmpty { #expect(abs(shares.reduce(0, +) - 1) < 1e-9) }
  }
}
