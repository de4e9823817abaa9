import Reports
import Testing

@Suite("A table to keep")
struct DataTableTests {
  @Test("is CSV with a header, empty where there is no finite value")
  func text() {
    let table = DataTable(
      name: "waits", columns: ["site", "mean, min"],
      rows: [[1, 0.1], [nil, .nan], [.infinity, -.infinity], [1e300, -2.5]])
    #expect(table.csv == "site,\"mean, min\"\n1,0.1\n,\n,\n1e+300,-2.5\n")
    #expect(DataTable(name: "none", columns: ["a", "b"]).csv == "a,b\n")
    // An empty line would be no row, so a lone missing value is a quoted nothing.
    #expect(DataTable(name: "one", columns: ["a"], rows: [[nil]]).csv == "a\n\"\"\n")
  }

  @Test("can begin its rows with words")
  func words() {
    let table = DataTable(
      name: "ends", words: [.init("end", ["completed", "stranded, denied"])], columns: ["cars"],
      rows: [[12], [nil]])
    #expect(table.csv == "end,cars\ncompleted,12\n\"stranded, denied\",\n")
    #expect(table.header == ["end", "cars"])
  }

  @Test("keeps every bit of every number")
  func roundTrip() {
    var state: UInt64 = 1
    var numbers = [
      0.0, -0.0, 0.1, .pi, .leastNonzeroMagnitude, .leastNormalMagnitude,
      .greatestFiniteMagnitude, -0x1.fffffffffffffp-1, 1e22, 123_456_789_012_345_680,
    ]
    while numbers.count < 20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Double(bitPattern: state ^ state >> 29)
      if number.isFinite { numbers.append(number) }
    }
    let lines = DataTable(name: "all", columns: ["x"], rows: numbers.map { [$0] }).csv
      .split(separator: "\n")
    #expect(lines.count == numbers.count + 1)
    for (line, number) in zip(lines.dropFirst(), numbers) {
      guard Double(line)?.bitPattern == number.bitPattern else {
        Issue.record("\(number) was written as \(line)")
        return
      }
    }
  }
}
