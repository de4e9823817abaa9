import AnalysisKit
import Testing

@Suite("What an option takes")
struct OptionWordsTests {
  private static let nested = OptionForm.either(["auto", "all"], .either(["none"], .path))

  @Test(
    "is said in words",
    arguments: [
      (OptionForm.number, nil as String?, "a number"), (.number, "minutes", "a number (minutes)"),
      (.integer, "cars", "a whole number (cars)"), (.flag, "x", "true or false"),
      (.path, nil, "the path of a file"), (.text("N|A-B"), nil, "N|A-B"),
      (.choice(["a"]), nil, "a"), (.choice(["a", "b", "c"]), nil, "a, b or c"),
      (.either(["unlimited"], .integer), nil, "unlimited or a whole number"),
      (.either(["a", "b"], .number), "kW", "a, b or a number (kW)"),
    ])
  func words(form: OptionForm, unit: String?, expected: String) {
    #expect(form.words(unit: unit) == expected)
  }

  @Test(
    "has a place-holder for the help",
    arguments: [
      (OptionForm.number, "NUMBER"), (.integer, "N"), (.flag, ""), (.path, "PATH"),
      (.text("TEXT"), "TEXT"), (.choice(["a", "b"]), "a|b"), (nested, "auto|all|none|PATH"),
    ])
  func placeholders(form: OptionForm, expected: String) {
    #expect(form.placeholder == expected)
  }

  @Test("has words and paths that a shell can complete")
  func completion() {
    #expect(Self.nested.words == ["auto", "all", "none"])
    #expect(Self.nested.takesPath)
    #expect(OptionForm.choice(["a"]).words == ["a"])
    #expect(!OptionForm.either(["a"], .number).takesPath)
    #expect(OptionForm.number.words.isEmpty)
  }

  @Test(
    "is told to whoever wrote something else",
    arguments: [
      (OptionComplaint.notANumber("x\n"), nil as String?, "\"x\\n\" is not a number"),
      (.notANumber(""), "kW", "\"\" is not a number (kW)"),
      (.notAWholeNumber("1.5"), nil, "\"1.5\" is not a whole number"),
      (.outOfRange("7", low: 0.5, high: 6), "h", "7 is out of range: from 0.5 to 6 (h)"),
      (
        .notAChoice("alpa", among: ["alpha", "beta"]), nil,
        "\"alpa\" is none of alpha and beta; did you mean \"alpha\"?"
      ),
      (.notAChoice("xyz", among: ["alpha", "beta"]), nil, "\"xyz\" is none of alpha and beta"),
      (.malformed("a", takes: "a date"), nil, "\"a\" is not a date"),
    ])
  func complaints(complaint: OptionComplaint, unit: String?, expected: String) {
    #expect(complaint.words(unit: unit) == expected)
  }

  @Test("has a key in files that is its name with low lines")
  func key() {
    #expect(SampleOptions.grammar.descriptions[1].key == "patience_mean")
  }
}
