import ChargingModels
import HighwayWorld
import Testing

@Suite("The cause of a stranding")
struct CauseTests {
  /// Cars 7 minutes apart that all need the station at km 100 for 200 km.
  private func crowd(spots: Limit, overflow: Bool) -> HighwayScenario {
    var scenario = plainScenario(
      stations: [plainStation(at: 100, type: "SLOW", spots: spots)],
      trace: (0..<8).map { 0.1 * Double($0) })
    scenario.choice.allowsOverflow = overflow
    return scenario
  }

  @Test("is the full waiting room that turned the car away")
  func denied() throws {
    let outcome = try run(crowd(spots: 1, overflow: false))
    #expect(outcome.summary.stranded == [0, 6, 0, 0, 0])
    #expect(outcome.summary.denied == 6)
    #expect(outcome.strandings.allSatisfy { ($0.position - 125).magnitude < 1e-9 })
    let roomy = try run(crowd(spots: 1, overflow: true))
    #expect(roomy.summary.strandedAll == 0)
    #expect(roomy.finish.stations[0].overflowed == 6)
  }

  @Test("is the line that it left: it could have reached the next station, which was full")
  func abandoned() throws {
    var scenario = plainScenario(
      length: 250,
      stations: [
        plainStation(at: 100, type: "SLOW"), plainStation(at: 120, type: "SLOW", spots: 0),
      ], trace: (0..<8).map { 0.01 * Double($0) })
    scenario.choice.model = .firstNeed
    scenario.choice.allowsOverflow = false
    scenario.choice.isBalking = false
    let outcome = try run(scenario)
    #expect(outcome.summary.abandoned > 0)
    let causes = outcome.summary.stranded
    // The last setback counts: who left the line was then turned away.
    #expect(causes[1] > 0)
    #expect(causes[0] == 0)
    scenario.stations.list[1].access = .backward
    let lonely = try run(scenario)
    #expect(lonely.summary.abandoned == 0)
  }

  @Test("is behaviour when nobody and nothing stood in the way")
  func behaviour() throws {
    // It leaves with all its 50 kWh, which is not enough for 300 km, and there is nothing between.
    let scenario = plainScenario(
      length: 400, stations: [plainStation(at: 100)], charge: 0.5)
    let outcome = try run(scenario)
    #expect(outcome.summary.stranded == [0, 0, 0, 0, 1])
    let stranding = try #require(outcome.strandings.first)
    #expect(stranding.lastStation == 0)
    #expect(stranding.stops == 1)
  }

  @Test("is the outage of the station that sent it on")
  func outage() throws {
    // The first station is dark; at the second the car before stands, and there is no room to wait.
    var scenario = plainScenario(
      length: 250,
      stations: [plainStation(at: 100), plainStation(at: 110, type: "SLOW", spots: 0)],
      trace: [0.1, 0.2])
    scenario.choice.model = .firstNeed
    scenario.choice.allowsOverflow = false
    scenario.outages.scheduled = [.init(station: 0, start: 0, end: 12)]
    let outcome = try run(scenario)
    #expect(
      outcome.story(of: 0) == [
        .entered, .reached, .reached, .asked, .started, .finished, .exited,
      ])
    // Sent on by the dark station, it was then turned away: the last setback counts.
    #expect(outcome.summary.stranded == [0, 1, 0, 0, 0])

    // Stalled in an outage until its patience ends, with too little for the next.
    var stalled = plainScenario(
      length: 250, stations: [plainStation(at: 100), plainStation(at: 124)], charge: 0.5)
    stalled.choice.model = .firstNeed
    stalled.outages.scheduled = [
      .init(station: 0, start: 1.11, end: 12), .init(station: 1, start: 0, end: 12),
    ]
    stalled.duration = 24
    let cut = try run(stalled)
    #expect(cut.finish.stations[0].cutShort == 1)
    // It is still plugged in at the second station when power returns, and finishes.
    #expect(cut.summary.completed + cut.summary.strandedAll == 1)
  }
}
