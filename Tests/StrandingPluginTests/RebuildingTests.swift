import AnalysisKit
import HighwayStudies
import HighwayWorld
import StrandingPlugin
import Testing
import Text

@Suite("The models of a sweep") struct RebuildingTests {
  private func question() throws -> HighwayQuestion {
    var scenario = HighwayScenario.demo
    scenario.duration = 4
    return try HighwayQuestion(
      scenario,
      [HighwayFactor.chargers.varied(.whole(1...4)), HighwayFactor.traffic.varied(.real(20...90))],
      seed: 3)
  }

  @Test("can be made again from the documents of their studies, with the same bits")
  func rebuilt() throws {
    let sweep = StrandingModel(try question())
    let again = try StrandingModel(document: sweep.document)
    #expect(again.document == sweep.document && again.measures == sweep.measures)
    #expect(
      try again.results(of: [1, 80], replicates: [0, 4])
        == sweep.results(of: [1, 80], replicates: [0, 4]))
    let rescue = RescueModel(question: try question(), base: [1, 80])
    let second = try RescueModel(document: rescue.document)
    #expect(second.document == rescue.document)
    #expect(
      try second.results(of: [2, 80], replicates: [2])
        == rescue.results(of: [2, 80], replicates: [2]))
  }

  @Test("are told from each other and from the plain question")
  func different() throws {
    let (plain, sweep) = (try question().document, StrandingModel(try question()).document)
    let rescues = [[1, 80], [2, 80]].map { base in
      (try? RescueModel(question: question(), base: base))?.document
    }
    #expect(
      Set(([plain, sweep] + rescues.compactMap { $0 }).map { JSON.object($0).compactText }).count
        == 4)
    #expect(throws: ToolFailure.self) {
      try RescueModel(document: sweep.merging(["base": [1]]))
    }
  }
}
