import AnalysisKit
import Asking
import StrandingPlugin
import Testing

@Suite("A sweep that makes no sense")
struct BadInputTests {
  /// What is complained about, in words.
  private func complaint(_ words: String) throws -> String {
    do {
      _ = try stranding(words)
      return ""
    } catch let failure as ToolFailure {
      switch failure {
      case .usage(let failure): return "\(failure)"
      case .input(let failure):
        return "\(failure.keyPath ?? ""): \(failure.problem). \(failure.remedy ?? "")"
      default: return "\(failure)"
      }
    } catch let failure as OptionFailure {
      return "\(failure)"
    }
  }

  @Test(
    "is refused with what is wrong",
    arguments: [
      ("--scenario calibratd", "did you mean"),
      ("--traffic 30", "two levels or more"),
      ("--traffic 60,30", "levels that ascend"),
      ("--chargers 2.5,3.5", "whole numbers of chargers"),
      ("--chargers 0,3", "whole numbers of chargers"),
      ("--target 0", "outOfRange"),
      ("--study no-such-file.json", "no-such-file.json"),
    ])
  func refused(words: String, part: String) throws {
    let text = try complaint(words)
    #expect(text.lowercased().contains(part.lowercased()), "\(text)")
  }

  @Test(
    "is refused with the key of the file",
    arguments: [
      (#"{ "factors": [ { "name": "trafic", "from": 1, "to": 2 } ] }"#, "factors[0].key"),
      (
        #"{ "factors": [ { "name": "spots", "values": [1] }, { "name": "grid", "values": [1] } ] }"#,
        "one thing beside traffic"
      ),
      (#"{ "factors": [ { "name": "grid", "from": 0.5, "to": 2.5 } ] }"#, "at most 50 values"),
      (#"{ "factors": [ { "name": "traffic", "values": [60, 30] } ] }"#, "levels that ascend"),
      (
        #"{ "replications": { "until": "waits", "half_width": 1 } }"#,
        #"no measure "waits""#
      ),
      (#"{ "scenario": { "preset": "demo", "rod": {} } }"#, "rod"),
      (#"{ "replications": 1 }"#, "2 or more"),
    ])
  func file(text: String, part: String) throws {
    let file = try ScratchFile(text)
    let complaint = try complaint("--study \(file.path)")
    #expect(complaint.contains(part), "\(complaint)")
  }

  @Test("is refused where an option could have no effect")
  func listed() throws {
    let file = try ScratchFile(
      """
      { "preset": "demo", "stations": { "list": [
        { "position_km": 50, "chargers": [ { "count": 2 } ] } ] } }
      """)
    let complaint = try complaint("--scenario \(file.path) --num-stations 3")
    #expect(complaint.contains("has no effect") || complaint.contains("stations"), "\(complaint)")
  }
}
