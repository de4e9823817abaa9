import Foundation
import Testing

@Suite("A scenario file") struct ScenarioTests {
  private let scratch = Scratch()

  @Test("gives the options their values, and flags win over it")
  func precedence() throws {
    try scratch.write(
      "{\"arrivals\": 9, \"chargers\": 5, \"customers\": 500, \"replications\": 4, \"waiting_spots\": 3}",
      as: "station.json")
    let answer = try Evtools.run(
      ["queue", "--scenario", "station.json", "--arrivals", "7", "-q"], in: scratch.folder)
    #expect(answer.code == 0, "\(answer.err)")
    let record = try scratch.text(try scratch.run() + "/run.json")
    for part in ["\"arrivals\": 7", "\"chargers\": \"5\"", "\"waiting_spots\": 3", "station.json"] {
      #expect(record.contains(part), "\(part)")
    }
    #expect(try Evtools.run(["rerun", "output/latest"], in: scratch.folder).code == 0)
  }

  @Test("has a schema that names every option with its default")
  func schema() throws {
    let schema = try Evtools.run(["schema", "queue"], in: scratch.folder).json()
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    #expect(properties["arrivals"]?["default"] as? Double == 8)
    #expect(properties["customers"]?["maximum"] as? Double == 5_000_000)
    #expect(schema["additionalProperties"] as? Bool == false)
  }
}
