import AnalysisKit
import Testing
import Text

@Suite("The grammar of options")
struct OptionGrammarTests {
  @Test("sets what the line names and leaves the rest")
  func apply() throws {
    let options = try SampleOptions.parsed(
      "-r", "1.5e1", "--patience-mean=2", "-n-3", "-j", "4", "-q", "--kind", "beta", "-t", "",
      "--file=b c", "--sizes", "1", "--sizes=-2")
    var expected = SampleOptions()
    expected.rate = 15
    expected.patienceMean = 2
    expected.count = -3
    expected.threads = 4
    expected.quiet = true
    expected.kind = .beta
    expected.title = ""
    expected.file = FilePath("b c")
    expected.sizes = [1, -2]
    #expect(options == expected)
    #expect(try SampleOptions.parsed() == SampleOptions())
    #expect(try SampleOptions.parsed("-q", "--no-quiet").quiet == false)
  }

  @Test("lets a list on the line replace the default")
  func lists() throws {
    #expect(try SampleOptions.parsed("-s", "a", "-s", "b").sites == ["a", "b"])
    #expect(try SampleOptions.parsed().sites == ["default"])
  }

  @Test(
    "takes decimal numbers and nothing else for numbers",
    arguments: [
      "nan", "NaN", "inf", "-inf", "infinity", "1e999", "-1e999", "0x10", "0x1p3", " 1", "1 ",
      "1 000", "1_000", "1,5", "", "-", ".", "1.", "e5", "1e", "٣", "４", "½", "1\u{0}", "--1",
    ])
  func notNumbers(text: String) {
    #expect(throws: OptionFailure.badValue("rate", .notANumber(text), unit: "per hour")) {
      try SampleOptions.parsed("--rate=" + text)
    }
    #expect(throws: OptionFailure.badValue("count", .notAWholeNumber(text), unit: nil)) {
      try SampleOptions.parsed("--count=" + text)
    }
  }

  @Test("takes whole numbers only as such", arguments: ["1.0", "1e2", "9223372036854775808"])
  func notWholeNumbers(text: String) {
    #expect(throws: OptionFailure.badValue("count", .notAWholeNumber(text), unit: nil)) {
      try SampleOptions.parsed("--count=" + text)
    }
  }

  @Test("takes the bounds and nothing beyond")
  func ranges() throws {
    #expect(try SampleOptions.parsed("--rate=0").rate == 0)
    #expect(try SampleOptions.parsed("--rate=1000").rate == 1000)
    #expect(try SampleOptions.parsed("--count=-3").count == -3)
    for text in ["-1e-300", "1000.0000000000002", "1e308"] {
      let complaint = OptionComplaint.outOfRange(text, low: 0, high: 1000)
      #expect(throws: OptionFailure.badValue("rate", complaint, unit: "per hour")) {
        try SampleOptions.parsed("--rate=" + text)
      }
    }
    for text in ["-4", "101", "9223372036854775807"] {
      let complaint = OptionComplaint.outOfRange(text, low: -3, high: 100)
      #expect(throws: OptionFailure.badValue("count", complaint, unit: nil)) {
        try SampleOptions.parsed("--count=" + text)
      }
    }
    #expect(throws: OptionFailure.self) { try SampleOptions.parsed("--patience-mean=0.4") }
    #expect(throws: OptionFailure.self) { try SampleOptions.parsed("-j0") }
  }

  @Test("takes only the words of a choice, as they are written", arguments: ["gamma", "Alpha", ""])
  func choices(text: String) {
    let complaint = OptionComplaint.notAChoice(text, among: ["alpha", "beta"])
    #expect(throws: OptionFailure.badValue("kind", complaint, unit: nil)) {
      try SampleOptions.parsed("--kind=" + text)
    }
  }

  @Test("takes no empty path")
  func emptyPath() {
    #expect(throws: OptionFailure.self) { try SampleOptions.parsed("--file=") }
  }

  private struct Worded: ToolOptions {
    var run: String?
    static let grammar = OptionGrammar<Worded>([], arguments: .one("RUN", \.run, isRequired: true))
  }

  @Test("takes as many words as it has a place for")
  func words() throws {
    var options = Worded()
    try Worded.grammar.apply(CommandLineReader(["a"], knowing: []), to: &options)
    #expect(options.run == "a")
    #expect(throws: OptionFailure.unexpectedArgument("b")) {
      try Worded.grammar.apply(CommandLineReader(["a", "b"], knowing: []), to: &options)
    }
    #expect(throws: OptionFailure.missingArgument("RUN")) {
      try Worded.grammar.apply(CommandLineReader([], knowing: []), to: &options)
    }
  }

  @Test("shows the options as records have them, which read back the same")
  func records() throws {
    let sandbox = try Sandbox()
    let lines = [
      [], ["-r0.1", "--patience-mean=7.25", "-j3", "-q", "-kbeta", "-t42", "-s", "x", "-s", "y"],
      ["--sizes=1", "--sizes=2", "--file=é \"x\"", "--mode=beta", "--label=null", "--limit=none"],
      ["--limit=7"],
    ]
    for line in lines {
      let options = try SampleOptions.parsed(line)
      let json = JSON.object(SampleOptions.grammar.json(of: options))
      let file = try sandbox.file(json.prettyText)
      #expect(try SampleOptions.parsed([], file: file) == options)
    }
    #expect(
      JSON.object(SampleOptions.grammar.json(of: SampleOptions())).compactText
        == "{\"rate\":8,\"patience_mean\":null,\"count\":5,\"threads\":null,\"quiet\":false,"
        + "\"force\":false,\"kind\":\"alpha\",\"title\":\"none\",\"file\":\"a.csv\","
        + "\"sites\":[\"default\"],\"sizes\":[],"
        + "\"mode\":null,\"label\":null,\"limit\":null}")
  }
}
