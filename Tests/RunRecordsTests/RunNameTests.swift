import Foundation
import RunRecords
import Testing

@Suite("A run's name")
struct RunNameTests {
  @Test(
    "becomes lower-case letters, digits and single dashes",
    arguments: [
      ("My Station, 2nd try!", "my-station-2nd-try"),
      ("", ""), ("---", ""), ("!?", ""), (" a ", "a"), ("A__b--C", "a-b-c"),
      ("Größe 12 kW", "gr-e-12-kw"), ("充电", ""), ("a/../b", "a-b"), ("..", ""),
      ("x\u{0}y\nz", "x-y-z"), ("e\u{301}t", "e-t"), ("４２", ""), ("🚗 1", "1"),
      (String(repeating: "a", count: 60), String(repeating: "a", count: 50)),
      (String(repeating: "a", count: 49) + " b", String(repeating: "a", count: 49)),
      (String(repeating: "ab ", count: 40), String(repeating: "ab-", count: 16) + "ab"),
    ])
  func slug(name: String, expected: String) {
    #expect(RunName.slug(name) == expected)
  }

  @Test("is always a good name for a folder")
  func anySlug() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<5_000 {
      let scalars = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x2FF, using: &random)) ?? "-"
      }
      let name = String(String.UnicodeScalarView(scalars))
      let slug = RunName.slug(name)
      let isGood = slug.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == 45
      }
      guard isGood, slug.utf8.count <= 50, !slug.hasPrefix("-"), !slug.hasSuffix("-"),
        !slug.contains("--"), RunName.slug(slug) == slug
      else {
        Issue.record("\(name.debugDescription) became \(slug.debugDescription)")
        return
      }
    }
  }

  @Test("begins with the moment of SOURCE_DATE_EPOCH in UTC, whatever the time zone")
  func sourceDateEpoch() async {
    await #expect(processExitsWith: .success) {
      setenv("TZ", "Asia/Tokyo", 1)
      setenv("SOURCE_DATE_EPOCH", "1800000000", 1)
      precondition(
        RunName.folderName(tool: "queue", name: "My name") == "2027-01-15_080000_queue_my-name")
      precondition(RunName.folderName(tool: "queue", name: nil) == "2027-01-15_080000_queue")
      precondition(RunName.folderName(tool: "queue", name: "!") == "2027-01-15_080000_queue")
      setenv("SOURCE_DATE_EPOCH", "0", 1)
      precondition(RunName.folderName(tool: "q", name: nil) == "1970-01-01_000000_q")
    }
  }

  @Test("begins with the user's own time otherwise")
  func localTime() async {
    await #expect(processExitsWith: .success) {
      unsetenv("SOURCE_DATE_EPOCH")
      setenv("TZ", "XXX-5:30", 1)
      let format = DateFormatter()
      format.locale = Locale(identifier: "en_US_POSIX")
      format.timeZone = TimeZone(secondsFromGMT: 19_800)
      format.dateFormat = "yyyy-MM-dd_HHmmss"
      let before = format.string(from: Date()) + "_q"
      let name = RunName.folderName(tool: "q", name: nil)
      let after = format.string(from: Date()) + "_q"
      precondition(before <= name && name <= after, "\(before) \(name) \(after)")
    }
  }
}
