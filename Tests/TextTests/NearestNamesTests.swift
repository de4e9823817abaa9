import Testing
import Text

@Suite("A misspelt name")
struct NearestNamesTests {
  static let tools = ["pareto", "queue", "sweep", "sizing", "swap", "part"]

  @Test(
    "finds what was meant",
    arguments: [
      ("paretto", ["pareto"]), ("PARETO", ["pareto", "part"]), ("qeuue", ["queue"]),
      ("siz", ["sizing"]),
      ("swpa", ["swap"]), ("par", ["part", "pareto"]), ("s", ["swap", "sweep", "sizing"]),
      ("x", []), ("", []), ("weather", []),
    ] as [(String, [String])])
  func found(typed: String, names: [String]) {
    #expect(NearestNames.of(typed, among: Self.tools) == names)
  }

  @Test("names the nearest first, then in the order given, up to the limit")
  func order() {
    let names = ["cot", "cart", "cat", "car", "bat"]
    #expect(NearestNames.of("cat", among: names) == ["cat", "cot", "cart"])
    #expect(NearestNames.of("cat", among: names, limit: 1) == ["cat"])
  }

  @Test(
    "is as far away as the textbook says",
    arguments: [
      ("kitten", "sitting", 3), ("ca", "abc", 3), ("ab", "ba", 1), ("", "abc", 3),
      ("same", "same", 0),
      ("saturday", "sunday", 3), ("a cat", "an act", 2),
    ])
  func distance(first: String, second: String, changes: Int) {
    #expect(NearestNames.distance(from: first, to: second) == changes)
    #expect(NearestNames.distance(from: second, to: first) == changes)
  }
}
