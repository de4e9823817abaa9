import RunRecords
import Testing
import Text

@Suite("The record of a run")
struct RunRecordTests {
  static var full: RunRecord {
    var record = RunRecord(
      tool: "queue",
      program: ProgramVersion(
        version: "1.2.3", commit: "0123456789abcdef", hasUncommittedChanges: true),
      name: "näme \"1\"", seed: .max,
      options: ["arrivals": 8, "mean": 0.1, "list": [1, "a", nil], "flag": true],
      scenario: .init(path: "s.json", sha256: "aa"))
    record.inputs = [.init(path: "a b.csv", sha256: "bb"), .init(path: "c", sha256: "cc")]
    record.status = .complete
    record.verdict = "Yes, it is."
    return record
  }

  static var bare: RunRecord {
    RunRecord(
      tool: "t",
      program: ProgramVersion(version: "0", commit: nil, hasUncommittedChanges: false),
      name: nil, seed: 0, options: [:])
  }

  @Test("is read as it was written", arguments: [full, bare])
  func roundTrip(record: RunRecord) throws {
    for text in [record.json.prettyText, record.json.compactText] {
      let read = try #require(RunRecord(try JSONReader.read(text).json))
      #expect(read == record)
      #expect(read.json.prettyText == record.json.prettyText)
    }
  }

  @Test("begins incomplete, without a verdict")
  func beginning() {
    #expect(Self.bare.status == .incomplete)
    #expect(Self.bare.verdict == nil)
  }

  @Test("is not read when a key is missing")
  func missingKeys() throws {
    let whole = try #require(Self.full.json.object)
    #expect(whole.count == 14)
    for key in whole.keys {
      var object = whole
      object[key] = nil
      #expect(RunRecord(.object(object)) == nil, "without \(key)")
    }
  }

  @Test("is not read when a value is of another kind")
  func wrongKinds() throws {
    let whole = try #require(Self.full.json.object)
    for key in whole.keys {
      for value: JSON in [7.5, [[:]], ["a": 1], "other"] {
        // Any object can be options, and any text is a name.
        if ["options", "presentation"].contains(key), value.object != nil { continue }
        if ["tool", "version", "commit", "name", "verdict"].contains(key), value.string != nil {
          continue
        }
        var object = whole
        object[key] = value
        #expect(RunRecord(.object(object)) == nil, "\(key): \(value.compactText)")
      }
    }
  }

  @Test("is nothing else", arguments: ["null", "[]", "{}", "3", "{\"format\": \"evtools run 2\"}"])
  func foreign(text: String) throws {
    #expect(RunRecord(try JSONReader.read(text).json) == nil)
  }
}
