import Peers
import Figures
import Testing

@Suite("Rich text")
struct RichTextTests {
  @Test(
    "reads markup into runs",
    arguments: [
      ("CO_{2}", [.init("CO"), .init("2", scripts: [.subscript])]),
      ("h^{-1}", [.init("h"), .init("-1", scripts: [.superscript])]),
      ("*E* (kWh)", [.init("E", isItalic: true), .init(" (kWh)")]),
      (
        "*a^{b}*",
        [.init("a", isItalic: true), .init("b", scripts: [.superscript], isItalic: true)]
      ),
      (
        "x^{a_{i}}",
        [
          .init("x"), .init("a", scripts: [.superscript]),
          .init("i", scripts: [.superscript, .subscript]),
        ]
      ),
      ("5 \\* 3 \\{α\\} \\n", [.init("5 * 3 {α} \\n")]), ("a^b_c", [.init("a^b_c")]), ("", []),
      ("^{}", []), ("**", []),
    ] as [(String, [RichText.Run])])
  func markup(text: String, runs: [RichText.Run]) throws {
    #expect(try RichText(markup: text).runs == runs)
  }

  @Test(
    "says what is unbalanced, and where",
    arguments: [
      ("a^{2", .openScript(column: 2)), ("*a", .openItalic(column: 1)),
      ("a}", .strayBrace(column: 2)), ("a{b}", .strayBrace(column: 2)),
      ("a^{*b}*", .openItalic(column: 4)), ("a^{b^{c^{d}}}", .tooDeep(column: 8)),
    ] as [(String, MarkupFailure)])
  func failure(text: String, expected: MarkupFailure) {
    #expect(throws: expected) { try RichText(markup: text) }
  }

  @Test("never reads data as markup, whatever the data are")
  func hostile() throws {
    var random = FixedRandom(seed: 7)
    let pieces = [
      "^{", "_{", "}", "*", "\\", "<script>", "&amp;", "é", "\u{301}", "漢", "שלום", "😀",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 1...8, using: &random))
        .map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
      let plain = RichText(plain: text)
      #expect(plain.runs == [.init(text)] && plain.plainText == text)
      #expect(try RichText(markup: plain.markup) == plain, "markup: \(plain.markup)")
      if let read = try? RichText(markup: text) {
        #expect(try RichText(markup: read.markup) == read, "markup: \(text)")
      }
    }
  }

  @Test("is one line without control characters")
  func controls() {
    #expect(RichText(plain: "a\nb\tc\u{0}d\r\ne").plainText == "a b c\u{FFFD}d  e")
  }

  @Test(
    "becomes plain text for those who hear it",
    arguments: [
      ("CO_{2}", "CO₂"), ("10^{−3}", "10⁻³"), ("x^{max}", "x^(max)"), ("a_{i}b", "a_(i)b"),
      ("x^{a_{1}}", "x^(a)^(_(1))"),
    ])
  func plainText(markup: String, expected: String) throws {
    #expect(try RichText(markup: markup).plainText == expected)
  }

  @Test("joins equal neighbours and is bold when asked")
  func joined() {
    #expect((RichText(plain: "a") + RichText(plain: "b")).runs == [.init("ab")])
    #expect(RichText(plain: "a").bold.runs == [.init("a", isBold: true)])
  }
}
