import ChargingModels
import HighwayWorld
import Testing

@Suite("The preset of the earlier system")
struct UpstreamTests {
  @Test("strands what was measured there: only cars that never could charge, small and fast")
  func strandings() throws {
    var scenario = HighwayScenario.upstream
    scenario.stations.chargers = 40
    scenario.duration = 48
    let outcome = try run(scenario)
    // Measured there with ample chargers: all at km 46 to 74, 40 and 60 kWh packs, 74 % aggressive.
    #expect(outcome.summary.strandedAll == outcome.summary.stranded[0])
    #expect(outcome.summary.strandedAll > 100)
    let places = outcome.strandings.map(\.position)
    #expect(places.allSatisfy { (38...75).contains($0) })
    #expect(outcome.strandings.allSatisfy { $0.type <= 1 && $0.stops == 0 })
    let fast = outcome.strandings.count { $0.driver == 2 }
    #expect((Double(fast) / Double(places.count) - 0.74).magnitude < 0.12)
  }

  @Test("charges each car as often as it needs, not up to eight times on 300 km")
  func stops() throws {
    var scenario = HighwayScenario.upstream
    scenario.stations.chargers = 40
    let trips = TripRecord.records(of: try run(scenario).log)
    #expect(trips.allSatisfy { $0.stops <= 3 })
  }

  @Test("uses no more than physics asks for: 7 % less than with oscillating speed")
  func consumption() throws {
    let used = try run(.upstream).summary.consumption
    #expect((19...22).contains(used), "\(used) kWh per 100 km")
  }
}
