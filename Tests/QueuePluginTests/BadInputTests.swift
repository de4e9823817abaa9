import AnalysisKit
import QueuePlugin
import Testing
import Text

@Suite("Bad input to the queue tool")
struct BadInputTests {
  @Test(
    "in a file of charging times is refused with its place",
    arguments: [
      ("", 1), ("minutes\n", nil), ("12\n-3\n", 2), ("12\n13\ntwelve\n", 3), ("0\n0\n", nil),
      ("12\n\"13\n", 2), ("a,b\n1,2\n", 1), ("1,2\n3,4\n", 1), ("12\nnan\n", 2),
      ("12\ninf\n", 2), ("12\n1e300\n", 2), ("minutes,x\n5,1\n6\n", 3), ("12\n\0\n", 2),
    ] as [(String, Int?)])
  func trace(text: String, line: Int?) throws {
    try refuses(text, line: line) { "--chargers 2 --service \($0)" }
  }

  @Test(
    "in a file of hourly weights is refused with its place",
    arguments: [
      (String(repeating: "1\n", count: 23), nil), (String(repeating: "1\n", count: 25), nil),
      (String(repeating: "0\n", count: 24), nil),
      (String(repeating: "1\n", count: 23) + "-1\n", 24),
      (String(repeating: "1\n", count: 23) + "1e308\n", 24),
      (String(repeating: "0\n", count: 23) + "5e-324\n", nil),
      ("weight\n" + String(repeating: "1\n", count: 23) + "x\n", 25),
      ("hour,n\n" + String(repeating: "1,1\n", count: 24), 1),
    ] as [(String, Int?)])
  func pattern(text: String, line: Int?) throws {
    try refuses(text, line: line) { "--chargers 9 --pattern \($0)" }
  }

  @Test("that is no text is refused")
  func binary() throws {
    let file = try ScratchFile([0x31, 0x0a, 0xff, 0xfe, 0x0a])
    #expect(throws: ToolFailure.self) { try queue("--service \(file.path)") }
  }

  @Test("that is not there is refused by name", arguments: ["--service", "--pattern"])
  func missing(option: String) throws {
    do {
      _ = try queue("\(option) /no/such/file.csv")
      Issue.record("a missing file was read")
    } catch ToolFailure.file(let failure) {
      #expect("\(failure)".contains("/no/such/file.csv"))
    }
  }

  @Test(
    "on the command line is refused",
    arguments: [
      "--arrivals nan", "--arrivals inf", "--arrivals -1", "--arrivals 0", "--arrivals 1e9",
      "--service-mean 0", "--service-mean nan", "--service-cv -1 --service lognormal",
      "--service normal", "--chargers 0", "--chargers 5-3", "--chargers 1-5000", "--chargers -2",
      "--chargers 3.5", "--waiting-spots -1", "--waiting-spots 1e3", "--patience maybe",
      "--target-p-wait 1.1", "--target-wait-mean -1", "--confidence 1", "--confidence 0",
      "--customers 10", "--customers 1e12", "--replications 0", "--pattern rush",
    ])
  func option(words: String) {
    #expect(throws: OptionFailure.self) { try options(words) }
  }

  @Test(
    "that contradicts itself is refused",
    arguments: [
      "--patience-mean 5", "--service-cv 2", "--target-abandoned 0.1", "--target-blocked 0.1",
      "--chargers unlimited --target-wait-mean 3",
    ])
  func conflict(words: String) throws {
    do {
      _ = try options(words)
      Issue.record("\(words) was accepted")
    } catch OptionFailure.conflict(let sentence) {
      #expect(sentence.hasSuffix("."))
    }
  }

  private func refuses(_ text: String, line: Int?, _ words: (String) -> String) throws {
    let file = try ScratchFile(text)
    do {
      _ = try queue(words(file.path))
      Issue.record("\(text) was accepted")
    } catch ToolFailure.input(let failure) {
      #expect(failure.file == file.path)
      #expect(failure.position?.line == line)
      #expect(!failure.problem.isEmpty)
    }
  }
}
