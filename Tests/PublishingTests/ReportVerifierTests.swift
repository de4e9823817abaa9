import Foundation
import Publishing
import Reports
import RunRecords
import Testing
import Text

@Suite("Checking a report")
struct ReportVerifierTests {
  private func verified(_ html: String) throws -> ReportVerifier {
    try ReportVerifier(Array(html.utf8))
  }

  @Test("passes what is as it was written")
  func sound() throws {
    for html in [try SamplePage.html.get(), try HostilePage.page.html()] {
      let report = try verified(html)
      #expect(report.isSound, "\(report.verdict)")
      #expect(report.partCount > 12)
    }
    #expect(try verified(SamplePage.html.get()).title == "How many chargers does the harbour need?")
  }

  @Test("gives back what to run")
  func request() throws {
    let report = try verified(SamplePage.html.get())
    #expect(report.provenance == SamplePage.readBack)
    let record = report.provenance.record
    #expect(record.tool == "queue" && record.seed == 1)
    #expect(record.options["arrivals"] == 12)
    #expect(record.name == "Harbour, second try" && record.inputs.map(\.path) == ["trace.csv"])
    #expect(RunRecord(record.json) == record)
  }

  @Test(
    "finds and names an alteration",
    arguments: [
      ("points=\"60.0,", "points=\"61.0,", ["the drawing of Figure 1 was altered"]),
      (
        "<title id=\"load-title\">Load", "<title id=\"load-title\">Lord",
        ["the drawing of Figure 2 was altered"]
      ),
      (
        "download=\"waits.pdf\"", "download=\"waits2.pdf\"",
        ["the file \"waits.pdf\" was removed", "the file \"waits2.pdf\" was added"]
      ),
      (
        "base64,JVBERi0xLjcgd2FpdHM=", "base64,JVBERi0xLjcgd2FpdHN",
        ["the file \"waits.pdf\" was altered"]
      ),
      (
        "base64,JVBERi0xLjcgd2FpdHM=", "base64,JVBERi0xLjggd2FpdHM=",
        ["the file \"waits.pdf\" was altered"]
      ),
      (
        "<td class=\"number\">9.55 ± 0.34</td>", "<td class=\"number\">8.55 ± 0.34</td>",
        ["Table 1 was altered"]
      ),
      ("<td>47.7701</td>", "<td>17.7701</td>", ["the data shown below Figure 1 was altered"]),
      (
        "9 chargers are enough", "8 chargers are enough",
        ["the answer (title, verdict and key numbers) was altered"]
      ),
      (
        "<bdi>9.55</bdi>", "<bdi>9.56</bdi>",
        ["the answer (title, verdict and key numbers) was altered"]
      ),
      (
        "<title>How many", "<title>How few",
        ["the page's title was altered"]
      ),
      ("--ink: #16191d", "--ink: #16191e", ["the styles \"page-style\" was altered"]),
      ("--fig-ink: #16191d", "--fig-ink: #ffffff", ["the styles \"figure-style\" was altered"]),
      ("rows.length <= 8", "rows.length <= 9", ["the script \"page-script\" was altered"]),
      ("img-src data:", "img-src *", ["the content security policy was altered"]),
      ("</main>", "<script>1</script></main>", ["the script \"\" was added"]),
      ("</main>", "<svg></svg></main>", nil),
      (
        "\"arrivals\":12", "\"arrivals\":13",
        ["what the file says about how it was made was altered"]
      ),
      ("\"seeds\":[1]", "\"seeds\":[2]", ["what the file says about how it was made was altered"]),
      (
        "Customers come at random", "Customers come at noon",
        ["something else was altered: headings, prose, captions, or how the page is built"]
      ),
      (
        "</html>\n", "</html>\n ",
        ["something else was altered: headings, prose, captions, or how the page is built"]
      ),
      (
        "\"page_sha256\":\"", "\"page_sha256\":\"",
        []
      ),
    ] as [(String, String, [String]?)])
  func alterations(old: String, new: String, words: [String]?) throws {
    let html = try SamplePage.html.get()
    let place = try #require(html.range(of: old), "\(old) is not in the page")
    let altered = html.replacingCharacters(in: place, with: new)
    #expect((altered == html) == (words == []))
    let found = try verified(altered).alterations.map(\.words)
    if let words { #expect(found == words) } else { #expect(!found.isEmpty) }
  }

  @Test("finds a byte changed anywhere")
  func everyByte() throws {
    let sound = Array(try SamplePage.html.get().utf8)
    for place in stride(from: 11, to: sound.count, by: 4001) {
      var altered = sound
      altered[place] ^= 1
      let isFound = (try? ReportVerifier(altered).isSound) != true
      #expect(isFound, "the change of byte \(place) was not found")
    }
  }

  @Test(
    "says clearly why a file is no report",
    arguments: [
      (
        "", "it does not say how it was made: it has no block with the id \"provenance\""
      ),
      (
        "<p>Hello</p>",
        "it does not say how it was made: it has no block with the id \"provenance\""
      ),
      ("<p class=x>", "the value of the attribute class has no quotes at line 1, column 10"),
      (
        "<p\n class=\"x",
        "the value of the attribute class has no closing quote at line 1, column 1"
      ),
      ("é<p", "the tag <p> is never closed with \">\" at line 1, column 2"),
      ("<!-- x", "a comment or declaration is never closed at line 1, column 1"),
      ("<script>x", "the element <script> is never closed at line 1, column 1"),
      ("<table><svg></svg>", "the element <table> is never closed at line 1, column 1"),
      (
        "<script id=\"provenance\"></script><script id=\"provenance\"></script>",
        "it says twice how it was made: more than one block has the id \"provenance\""
      ),
      (
        "<script id=\"provenance\">{\"a\":</script>",
        "what says how it was made is damaged: "
      ),
      (
        "<script id=\"provenance\">[]</script>",
        "what says how it was made lacks a proper \"format\""
      ),
      (
        "<script id=\"provenance\">{\"format\":\"other\"}</script>",
        "what says how it was made is of the form \"other\", not \"evtools report 1\""
      ),
      (
        "<script id=\"provenance\">{\"format\":\"evtools report 1\"}</script>",
        "what says how it was made lacks a proper \"page_sha256\""
      ),
    ])
  func malformed(page: String, complaint: String) {
    let failure = #expect(throws: ReportFileFailure.self) { try verified(page) }
    #expect(failure?.description.hasPrefix(complaint) == true, "\(failure?.description ?? "none")")
  }

  @Test("survives a file that breaks off anywhere, and bytes that are no text")
  func brokenOff() throws {
    let sound = Array(try SamplePage.html.get().utf8)
    for end in stride(from: 0, to: sound.count - 1, by: 1009) {
      #expect((try? ReportVerifier(Array(sound[..<end])).isSound) != true)
    }
    #expect(throws: ReportFileFailure.self) { try ReportVerifier((0...255).map { UInt8($0) }) }
  }

  @Test(
    "names the member of the account that is missing",
    arguments: [
      "tool", "version", "commit", "uncommitted_changes", "command", "options", "presentation",
      "seeds", "name",
      "scenario", "inputs", "date", "tags",
    ])
  func members(key: String) throws {
    let html = try SamplePage.html.get()
    let account = try #require(html.components(between: "\"account\":", and: "\"parts\":"))
    let altered = account.replacing("\"\(key)\":", with: "\"x\(key)\":", maxReplacements: 1)
    let failure = #expect(throws: ReportFileFailure.self) {
      try verified(html.replacing(account, with: altered))
    }
    #expect(failure == .badMember(key))
  }
}

extension SamplePage {
  /// As the account reads back: a whole number has no point.
  static var readBack: Provenance {
    var provenance = provenance
    provenance.options["service_mean"] = 30
    return provenance
  }
}
