import Testing
import Text

@Suite("A JSON value")
struct JSONValueTests {
  @Test("answers only as what it is")
  func accessors() {
    #expect(JSON.integer(3).number == 3)
    #expect(JSON.number(3).integer == 3)
    #expect(JSON.number(3.5).integer == nil)
    #expect(JSON.number(1e300).integer == nil)
    #expect(JSON.string("3").number == nil)
    #expect(JSON.bool(true).integer == nil)
    #expect(JSON.null.isNull && JSON.array([]).array == [])
    let list: JSON = [1, 2]
    #expect(list[1] == 2 && list[2] == nil && list[-1] == nil && list["a"] == nil)
  }
}
