import AnalysisKit
import StrandingPlugin
import Testing

@Suite("Levels of traffic")
struct LevelsTests {
  @Test(
    "are read as they are written",
    arguments: [
      ("30,60,90", [30.0, 60, 90]), ("30-300:90", [30.0, 120, 210, 300]),
      ("0.5-1.5:0.25", [0.5, 0.75, 1, 1.25, 1.5]), ("8", [8.0]), ("2-4", [2.0, 3, 4]),
      ("12.5,20", [12.5, 20]),
    ])
  func reads(text: String, values: [Double]) throws {
    let levels = try Levels(optionText: text)
    #expect(levels.values == values)
    #expect(try Levels(optionText: levels.optionText) == levels)
  }

  @Test(
    "are refused where they do not ascend or are none",
    arguments: ["60,30", "30,30", "a", "1,", "0.5-2", "1-1000000", "0-1:0.000001", ""])
  func refuses(text: String) {
    #expect(throws: OptionComplaint.self) { try Levels(optionText: text) }
  }
}
