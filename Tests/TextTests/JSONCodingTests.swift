import Foundation
import Testing
import Text

@Suite("JSON coding")
struct JSONCodingTests {
  @Test("writes members in the order in which they are encoded")
  func order() throws {
    #expect(
      try JSON(encoding: CodedSite()).compactText
        == #"{"chargers":4,"kind":{"plain":{}},"colour":"green"}"#)
    #expect(
      try JSON(encoding: CodedKind.both(.log(base: 2.5), .range(1, upTo: 2))).compactText
        == #"{"both":{"_0":{"log":{"base":2.5}},"_1":{"range":{"_0":1,"upTo":2}}}}"#)
    #expect(
      try JSON(encoding: CodedByHand()).compactText
        == #"{"head":{"first":"f","second":"s"},"rows":[[1,2],[3]]}"#)
  }

  @Test("sorts what Swift keeps in no order: names by their bytes, numbers by their size")
  func sorted() throws {
    let names = Dictionary(uniqueKeysWithValues: (1...20).map { ("k\($0)", $0) })
    #expect(try JSON(encoding: names).object?.keys == names.keys.sorted())
    let numbers = Dictionary(uniqueKeysWithValues: (-5...20).map { ($0, "") })
    #expect(try JSON(encoding: numbers).object?.keys == (-5...20).map(String.init))
    #expect(try JSON(encoding: Set(1...50)) == .array((1...50).map { .integer($0) }))
    let kinds: [CodedKind: Int] = [.plain: 1, .log(base: 2): 2, .log(base: 3): 3]
    #expect(
      try JSON(encoding: kinds).compactText
        == #"[{"log":{"base":2}},2,{"log":{"base":3}},3,{"plain":{}},1]"#)
    #expect(try JSON(encoding: kinds).decoded(as: [CodedKind: Int].self) == kinds)
  }

  @Test("gives back what went in, also through text")
  func roundTrip() throws {
    let study = CodedStudy()
    let json = try JSON(encoding: study)
    #expect(try json.decoded() == study)
    for text in [json.compactText, json.prettyText] {
      #expect(try JSONReader.read(text).decoded(unknownKeys: .refused) == study)
    }
    #expect(try JSON(encoding: CodedByHand()).decoded() == CodedByHand())
    let derived = CodedDerived()
    (derived.base, derived.own) = (7, "y")
    let back = try JSON(encoding: derived).decoded(as: CodedDerived.self)
    #expect((back.base, back.own) == (7, "y"))
    #expect(try JSON(encoding: 3).decoded() == 3)
    #expect(try JSON(encoding: Double?.none).decoded(as: Double?.self) == nil)
    #expect(try JSON(encoding: json) == json)
    #expect(try json.decoded(as: JSON.self) == json)
  }

  @Test("keeps numbers that JSON lacks as texts, and every bit of the others")
  func numbers() throws {
    let all: [Double] = [.infinity, -.infinity, .nan, -0.0, 0.1, 1e16, .leastNonzeroMagnitude]
    let json = try JSON(encoding: all)
    #expect(json.compactText == #"["inf","-inf","nan",-0,0.1,1e+16,5e-324]"#)
    let back = try JSONReader.read(json.compactText).decoded(as: [Double].self)
    #expect(back.map(\.bitPattern) == all.map(\.bitPattern))
    #expect(try JSON(encoding: UInt64.max).compactText == "\"18446744073709551615\"")
    #expect(try JSON(encoding: Float(0.1)).compactText == "0.1")
    #expect(try (1e3 as JSON).decoded() == 1000)
  }

