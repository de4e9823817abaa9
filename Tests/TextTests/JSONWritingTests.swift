import Peers
import Testing
import Text

@Suite("JSON text")
struct JSONWritingTests {
  static let study: JSON = [
    "seed": 7, "load": 0.1, "whole": .number(3), "tiny": 1e-9, "none": nil, "on": true,
    "text": "a\"b\\c\n\u{1}\u{1F}é🚗", "empty": [], "void": [:], "nested": [[1, 2], ["a": []]],
  ]

  @Test("is compact where asked")
  func compact() {
    #expect(
      Self.study.compactText
        == #"{"seed":7,"load":0.1,"whole":3,"tiny":1e-09,"none":null,"on":true,"#
        + #""text":"a\"b\\c\n\u0001\u001fé🚗","empty":[],"void":{},"nested":[[1,2],{"a":[]}]}"#)
  }

  @Test("is indented where asked, with short arrays on one line")
  func pretty() {
    let value: JSON = ["seeds": [1, 2], "cases": [["a": 1], [0.5, "x"]], "void": [:]]
    #expect(
      value.prettyText == """
        {
          "seeds": [1, 2],
          "cases": [
            {
              "a": 1
            },
            [0.5, "x"]
          ],
          "void": {}
        }

        """)
  }

  @Test("keeps an array on its line up to 100 characters with the comma", arguments: [0, 1])
  func longLines(excess: Int) {
    let text = String(repeating: "a", count: 83 + excess)
    let value: JSON = ["key": [.string(text), 1], "z": 0]
    let lines = value.prettyText.split(separator: "\n")
    #expect(lines.count == (excess == 0 ? 4 : 7))
    #expect(excess == 1 || lines[1].count == 100)
  }

  @Test("says null for what is not finite", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) {
    #expect(JSON.number(value).compactText == "null")
  }

  @Test("reads back as it was written, compact and pretty")
  func roundTrip() throws {
    var random = FixedRandom(seed: 5)
    for _ in 0..<2_000 {
      let value = Self.randomValue(depth: 4, &random)
      #expect(try JSONReader.read(value.compactText).json == value)
      #expect(try JSONReader.read(value.prettyText).json == value)
    }
  }

  private static func randomValue(depth: Int, _ random: inout FixedRandom) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: return nil
    case 1: return .bool(.random(using: &random))
    case 2: return .integer(.random(in: .min ... .max, using: &random))
    case 3: return .number(.random(in: -1...1, using: &random))
    case 4: return .number(.leastNonzeroMagnitude)
    case 5:
      let scalars = (0..<5).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0..<0x500, using: &random))
      }
      return .string(String(String.UnicodeScalarView(scalars)))
    case 6:
      return .array(
        (0..<Int.random(in: 0..<5, using: &random)).map { _ in
          randomValue(depth: depth - 1, &random)
        })
    default:
      return .object(
        JSONObject(
          (0..<Int.random(in: 0..<12, using: &random)).map {
            ("k\($0)", randomValue(depth: depth - 1, &random))
          }))
    }
  }
}
