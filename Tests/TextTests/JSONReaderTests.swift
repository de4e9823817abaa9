import Testing
import Text

@Suite("The JSON reader")
struct JSONReaderTests {
  @Test("reads every kind of value")
  func kinds() throws {
    let text = #" {"a": [null, true, false, -3, 2.5, 1e3], "b": {"c": "\u00e9\ud83d\ude97\n\/"}} "#
    let value = try JSONReader.read(text).json
    #expect(
      value == [
        "a": [nil, true, false, -3, 2.5, 1000.0],
        "b": ["c": "é🚗\n/"],
      ])
  }

  @Test("turns whole numbers beyond Int, and minus zero, into numbers")
  func largeIntegers() throws {
    let value = try JSONReader.read("[9223372036854775807, 9223372036854775808, -0]").json
    #expect(value[0] == .integer(.max))
    #expect(value[1] == .number(9_223_372_036_854_775_808))
    #expect(value[2]?.number?.sign == .minus)
  }

  @Test("remembers where values and keys stand, in characters")
  func positions() throws {
    let file = try JSONReader.read("{\r\n  \"é🚗\": [1,\n 22]}")
    let member = try #require(file.members?.first)
    #expect(file.position == TextPosition(line: 1, column: 1))
    #expect(member.keyPosition == TextPosition(line: 2, column: 3))
    #expect(member.value.position == TextPosition(line: 2, column: 9))
    #expect(file["é🚗"]?[1]?.position == TextPosition(line: 3, column: 2))
  }

  @Test("reads nesting to its limit and no deeper", arguments: ["[]", "{}"])
  func nesting(pair: String) throws {
    func nested(_ depth: Int) -> String {
      let open = pair == "[]" ? "[" : "{\"a\":"
      let inside = String(repeating: open, count: depth - 1) + pair
      return inside + String(repeating: String(pair.suffix(1)), count: depth - 1)
    }
    _ = try JSONReader.read(nested(256))
    let failure = #expect(throws: JSONFailure.self) { try JSONReader.read(nested(257)) }
    #expect(failure?.reason == .nestedTooDeeply(limit: 256))
    #expect(throws: JSONFailure.self) { try JSONReader.read(nested(1_000_000)) }
  }

  @Test("counts depth, not how many arrays and objects there are", arguments: ["[]", "{}"])
  func siblings(pair: String) throws {
    let text = "[" + Array(repeating: pair, count: 1_000).joined(separator: ",") + "]"
    #expect(try JSONReader.read(text).array?.count == 1_000)
  }

  @Test("holds canonically equivalent keys apart, as they stand in the file")
  func equivalentKeys() throws {
    let value = try JSONReader.read("{\"\u{E9}\": 1, \"e\u{301}\": 2}").json
    #expect(value["\u{E9}"] == 1)
    #expect(value["e\u{301}"] == 2)
  }

  @Test("says what is wrong and where", arguments: BadDocument.json)
  func complaints(document: BadDocument) {
    let failure = #expect(throws: JSONFailure.self) { try JSONReader.read(document.bytes) }
    #expect(failure?.description == document.sentence)
    #expect(
      failure?.position == TextPosition(line: document.line, column: document.column))
  }
}

extension BadDocument {
  /// Documents that are no JSON.
  static let json: [BadDocument] = [
    .init("", 1, 1, "the text is empty, but a value was expected"),
    .init(" \n ", 2, 2, "the text is empty, but a value was expected"),
    .init("}", 1, 1, #"expected a value but found "}""#),
    .init("[1,\n 2,]", 2, 4, #"expected a value but found "]""#),
    .init("[,]", 1, 2, #"expected a value or "]" but found ",""#),
    .init("[1 2]", 1, 4, #"expected "," or "]" but found "2""#),
    .init("{\"a\":1,}", 1, 8, #"expected a key in double quotes but found "}""#),
    .init("{'a':1}", 1, 2, #"expected a key in double quotes or "}" but found "'""#),
    .init("{\"a\" 1}", 1, 6, #"expected ":" after the key but found "1""#),
    .init("{\"a\":1 \"b\":2}", 1, 8, #"expected "," or "}" but found "\"""#),
    .init("{\"é\":\n é}", 2, 2, #"expected a value but found "é""#),
    .init("[NaN]", 1, 2, #"expected a value or "]" but found "NaN""#),
    .init("[1, True]", 1, 5, #"expected a value but found "True""#),
    .init("nulll", 1, 1, #"expected a value but found "nulll""#),
    .init("1 // one", 1, 3, #"expected the end of the text but found "/""#),
    .init("{} {}", 1, 4, #"expected the end of the text but found "{""#),
    .init("{\"a\": 1", 1, 8, "the text ends inside an object that begins at line 1, column 1"),
    .init("{\"a\":", 1, 6, "the text ends inside an object that begins at line 1, column 1"),
    .init("{}[", 1, 3, #"expected the end of the text but found "[""#),
    .init("[\n[1]", 2, 4, "the text ends inside an array that begins at line 1, column 1"),
    .init("[\"ab", 1, 5, "the text ends inside a string that begins at line 1, column 2"),
    .init("\"\\", 1, 3, "the text ends inside a string that begins at line 1, column 1"),
    .init(
      "{\"seed\":1,\n\"seed\":2}", 2, 1, #"a key stands twice: "seed", first at line 1, column 2"#),
    .init("{\"a\":1,\"\\u0061\":2}", 1, 8, #"a key stands twice: "a", first at line 1, column 2"#),
    .init(
      "\"a\nb\"", 1, 3, #"a string contains a control character, which must be written as "\n""#),
    .init(
      "\"\u{1}\"", 1, 2,
      #"a string contains a control character, which must be written as "\u0001""#),
    .init(
      #""a\x""#, 1, 3,
      #""\x" is no escape; possible are \" \\ \/ \b \f \n \r \t and \uXXXX"#),
    .init(#""\u12G4""#, 1, 2, #""\u" must be followed by four hexadecimal digits"#),
    .init(
      #""\ud800""#, 1, 2, #""\ud800" is half of a surrogate pair and lacks its other half"#),
    .init(
      #""\udc00""#, 1, 2, #""\udc00" is half of a surrogate pair and lacks its other half"#),
    .init(
      #""\ud800\u0041""#, 1, 2,
      #""\ud800" is half of a surrogate pair and lacks its other half"#),
    .init("01", 1, 1, "a number must not begin with a needless zero"),
    .init("-01", 1, 2, "a number must not begin with a needless zero"),
    .init("[-]", 1, 3, #"expected a digit after "-""#),
    .init("1.", 1, 3, #"expected a digit after ".""#),
    .init("1e+]", 1, 4, #"expected a digit after "e+""#),
    .init("+1", 1, 1, #"expected a value but found "+""#),
    .init(".5", 1, 1, #"expected a value but found ".""#),
    .init("[1e400]", 1, 2, "the number 1e400 is too large (at most about 1.8e308)"),
    .init(
      "\u{FEFF}1", 1, 1,
      "the file begins with a byte order mark, which JSON forbids; save it without"),
    .init(
      Array("\"é".utf8) + [0xFF, 0x22], 1, 3,
      "the bytes here are not UTF-8; save the file as UTF-8"),
  ]
}
