import ChargingModels
import HighwayWorld
import Testing

@Suite("The table of trips")
struct TripRecordTests {
  @Test("adds up to the summary", arguments: 0..<15)
  func sums(seed: Int) throws {
    var scenario = randomScenario(seed: UInt64(300 + seed))
    scenario.warmUp = 0
    let outcome = try run(scenario)
    let records = TripRecord.records(of: outcome.log)
    #expect(records.count == outcome.summary.arrivals)
    #expect(records.count { $0.end == .completed } == outcome.summary.completed)
    for (index, cause) in StrandingCause.allCases.enumerated() {
      #expect(records.count { $0.end == .stranded(cause) } == outcome.summary.stranded[index])
    }
    #expect(records.count { $0.end == .onRoad } == outcome.summary.onRoad)
    let paid = records.map(\.paid).reduce(0, +)
    #expect((paid - outcome.summary.income).magnitude < 1e-6)
    #expect(
      records.map(\.setbacks).reduce(0, +) == outcome.summary.abandoned + outcome.summary.denied
        + outcome.summary.balked)
    for record in records where record.end == .completed {
      #expect(record.ended > record.entered)
    }
  }
}

@Suite("The analysis of strandings")
struct StrandingAnalysisTests {
  @Test("counts, and advises room where cars were turned away")
  func advice() throws {
    var scenario = plainScenario(
      length: 300, stations: [plainStation(at: 100, type: "SLOW", spots: 1)],
      trace: (0..<8).map { 0.1 * Double($0) })
    scenario.choice.allowsOverflow = false
    let plan = try HighwayPlan(scenario)
    let outcome = try run(scenario)
    let analysis = StrandingAnalysis(outcome.strandings, plan: plan, hours: 12)
    #expect(analysis.count == 6)
    #expect(analysis.byCause == [0, 6, 0, 0, 0])
    #expect(analysis.byTenKilometres[12] == 6)
    #expect(analysis.byHour.reduce(0, +) == 6)
    #expect(analysis.perDay == 12)
    #expect(analysis.medianPosition == 125)
    #expect(
      analysis.advice.first == .init(kind: .fillGap, cases: 6, place: 100...300, isUrgent: true))
    #expect(
      analysis.advice.contains(
        .init(kind: .moreRoom(station: 0), cases: 6, place: 100...100, isUrgent: true)))
    #expect(analysis.advice.contains { $0.kind == .hotSpot && $0.cases == 6 })
  }

  @Test("of a road without any says so")
  func none() throws {
    let plan = try HighwayPlan(.demo)
    let analysis = StrandingAnalysis([], plan: plan, hours: 2)
    #expect(analysis.count == 0 && analysis.advice.isEmpty && analysis.meanPosition == nil)
  }
}
