import Testing
import Text

@Suite("A table of text")
struct TextTableTests {
  @Test("lines its columns up by edge, point and width on the screen")
  func alignment() {
    let table = TextTable(
      columns: [.init("site"), .init("n", .right), .init("kWh", .decimalPoint), .init("note")],
      rows: [
        ["North", "5", "12.5", "ok"], ["充電", "1000", "7", ""],
        ["cafe\u{301}", "20", "0.25", "late"],
      ])
    #expect(
      table.text == """
        site      n    kWh  note
        -----  ----  -----  ----
        North     5  12.5   ok
        充電   1000   7
        cafe\u{301}     20   0.25  late

        """)
  }

  @Test("has titles and a rule even without rows")
  func empty() {
    #expect(TextTable(columns: [.init("a"), .init("bc", .right)]).text == "a  bc\n-  --\n")
  }
}