  @Test(
    "is read by Foundation's coder, which in turn it reads",
    arguments: [0, 1, 2] as [UInt64])
  func foundation(seed: UInt64) throws {
    var study = CodedStudy(seed: seed)
    study.note = seed == 1 ? "note" : nil
    study.main.kind = seed == 2 ? .both(.plain, .both(.log(base: 0.1), .plain)) : .plain
    let ours = Data(try JSON(encoding: study).compactText.utf8)
    #expect(try JSONDecoder().decode(CodedStudy.self, from: ours) == study)
    let theirs = try JSONEncoder().encode(study)
    #expect(try JSONReader.read(theirs).decoded(unknownKeys: .refused) == study)
    let byHand = try JSONEncoder().encode(CodedByHand())
    #expect(try JSONReader.read(byHand).decoded() == CodedByHand())
    let json = try JSON(encoding: study)
    let data = try JSONEncoder().encode(json)
    #expect(try JSONDecoder().decode(CodedStudy.self, from: data) == study)
    #expect(try JSONDecoder().decode(JSON.self, from: data).object?.count == json.object?.count)
  }

  @Test(
    "writes what Foundation writes, but for the order of keys",
    arguments: [
      AnyCoded([1, 2, 3]), AnyCoded(["a": [true, false]]), AnyCoded(CodedKind.range(1, upTo: 2)),
      AnyCoded([CodedColour.red, .green]), AnyCoded([nil, 1.5]), AnyCoded(CodedSite()),
      AnyCoded(CodedDerived()), AnyCoded(CodedByHand()), AnyCoded([[String]]()),
      AnyCoded([String: Int]()), AnyCoded(["e\u{301}\u{0}/\u{7F}\u{2028}"]), AnyCoded(Int8.min),
    ])
  func sameAsFoundation(value: AnyCoded) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let ours = Data(try JSON(encoding: value).compactText.utf8)
    let again = try JSONSerialization.data(
      withJSONObject: JSONSerialization.jsonObject(with: ours, options: .fragmentsAllowed),
      options: [.sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed])
    #expect(
      String(decoding: again, as: UTF8.self)
        == String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  @Test(
    "says where and what was expected",
    arguments: [
      (#"{"chargers": "x"}"#, #"chargers: expected a whole number, found "x""#, 1, 14),
      ("{\n\"chargers\": 1.5}", "chargers: expected a whole number, found 1.5", 2, 13),
      (#"{"charges": 1}"#, #""chargers" is missing; is it what "charges" was meant to be?"#, 1, 1),
      (#"{"chargers": 1, "kind": []}"#, "kind: expected an object, found an array", 1, 25),
      (
        #"{"chargers": 1, "kind": {"log": {"base": null}}}"#,
        "kind.log.base: expected a number, found null", 1, 42
      ),
      (
        #"{"chargers": 1, "kind": {"plain": {}}, "colour": "blue"}"#,
        #"colour: there is no "blue" here; possible are "red" and "green""#, 1, 50
      ),
      ("[1]", "expected an object, found an array", 1, 1),
      (
        #"{"chargers": 1, "kind": {"plain": {}}, "colour": "red", "Colour": 1}"#,
        #"there is no "Colour" here; did you mean "colour"?"#, 1, 57
      ),
      (
        #"{"chargers": 1, "kind": {"plain": {}}, "colour": "red", "zzz": 1}"#,
        #"there is no "zzz" here; possible are "chargers", "kind" and "colour""#, 1, 57
      ),
      (
        #"{"chargers": 1, "kind": {"log": {"base": 1, "bass": 1}}, "colour": "red"}"#,
        #"kind.log: there is no "bass" here; did you mean "base"?"#, 1, 45
      ),
    ])
  func failures(text: String, sentence: String, line: Int, column: Int) throws {
    let node = try JSONReader.read(text)
    let failure = #expect(throws: JSONCodingFailure.self) {
      try node.decoded(as: CodedSite.self, unknownKeys: .refused)
    }
    #expect(failure?.description == sentence)
    #expect(failure?.position == TextPosition(line: line, column: column))
    let withoutFile = #expect(throws: JSONCodingFailure.self) {
      try node.json.decoded(as: CodedSite.self, unknownKeys: .refused)
    }
    #expect(withoutFile?.description == sentence && withoutFile?.position == nil)
  }

  @Test("names places in arrays, and keys that are no plain names")
  func paths() {
    func path<Value: Decodable>(_ json: JSON, as type: Value.Type) -> String? {
      #expect(throws: JSONCodingFailure.self) { try json.decoded(as: type) }?.path
    }
    #expect(path([[1], [2, "x"]], as: [[Double]].self) == "[1][1]")
    #expect(
      path(["a b": ["c": [["chargers": 1]]]], as: [String: [String: [CodedSite]]].self)
        == "[\"a b\"].c[0]")
    #expect(path([300], as: [UInt8].self) == "[0]")
    #expect(path([nil, true], as: [Int?].self) == "[1]")
  }

