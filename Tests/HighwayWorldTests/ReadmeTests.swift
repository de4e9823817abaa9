import ChargingModels
import Foundation
import HighwayWorld
import Testing

@Suite("The example in the README")
struct ReadmeTests {
  @Test("works as it stands")
  func works() throws {
    // README begins.
    var scenario = HighwayScenario.corridor300  // 300 km, 80 vehicles an hour, 24 h
    scenario.stations.chargers = 12
    scenario.traffic.process = .rushHour
    let outcome = try scenario.run()
    print(outcome.summary.completed, outcome.summary.wait95)

    // The plan once, then a run for each replication: the same cars on every road.
    let plan = try HighwayPlan(scenario)
    let waits = try (0..<20).map { replication in
      var run = HighwayRun(plan, replication: replication)
      return try run.finish().summary.wait95
    }
    // README ends.
    #expect(outcome.summary.completed > 1000)
    #expect(Set(waits).count == 20 && waits[0] == outcome.summary.wait95)
  }

  @Test("is what this test compiles, line by line")
  func same() throws {
    let file = URL(filePath: #filePath)
    let root = file.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let shown = try #require(between("```swift\n", and: "```", of: readme))
      .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.hasPrefix("import ") }
    let own = try String(contentsOf: file, encoding: .utf8)
    let compiled = try #require(between("// README begins.\n", and: "// README ends.", of: own))
      .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
    #expect(shown == compiled)
  }

  private func between(_ start: String, and end: String, of text: String) -> Substring? {
    guard let first = text.range(of: start),
      let last = text.range(of: end, range: first.upperBound..<text.endIndex)
    else { return nil }
    return text[first.upperBound..<last.lowerBound]
  }
}
