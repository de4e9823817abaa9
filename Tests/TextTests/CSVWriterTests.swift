import Peers
import Testing
import Text

@Suite("CSV text")
struct CSVWriterTests {
  @Test("has quotes only where needed")
  func quotes() {
    let text = CSVWriter.text(
      header: ["site", "note"],
      rows: [["Nord", "new, \"fast\""], ["a b", "x\ny"], ["", "\"\u{301}"]])
    #expect(
      text == "site,note\nNord,\"new, \"\"fast\"\"\"\na b,\"x\ny\"\n,\"\"\"\u{301}\"\n")
    #expect(CSVWriter.text(rows: [[""], ["a"]]) == "\"\"\na\n")
  }

  @Test("reads back as it was written", arguments: CSVSeparator.allCases)
  func roundTrip(separator: CSVSeparator) throws {
    var random = FixedRandom(seed: 21)
    let pieces = ["a", "\"", ",", ";", "\t", "\n", "\r", "é", " ", "\u{FEFF}", "\"\u{301}", "5"]
    for _ in 0..<2_000 {
      let width = Int.random(in: 1...4, using: &random)
      let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 0...3, using: &random)).map { _ in random.pick(pieces) }.joined()
        }
      }
      let header = (0..<width).map { "column \($0)" }
      let text = CSVWriter.text(header: header, rows: rows, separator: separator)
      let table = try CSVReader.read(text)
      #expect(table.header == header)
      #expect(
        table.rows.map { $0.map { Array($0.text.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
    }
  }
}
