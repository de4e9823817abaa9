import Testing
import Text

@Suite("A JSON object")
struct JSONObjectTests {
  @Test("keeps the order of its keys, small or large", arguments: [3, 8, 9, 500])
  func order(count: Int) {
    var object = JSONObject()
    for number in (0..<count).reversed() { object["k\(number)"] = .integer(number) }
    object["k1"] = "new"
    #expect(object.keys == (0..<count).reversed().map { "k\($0)" })
    #expect(object["k1"] == "new" && object["k2"] == 2 && object["k\(count)"] == nil)
    object["k1"] = nil
    #expect(object.count == count - 1 && object["k1"] == nil && object["k0"] == 0)
    object.append("k1", 1)
    #expect(object.keys.last == "k1" && object["k1"] == 1)
  }

  @Test("takes over another's members, whose values win")
  func merging() {
    let merged = (["a": 1, "b": 2] as JSONObject).merging(["c": 3, "a": 4])
    #expect(merged == ["a": 4, "b": 2, "c": 3])
    #expect(merged != ["b": 2, "a": 4, "c": 3])
    #expect(merged.map(\.key) == ["a", "b", "c"])
  }
}
