import AnalysisKit
import Foundation
import HighwayStudies
import Testing
import Text

@Suite("A traffic trace") struct TrafficTraceTests {
  /// Reads a file with some text for a run that starts at six.
  private func hours(_ text: String) throws -> [Double] {
    let path = NSTemporaryDirectory() + UUID().uuidString + ".csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try TrafficTrace.hours(in: FilePath(path), startHour: 6, Workshop(seed: 1))
  }

  @Test(
    "has a car a row, by seconds, minutes, hours or the clock",
    arguments: [
      "arrival_s\n0\n1800\n1800\n90000\n", "kind;arrival_min\nA;0\nA;30\nB;30\nB;1500\n",
      "arrival_h\r\n0\r\n0.5\r\n0.5\r\n25\r\n",
      "id,time\n1,06:00\n2,06:30\n3,06:30:00.0\n4,05:00\n5,07:00\n",
      "time\n2026-02-28T06:00:00Z\n2026-02-28 06:30\n2026-02-28T06:30:00\n2026-03-01T07:00:00\n",
    ])
  func cars(_ text: String) throws {
    let hours = try hours(text)
    #expect(Array(hours.prefix(3)) == [0, 0.5, 0.5])
    #expect(hours.last == 25)
  }

  @Test("spreads the cars of an interval evenly, the last interval as long as the one before")
  func counts() throws {
    #expect(
      try hours("time,vehicles\n06:00,2\n06:30,0\n07:00,1\n") == [0.125, 0.375, 1.25])
    #expect(try hours("arrival_h,vehicles\n1,1\n3,2\n") == [2, 3.5, 4.5])
  }

  @Test(
    "says what is wrong, and where",
    arguments: [
      ("", "the file is empty", 1), ("arrival_s\n", "no rows", 0),
      ("hour,cars\n1,2\n", "no column says when cars come", 1),
      ("1\n2\n", "its unit is not known", 1),
      ("arrival_s\n1\nsoon\n", "\"soon\" is not a number", 3),
      ("arrival_s\n1\n-1\n", "not a number at or above 0", 3),
      ("arrival_s\n30\n20\n", "comes before \"30\" in the row above", 3),
      ("time\n25:00\n", "is no time such as", 2), ("time\n2026-02-29T07:00\n", "is no time", 2),
      ("time\n06:00\n2026-05-02T07:00\n", "some times have a day", 3),
      ("time\n05:59\n", "is before the run starts, at 6 o'clock", 2),
      ("time,vehicles\n06:00,3\n", "one interval has no length", 2),
      ("time,vehicles\n06:00,3\n06:30,1.5\n", "not a whole number", 3),
      ("time,vehicles\n06:00,3\n06:30,9999999999\n", "more than 5 000 000 cars", 3),
      ("time,vehicles\n06:00,3\n06:00,1\n", "an interval begins where the one before does", 2),
      ("arrival_s\n1,2\n", "the row has 2 fields", 2),
    ])
  func complaints(_ text: String, _ problem: String, _ line: Int) throws {
    let failure = #expect(throws: ToolFailure.self) { try hours(text) }
    guard case .input(let input) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    let words = input.problem.replacing("\u{202F}", with: " ")
    #expect(words.contains(problem), "\(words)")
    #expect((input.position?.line ?? 0) == line)
  }

  @Test("ends in moments or in words, whatever the file holds")
  func anything() {
    let letters = Array("arivl_smhtTZ vehcs0123456789:-.,;\"\n\r")
    var state: UInt64 = 7
    for start in ["", "time,vehicles\n", "arrival_s\n", "time\n"] {
      for length in 0..<300 {
        var text = start
        for _ in 0..<length % 40 {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          text.append(letters[Int(state >> 33) % letters.count])
        }
        let moments = (try? hours(text)) ?? []
        #expect(moments.allSatisfy { $0 >= 0 && $0.isFinite }, "\(text)")
        #expect(moments == moments.sorted(), "\(text)")
      }
    }
  }
}
