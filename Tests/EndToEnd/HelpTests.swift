import Foundation
import Testing

@Suite("The help") struct HelpTests {
  private let scratch = Scratch()

  @Test(
    "has a page for everything, as recorded; EVTOOLS_RECORD=1 records it anew",
    arguments: [
      "", "pareto", "queue", "simulate", "stranding", "sensitivity", "siting", "blackouts", "diff",
      "audit", "gallery", "scenario", "runs", "rerun", "study",
      "worker", "report", "publish", "figure", "demo", "help", "schema",
      "completion", "doctor",
    ])
  func golden(_ name: String) throws {
    let page = try Evtools.run(
      ["help"] + (name.isEmpty ? [] : [name]), in: scratch.folder, environment: ["PATH": "/none"])
    #expect(page.code == 0)
    let file = Evtools.root.appending(
      path: "Tests/EndToEnd/Golden/help\(name.isEmpty ? "" : "-")\(name).txt")
    if ProcessInfo.processInfo.environment["EVTOOLS_RECORD"] == "1" {
      try Data(page.out.utf8).write(to: file)
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(page.out == recorded)
  }

  @Test("comes in three spellings")
  func spellings() throws {
    let page = try Evtools.run(["help", "queue"], in: scratch.folder).out
    #expect(try Evtools.run(["queue", "--help"], in: scratch.folder).out == page)
    #expect(try Evtools.run(["queue", "-h"], in: scratch.folder).out == page)
    let overview = try Evtools.run([], in: scratch.folder).out
    #expect(try Evtools.run(["--help"], in: scratch.folder).out == overview)
    #expect(try Evtools.run(["help"], in: scratch.folder).out == overview)
  }

  @Test("fits the width of the terminal", arguments: [60, 80, 100])
  func width(_ columns: Int) throws {
    let page = try Evtools.run(
      ["help", "queue"], in: scratch.folder, environment: ["COLUMNS": "\(columns)"]
    ).out
    let long = page.split(separator: "\n").filter {
      $0.count > columns && !$0.contains("evtools ") && !$0.contains("--") && !$0.contains("#")
    }
    #expect(long.isEmpty)
  }

  @Test("shows examples that work as they stand")
  func examples() throws {
    let overview = try Evtools.run(["help"], in: scratch.folder, environment: ["PATH": "/none"]).out
    let names = overview.split(separator: "\n").filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ")
    }
    .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(names.contains("queue") && names.contains("rerun"))
    for name in names {
      // Examples speak of the latest run, which those of a tool before may have replaced.
      _ = try Evtools.run(quickWithFigure, in: scratch.folder)
      let page = try Evtools.run(["help", name], in: scratch.folder).out
      let examples = page.split(separator: "\n").filter { $0.hasPrefix("  evtools ") }
      if name == "queue" { #expect(examples.count >= 2) }
      #expect(!examples.isEmpty, "\(name) has no example")
      for example in examples {
        let words = example.split(separator: " ").dropFirst().map(String.init)
        let answer = try Evtools.run(words, in: scratch.folder)
        #expect(answer.code == 0, "\(example): \(answer.err)")
        #expect(!answer.out.isEmpty)
      }
    }
  }

  @Test("lists the tools of the folder tools/, and no others")
  func rack() throws {
    let page = try Evtools.run(["help"], in: scratch.folder, environment: ["PATH": "/none"]).out
    let names = page.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    let listed = try names.filter { name in
      try Evtools.run(["help", name], in: scratch.folder).out.contains("Options of every tool")
    }
    let tools = Evtools.root.appending(path: "tools")
    let folders = try FileManager.default.contentsOfDirectory(atPath: tools.path).filter { name in
      let files =
        (try? FileManager.default.contentsOfDirectory(atPath: tools.path + "/" + name)) ?? []
      return files.contains { $0.hasSuffix(".swift") }
    }
    // `demo` is a run of `simulate` that one can ask for by a name of its own.
    #expect(Set(listed).subtracting(["demo"]) == Set(folders))
  }
}
