import AnalysisKit
import Testing

@Suite("A command line")
struct CommandLineReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: [String]
    let assignments: [String]
    let words: [String]

    init(_ line: String, _ assignments: String..., words: [String] = []) {
      self.line = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      self.assignments = assignments
      self.words = words
    }

    var testDescription: String { line.joined(separator: " ") }
  }

  private func read(_ line: [String]) throws -> CommandLineReader {
    try CommandLineReader(line, knowing: SampleOptions.grammar.descriptions)
  }

  @Test(
    "is split into options, their values and words",
    arguments: [
      Case("--rate 4", "rate=4"), Case("--rate=4", "rate=4"), Case("--rate=", "rate="),
      Case("--rate=a=b", "rate=a=b"), Case("-r 4", "rate=4"), Case("-r4", "rate=4"),
      Case("-r=4", "rate=4"), Case("-r=", "rate="), Case("-r==", "rate=="),
      Case("--title ", "title="),
      Case("--rate -4", "rate=-4"), Case("-r -4", "rate=-4"), Case("-r-4", "rate=-4"),
      Case("--rate=-4", "rate=-4"), Case("--rate -.5", "rate=-.5"),
      Case("--title -", "title=-"), Case("--title -x", "title=-x"),
      Case("--title=-q", "title=-q"), Case("--title=--quiet", "title=--quiet"),
      Case("-t-q", "title=-q"),
      Case("--quiet", "quiet=true"), Case("-q", "quiet=true"), Case("--no-quiet", "quiet=false"),
      Case("-qf", "quiet=true", "force=true"), Case("-qr4", "quiet=true", "rate=4"),
      Case("-qfr 4", "quiet=true", "force=true", "rate=4"),
      Case("-qr=4", "quiet=true", "rate=4"), Case("-rq", "rate=q"),
      Case("-q -q --no-quiet", "quiet=true", "quiet=true", "quiet=false"),
      Case("--patience-mean 3 --count 2", "patience-mean=3", "count=2"),
      Case("-s a --sites b --sites=c -sd", "sites=a", "sites=b", "sites=c", "sites=d"),
      Case("one --rate 4 two", "rate=4", words: ["one", "two"]),
      Case("-- --rate 4", words: ["--rate", "4"]),
      Case("-q -- -q -- x", "quiet=true", words: ["-q", "--", "x"]), Case("--"),
      Case("- -5 -.5 -5x", words: ["-", "-5", "-.5", "-5x"]),
      Case("", words: [""]),
    ])
  func splitting(example: Case) throws {
    let line = try read(example.line)
    #expect(line.assignments.map { "\($0.name)=\($0.text)" } == example.assignments)
    #expect(line.words == example.words)
  }

  @Test(
    "is refused with the reason",
    arguments: [
      ("--rat 4", OptionFailure.unknownOption("--rat", near: ["--rate"])),
      ("--paitence-mean=4", .unknownOption("--paitence-mean", near: ["--patience-mean"])),
      ("--wxyz", .unknownOption("--wxyz", near: [])),
      ("--=4", .unknownOption("--", near: [])),
      ("-x", .unknownOption("-x", near: [])), ("-qx", .unknownOption("-x", near: [])),
      ("--rate", .missingValue("--rate", placeholder: "NUMBER")),
      ("-n", .missingValue("--count", placeholder: "N")),
      ("-qn", .missingValue("--count", placeholder: "N")),
      ("--rate --quiet", .missingValue("--rate", placeholder: "NUMBER")),
      ("--rate -- 4", .missingValue("--rate", placeholder: "NUMBER")),
      ("--title -q", .missingValue("--title", placeholder: "TEXT")),
      ("-t -r4", .missingValue("--title", placeholder: "TEXT")),
      ("--quiet=yes", .unwantedValue("--quiet")), ("--quiet=", .unwantedValue("--quiet")),
      ("--no-quiet=yes", .unwantedValue("--no-quiet")), ("-q=1", .unwantedValue("-q")),
      ("-qf=1", .unwantedValue("-f")),
      ("--no-rate", .unknownOption("--no-rate", near: [])),
      ("--rate 4 --rate 4", .repeated("--rate")), ("-j2 --threads=3", .repeated("--threads")),
    ])
  func refusals(line: String, failure: OptionFailure) throws {
    #expect(throws: failure) { try read(line.split(separator: " ").map(String.init)) }
  }

  @Test("of none is empty")
  func nothing() throws {
    let line = try read([])
    #expect(line.assignments.isEmpty && line.words.isEmpty)
  }
}