  @Test("passes over unknown keys unless told to refuse them")
  func unknownKeys() throws {
    let json: JSON = ["chargers": 1, "kind": ["plain": [:]], "colour": "red", "more": 1]
    #expect(try json.decoded(as: CodedSite.self).chargers == 1)
    // A key is known when any of several attempts asked for it.
    let either: JSON = [["base": 1], ["own": "x", "parent": ["base": 2]]]
    #expect(try either.decoded(as: [EitherBase].self, unknownKeys: .refused).map(\.base) == [1, 2])
  }

  @Test("refuses whole numbers that a type or a Double cannot hold")
  func ranges() {
    #expect(throws: JSONCodingFailure.self) { try (256 as JSON).decoded(as: UInt8.self) }
    #expect(throws: JSONCodingFailure.self) { try (-1 as JSON).decoded(as: UInt.self) }
    #expect(throws: JSONCodingFailure.self) { try (1e18 as JSON).decoded(as: Int.self) }
    #expect(throws: JSONCodingFailure.self) { try ("12" as JSON).decoded(as: UInt64.self) }
    #expect(throws: JSONCodingFailure.self) { try (1e39 as JSON).decoded(as: Float.self) }
    #expect(throws: JSONCodingFailure.self) { try (1 as JSON).decoded(as: Bool.self) }
  }

  @Test("codes nesting to a limit and no deeper")
  func nesting() throws {
    func nested(_ depth: Int) -> CodedKind {
      (0..<depth).reduce(.plain) { kind, _ in .both(kind, .plain) }
    }
    #expect(try JSON(encoding: nested(100)).decoded() == nested(100))
    let failure = #expect(throws: JSONCodingFailure.self) { try JSON(encoding: nested(10_000)) }
    #expect(failure?.reason == .nestedTooDeeply(limit: 256))
    var json: JSON = ["plain": [:]]
    for _ in 0..<1000 { json = ["both": ["_0": json, "_1": ["plain": [:]]]] }
    #expect(throws: JSONCodingFailure.self) { try json.decoded(as: CodedKind.self) }
  }

  @Test("takes a hundred thousand numbers in one go, in time that grows with their count")
  func many() throws {
    let values = (0..<100_000).map { Double($0) * 0.1 }
    let clock = ContinuousClock()
    var json = JSON.null
    let encoding = try clock.measure { json = try JSON(encoding: values) }
    var back: [Double] = []
    let decoding = try clock.measure { back = try json.decoded() }
    #expect(back == values)
    #expect(encoding < .seconds(1) && decoding < .seconds(1))
    let members = Dictionary(uniqueKeysWithValues: (0..<20_000).map { ("key \($0)", $0) })
    let wide = try JSON(encoding: members)
    #expect(try wide.decoded(unknownKeys: .refused) == members)
  }
}

/// Takes one form or the other.
private enum EitherBase: Decodable {
  case base(CodedBase)
  case derived(CodedDerived)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      self = .derived(try container.decode(CodedDerived.self))
    } catch {
      self = .base(try container.decode(CodedBase.self))
    }
  }

  var base: Int {
    switch self {
    case .base(let value): value.base
    case .derived(let value): value.base
    }
  }
}

/// A value of any type, so that one test can be given several.
struct AnyCoded: Encodable, @unchecked Sendable {
  let value: any Encodable

  init(_ value: any Encodable) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}
