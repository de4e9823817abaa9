import AnalysisKit
import Peers
import Testing
import Text

@Suite("The schema of scenario files")
struct OptionSchemaTests {
  private static let schema = OptionSchema.schema(
    title: "sample", options: SampleOptions.grammar.descriptions)

  /// Values that every option is given in turn, alone in a document.
  private static let values = [
    "null", "true", "false", "0", "-0", "1", "4", "4.0", "4.5", "-3", "-4", "100", "100.5", "101",
    "1000", "1000.5", "1024", "1025", "0.5", "0.49", "1e2", "-1e-300", "\"\"", "\"a\"",
    "\"alpha\"", "\"Alpha\"", "\"4\"", "[]", "[1]", "[\"a\"]", "[\"a\", 1]", "[null]", "[[1]]",
    "[1.5]", "[true]", "{}", "{\"a\": 1}",
  ]

  private static var documents: [String] {
    let keys = SampleOptions.grammar.descriptions.map(\.key) + ["rat", "patience-mean", ""]
    let single = keys.flatMap { key in
      // Where a number or a word can stand, the reader also takes the number in quotes.
      values.filter { key != "limit" || $0 != "\"4\"" }.map { "{\"\(key)\": \($0)}" }
    }
    return single + ["{}", "[]", "4", "null", "\"rate\"", "{\"rate\": 1, \"count\": 2, \"x\": 3}"]
  }

  @Test("says of every option what it is for, and its default")
  func content() throws {
    let properties = try #require(Self.schema["properties"]?.object)
    #expect(properties.keys == SampleOptions.grammar.descriptions.map(\.key))
    #expect(properties["rate"]?["description"] == "How many come. Unit: per hour.")
    #expect(properties["rate"]?["default"]?.number == 8)
    #expect(properties["count"]?["minimum"] == .integer(-3))
  }

  @Test("says nothing of bounds that are none")
  func endlessRange() throws {
    let option = OptionDeclaration<SampleOptions>.value("rate", \.rate, in: 0...(.infinity), "R.")
    let schema = OptionSchema.schema(title: "", options: [option.description])
    #expect(schema["properties"]?["rate"]?["minimum"]?.number == 0)
    #expect(schema["properties"]?["rate"]?["maximum"] == nil)
  }

  @Test(
    "is a schema, and agrees with the reader on every document",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func agreement() throws {
    let script = """
      import json, sys
      from jsonschema import Draft202012Validator
      schema, *documents = [json.loads(line) for line in open(sys.argv[1])]
      Draft202012Validator.check_schema(schema)
      validator = Draft202012Validator(schema)
      for document in documents:
          print(validator.is_valid(document))
      """
    let answers = try Peer.lines(from: script, cases: [Self.schema.compactText] + Self.documents)
    try #require(answers.count == Self.documents.count)
    #expect(answers.count { $0 == "True" } > 40)
    let sandbox = try Sandbox()
    for (document, answer) in zip(Self.documents, answers) {
      let options = try? SampleOptions.parsed([], file: sandbox.file(document))
      #expect((options != nil) == (answer == "True"), "\(document)")
    }
  }
}
