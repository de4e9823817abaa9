import AnalysisKit
import RunRecords
import Testing
import Text

@Suite("A scenario file")
struct ScenarioFileTests {
  private func read(_ text: String, then line: [String] = []) throws -> SampleOptions {
    let sandbox = try Sandbox()
    return try SampleOptions.parsed(line, file: sandbox.file(text))
  }

  private func failure(_ bytes: [UInt8]) throws -> InputFailure {
    let sandbox = try Sandbox()
    let path = try sandbox.file(bytes)
    do {
      _ = try SampleOptions.parsed([], file: path)
    } catch ToolFailure.input(let failure) {
      #expect(failure.file == path)
      return failure
    }
    throw NoFailure()
  }

  private struct NoFailure: Error {}

  @Test("sets what it names and leaves the rest")
  func values() throws {
    var expected = SampleOptions()
    expected.rate = 12
    expected.patienceMean = 3.5
    expected.count = 7
    expected.quiet = true
    expected.kind = .beta
    expected.title = "4"
    expected.file = FilePath("x")
    expected.sites = ["a", "b"]
    expected.sizes = [1, 2]
    let text = """
      {"rate": 12, "patience_mean": 3.5, "count": 7.0, "quiet": true, "kind": "beta", "title": 4,
       "file": "x", "sites": ["a", "b"], "sizes": [1, 2e0]}
      """
    #expect(try read(text) == expected)
    #expect(try read("{}") == SampleOptions())
  }

  @Test("yields to the command line")
  func precedence() throws {
    let file = """
      {"rate": 12, "count": 7, "quiet": true, "threads": 2, "sites": ["a", "b"], "sizes": [1]}
      """
    let options = try read(file, then: ["--rate=3", "--no-quiet", "-s", "c", "-j8"])
    #expect(options.rate == 3)
    #expect(options.count == 7)
    #expect(!options.quiet)
    #expect(options.threads == 8)
    #expect(options.sites == ["c"])
    #expect(options.sizes == [1])
  }

  @Test("leaves out with null what can be left out, and takes an empty list for none")
  func nothing() throws {
    #expect(try read("{\"patience_mean\": null, \"threads\": null}") == SampleOptions())
    #expect(try read("{\"sites\": []}").sites == [])
  }

  @Test(
    "is refused with line, column and reason",
    arguments: [
      ("{\n  \"rat\": 4}", "2:3", "rat", "there is no such key"),
      ("{\"patience-mean\": 4}", "1:2", "patience-mean", "there is no such key"),
      ("{\"rate\":\n \"4\"}", "2:2", "rate", "it takes a number (per hour), not a text"),
      ("{\"rate\": true}", "1:10", "rate", "it takes a number (per hour), not a truth value"),
      ("{\"rate\": null}", "1:10", "rate", "it takes a number (per hour), not null"),
      ("{\"rate\": [4]}", "1:10", "rate", "it takes a number (per hour), not a list"),
      ("{\"rate\": {}}", "1:10", "rate", "it takes a number (per hour), not an object"),
      ("{\"count\": 4.5}", "1:11", "count", "it takes a whole number, not a number"),
      ("{\"count\": 1e300}", "1:11", "count", "it takes a whole number, not a number"),
      ("{\"quiet\": \"true\"}", "1:11", "quiet", "it takes true or false, not a text"),
      ("{\"quiet\": 1}", "1:11", "quiet", "it takes true or false, not a number"),
      ("{\"file\": 1}", "1:10", "file", "it takes the path of a file, not a number"),
      ("{\"file\": \"\"}", "1:10", "file", "\"\" is not the path of a file"),
      ("{\"sites\": \"a\"}", "1:11", "sites", "it takes a list, not a text"),
      ("{\"sites\": null}", "1:11", "sites", "it takes a list, not null"),
      ("{\"sites\": [\"a\", null]}", "1:17", "sites[1]", "it takes TEXT, not null"),
      ("{\"sizes\": [[1]]}", "1:12", "sizes[0]", "it takes a whole number, not a list"),
      ("{\"sizes\": [1, 2.5]}", "1:15", "sizes[1]", "it takes a whole number, not a number"),
      (
        "{\"rate\": 1001}", "1:10", "rate",
        "1001 is out of range: from 0 to 1000 (per hour)"
      ),
      (
        "{\"patience_mean\": 0}", "1:19", "patience_mean",
        "0 is out of range: from 0.5 to 100 (minutes)"
      ),
      (
        "{\"kind\": \"alpa\"}", "1:10", "kind",
        "\"alpa\" is none of alpha and beta; did you mean \"alpha\"?"
      ),
      ("[]", "1:1", nil as String?, "it takes a JSON object"),
      ("\n 4", "2:2", nil, "it takes a JSON object"),
      ("null", "1:1", nil, "it takes a JSON object"),
      ("", "1:1", nil, "the text is empty, but a value was expected"),
      (" \n", "2:1", nil, "the text is empty, but a value was expected"),
      (
        "{\"rate\": 4", "1:11", nil,
        "the text ends inside an object that begins at line 1, column 1"
      ),
      (
        "{\"rate\": 4, \"rate\": 5}", "1:13", nil,
        "a key stands twice: \"rate\", first at line 1, column 2"
      ),
      ("{\"rate\": 1e999}", "1:10", nil, "the number 1e999 is too large (at most about 1.8e308)"),
      ("{\"rate\": NaN}", "1:10", nil, "expected a value but found \"NaN\""),
    ])
  func refusals(text: String, place: String, key: String?, problem: String) throws {
    let failure = try failure(Array(text.utf8))
    let position = try #require(failure.position)
    #expect("\(position.line):\(position.column)" == place)
    #expect(failure.keyPath == key)
    #expect(failure.problem == problem)
  }

  @Test("is refused when it is no text")
  func binary() throws {
    #expect(try failure([0x7B, 0x22, 0xFF, 0x22, 0x7D]).problem.contains("UTF-8"))
    #expect(try failure([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]).position?.line == 1)
    #expect(try failure([UInt8](repeating: 0, count: 1_000)).position != nil)
  }

  @Test("has advice for a key that there is not")
  func advice() throws {
    #expect(try failure(Array("{\"rat\": 4}".utf8)).remedy == "Did you mean \"rate\"?")
    #expect(
      try failure(Array("{\"wxyz\": 4}".utf8)).remedy
        == "There are rate, patience_mean, count, threads, quiet, force, kind, title, file, sites, "
        + "sizes, mode, label and limit.")
  }

  @Test("is refused when there is none")
  func missing() throws {
    do {
      _ = try ScenarioFile("no/such/file")
      Issue.record("it was read")
    } catch ToolFailure.file(let failure) {
      #expect(failure == FileFailure(.read, "no/such/file", .missing))
    }
  }

  @Test("can be the options in the record of a run")
  func recorded() throws {
    let sandbox = try Sandbox()
    var options = SampleOptions()
    let path = try sandbox.file("{\"tool\": \"x\", \"options\": {\"rate\": 3}}")
    try ScenarioFile(recordedIn: path).apply(SampleOptions.grammar, to: &options)
    #expect(options.rate == 3)
    #expect(throws: ToolFailure.self) {
      try ScenarioFile(recordedIn: try sandbox.file("{\"rate\": 3}"))
    }
  }

  @Test("is recorded with its fingerprint")
  func record() throws {
    let sandbox = try Sandbox()
    let path = try sandbox.file("{}")
    #expect(
      try ScenarioFile(path).record
        == RunRecord.InputFile(
          path: path, sha256: "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"))
  }
}
