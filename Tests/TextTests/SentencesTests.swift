import Testing
import Text

@Suite("A list in a sentence")
struct SentencesTests {
  @Test(
    "has commas and one conjunction",
    arguments: [
      ([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c"),
    ] as [([String], String)])
  func listed(words: [String], text: String) {
    #expect(words.listed(conjunction: "or") == text)
  }

  @Test("is quoted so that it stays on its line")
  func quoted() {
    #expect("a\"b\\\n\u{1B}é".quoted == #""a\"b\\\n\u{1B}é""#)
  }

  @Test("counts things in singular and plural")
  func counted() {
    #expect([0, 1, 2].map { $0.counted("row", "rows") } == ["0 rows", "1 row", "2 rows"])
  }
}
