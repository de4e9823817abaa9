import Foundation
import Testing

@Suite("evtools report") struct ReportCommandTests {
  private let scratch = Scratch()
  private let latest = "output/latest/report.html"

  private func report(_ arguments: [String]) throws -> Evtools.Answer {
    try Evtools.run(["report"] + arguments, in: scratch.folder)
  }

  private func made(_ more: [String] = []) throws {
    let answer = try Evtools.run(quickWithFigure + more, in: scratch.folder)
    try #require(answer.code == 0, "\(answer.err)")
  }

  @Test("verify finds every part as it was written, in the whole gallery too")
  func sound() throws {
    try made()
    for file in [latest, try DrawnGallery.path("report.html")] {
      let answer = try report(["verify", file])
      #expect(
        answer.code == 0 && answer.out.hasPrefix("Every byte is as it was written"), "\(answer.out)"
      )
    }
    let json = try report(["verify", latest, "--json"]).json()
    #expect(json["sound"] as? Bool == true && json["tool"] as? String == "queue")
  }

  @Test(
    "verify says which part was altered, and ends with 1",
    arguments: [
      ("Waits and use of chargers</title>", "Waits of chargers</title>", "the drawing of Figure 1"),
      ("<td class=\"number\">", "", "table 1"),
      ("\"customers\":500", "\"customers\":501", "how it was made"),
      ("--paper: #ffffff", "--paper: #fffffe", "the styles"),
      ("\"use strict\"", "\"use  strict\"", "the script"),
      ("base64,JVBERi", "base64,JVBERj", "waits.pdf"),
      ("default-src 'none'", "default-src *", "polic"),
    ])
  func altered(old: String, new: String, part: String) throws {
    try made()
    let text = try scratch.text(latest)
    let pattern = old.hasPrefix("<td") ? firstCell(in: text) : old
    try #require(text.contains(pattern), "\(pattern)")
    let range = try #require(text.range(of: pattern))
    let other = old.hasPrefix("<td") ? pattern + "1" : new
    try scratch.write(text.replacingCharacters(in: range, with: other), as: "altered.html")
    let answer = try report(["verify", "altered.html"])
    #expect(answer.code == 1, "\(answer.err)")
    #expect(answer.out.lowercased().contains(part.lowercased()), "\(answer.out)")
    let json = try report(["verify", "altered.html", "--json"]).json()
    #expect(json["sound"] as? Bool == false)
    #expect((json["alterations"] as? [String])?.isEmpty == false)
    let refused = try report(["rerun", "altered.html"])
    #expect(refused.code == 65 && refused.err.contains("--force"))
  }

  private func firstCell(in text: String) -> String {
    text.firstMatch(of: /<td[^>]*>/).map { String($0.0) } ?? "<td"
  }

  @Test("rerun makes the same report again from nothing but the file, in another folder")
  func rerun() throws {
    try made([
      "--preset", "nature", "--column", "double", "--seed", "9", "--run-name", "Try & error",
    ])
    let other = Scratch()
    try FileManager.default.copyItem(at: scratch.url(latest), to: other.url("sent.html"))
    let answer = try Evtools.run(["report", "rerun", "sent.html", "-j", "1"], in: other.folder)
    #expect(answer.code == 0, "\(answer.out)\(answer.err)")
    #expect(answer.out.hasPrefix("Every byte agrees"))
    #expect(try other.files(other.run()) == scratch.files(scratch.run()))
    #expect(!other.names("output").contains { $0.hasPrefix(".") })
    let again = try Evtools.run(["rerun", "output/latest"], in: other.folder)
    #expect(again.code == 0, "\(again.out)")
  }

  @Test("rerun with --force runs what an altered report says, and tells the difference")
  func force() throws {
    try made()
    let text = try scratch.text(latest)
    try scratch.write(
      text.replacingOccurrences(of: "\"seeds\":[1]", with: "\"seeds\":[2]"), as: "altered.html")
    let answer = try report(["rerun", "altered.html", "--force", "--json", "--output", "again"])
    #expect(answer.code == 1, "\(answer.err)")
    #expect(try answer.json()["same"] as? Bool == false)
    #expect(try scratch.text(scratch.run("again") + "/run.json").contains("\"seed\": 2"))
  }

  @Test(
    "is clear about a file of no use, ends with 65 and leaves nothing",
    arguments: [
      ("none.html", nil, "no such file"), (".", nil, "it is a folder"),
      ("empty.html", "", "no report of evtools"),
      ("page.html", "<!doctype html><title>x</title>", "does not say how it was made"),
      ("half.html", "HALF", "no report of evtools"),
      ("image.html", "\u{0}\u{1}<a b=", "no report of evtools"),
      (
        "block.html", "<script id=\"provenance\" type=\"application/json\">{</script>",
        "no report of evtools"
      ),
    ] as [(String, String?, String)])
  func useless(name: String, content: String?, says: String) throws {
    if let content {
      let half = try Data(contentsOf: URL(filePath: DrawnGallery.path("report.html"))).prefix(
        200_000)
      try (content == "HALF" ? half : Data(content.utf8)).write(to: scratch.url(name))
    }
    for verb in ["verify", "rerun"] {
      let answer = try report([verb, name])
      #expect(answer.code == 65, "\(verb): \(answer.err)")
      #expect(answer.err.contains(says) && answer.out.isEmpty, "\(verb): \(answer.err)")
    }
    #expect(scratch.names() == (content == nil ? [] : [name]))
  }

  @Test("answers a mistake with 64, and a place that cannot be written with 73")
  func mistakes() throws {
    for arguments in [[], ["check", "x"], ["verify"], ["rerun"], ["verify", "a", "b"]] {
      #expect(try report(arguments).code == 64, "\(arguments)")
    }
    try made()
    let answer = try report(["rerun", latest, "--output", "/dev/null/x"])
    #expect(answer.code == 73 && answer.err.contains("--output DIR"), "\(answer.err)")
  }
}
