import Foundation
import Testing

@Suite("evtools publish") struct PublishCommandTests {
  private let scratch = Scratch()

  private func make(_ name: String, _ more: [String] = []) throws {
    let answer = try Evtools.run(
      quickWithFigure + ["--run-name", name] + more, in: scratch.folder,
      environment: ["SOURCE_DATE_EPOCH": "1700000000"])
    try #require(answer.code == 0, "\(answer.err)")
  }

  /// Publishes and returns what was done.
  private func publish(_ arguments: [String] = []) throws -> [String: Any] {
    let answer = try Evtools.run(
      ["publish", "--to", "site", "--json"] + arguments, in: scratch.folder)
    try #require(answer.code == 0, "\(answer.err)")
    return try answer.json()
  }

  /// When each file of the site was written, by name.
  private func times() throws -> [String: Date] {
    var times: [String: Date] = [:]
    for name in try scratch.files("site").keys {
      let values = try FileManager.default.attributesOfItem(atPath: scratch.path("site/" + name))
      times[name] = values[.modificationDate] as? Date
    }
    return times
  }

  @Test("makes a site of all complete runs, and writes only what changed when it is made again")
  func again() throws {
    try make("first")
    try make("second", ["--seed", "2"])
    let done = try publish(["output"])
    #expect(done["reports"] as? Int == 2 && done["removed"] as? Int == 0)
    let files = try scratch.files("site")
    let folder = "2023-11-14_221320_queue_first"
    for file in ["index.html", "figures/waits.pdf", "data/rows.csv", "tables/table-1.tex"] {
      #expect(files["\(folder)/\(file)"] != nil, "\(file)")
    }
    #expect(
      files["\(folder)/index.html"]
        == (try Data(contentsOf: scratch.url("output/\(folder)/report.html"))))

    let before = try times()
    let same = try publish()
    #expect(same["written"] as? Int == 0 && same["unchanged"] as? Int == done["written"] as? Int)
    #expect(try times() == before && scratch.files("site") == files)

    try make("third", ["--seed", "3"])
    let more = try publish()
    #expect(more["reports"] as? Int == 3)
    let touched = try times().filter { before[$0.key] != nil && before[$0.key] != $0.value }
    #expect(Set(touched.keys).subtracting(["index.html", ".evtools-site.json"]).isEmpty)

    try FileManager.default.removeItem(at: scratch.url("output/" + folder))
    let less = try publish()
    #expect(less["reports"] as? Int == 2 && (less["removed"] as? Int ?? 0) > 8)
    #expect(!scratch.names("site").contains(folder))
  }

  @Test("is the same site in another folder, time zone and language")
  func sameBytes() throws {
    try make("first")
    _ = try publish()
    let answer = try Evtools.run(
      ["publish", "--to", "deeper/site"], in: scratch.folder,
      environment: ["TZ": "Pacific/Apia", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"])
    #expect(answer.code == 0 && answer.out.hasPrefix("1 report in deeper/site/index.html"))
    #expect(try scratch.files("deeper/site") == scratch.files("site"))
  }

  @Test("leaves alone what somebody else changed or put there")
  func foreign() throws {
    try make("first")
    _ = try publish()
    let folder = try #require(scratch.names("site").first { $0.contains("first") })
    try scratch.write("mine", as: "site/\(folder)/notes.txt")
    try scratch.write("changed", as: "site/\(folder)/data/rows.csv")
    try FileManager.default.removeItem(at: scratch.url("output/" + folder))
    try make("second")
    let done = try publish()
    #expect((done["kept"] as? [String])?.contains { $0.hasSuffix("data/rows.csv") } == true)
    #expect(try scratch.text("site/\(folder)/notes.txt") == "mine")
    #expect(try scratch.text("site/\(folder)/data/rows.csv") == "changed")
  }

  @Test("leaves out runs that are broken off, and says so")
  func incomplete() throws {
    try make("first")
    try make("second", ["--seed", "2"])
    let run = try #require(scratch.names("output").first { $0.contains("second") })
    let record = try scratch.text("output/\(run)/run.json")
    try scratch.write(
      record.replacingOccurrences(of: "\"complete\"", with: "\"incomplete\""),
      as: "output/\(run)/run.json")
    let done = try publish()
    #expect(done["reports"] as? Int == 1)
    #expect(!scratch.names("site").contains(run))
  }

  @Test(
    "is clear about what it cannot do, and writes nothing",
    arguments: [
      (["publish"], Int32(64), "--to DIR"), (["publish", "--to"], 64, "--to needs a value"),
      (["publish", "a", "b", "--to", "site"], 64, "\"b\" belongs to no option"),
      (["publish", "none", "--to", "site"], 65, "no such file or folder"),
      (["publish", "file", "--to", "site"], 65, "is a file, not a folder"),
      (["publish", "empty", "--to", "site"], 65, "no report to publish"),
      (["publish", "--to", "full"], 65, "did not write"),
      (["publish", "--to", "output"], 65, "did not write"),
      (["publish", "--to", "file"], 73, "is a file, not a folder"),
      (["publish", "--to", "file/site"], 73, "--to DIR"),
      (["publish", "--to", "/proc/site"], 73, "/proc/site"),
    ])
  func mistakes(arguments: [String], code: Int32, says: String) throws {
    try make("first")
    for folder in ["empty", "full"] {
      try FileManager.default.createDirectory(
        at: scratch.url(folder), withIntermediateDirectories: true)
    }
    for name in ["file", "full/mine"] { try scratch.write("mine", as: name) }
    let before = try scratch.files("")
    let answer = try Evtools.run(arguments, in: scratch.folder)
    #expect(answer.code == code, "\(answer.err)")
    #expect(answer.err.contains(says), "\(answer.err)")
    #expect(answer.out.isEmpty)
    #expect(try scratch.files("") == before)
    #expect(scratch.names() == ["empty", "file", "full", "output"])
  }

  @Test(
    "makes pages that ask for nothing else, break no rule of accessibility and lead everywhere",
    .enabled(if: Chromium.isThere, "\(Chromium.missing)"))
  func browser() throws {
    try make("first")
    try make("second & <last>", ["--seed", "2", "--preset", "nature"])
    _ = try publish(["--title", "Stations & forecourts"])
    let lines = try PeerPython.lines(
      Self.script, [scratch.path("site"), Chromium.path ?? ""])
    #expect(
      lines == [
        "light [] [] [] 0", "dark [] [] [] 0", "narrow [] [] [] 0", "title Stations & forecourts",
        "cards 2", "found 1", "bare 2", "broken []",
      ])
  }

  private static let script = #"""
    import os, sys
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
    folder, chromium = sys.argv[1:3]
    address = "file://" + folder + "/index.html"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, width, scheme in (("light", 1280, "light"), ("dark", 1280, "dark"), ("narrow", 320, "light")):
            page = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
            troubles, outside = [], []
            page.on("console", lambda m: troubles.append(m.text))
            page.on("pageerror", lambda e: troubles.append(str(e)))
            page.on("request", lambda r: None if r.url.startswith("file://" + folder) or r.url.startswith("data:") else outside.append(r.url))
            page.goto(address)
            found = [v["id"] for v in Axe().run(page).response["violations"]]
            print(name, troubles, outside, found, page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        print("title", page.title())
        print("cards", page.locator(".card:visible").count())
        page.locator("input[type=search]").fill("second")
        print("found", page.locator(".card:visible").count())
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(address)
        print("bare", page.locator(".card:visible").count())
        links = page.eval_on_selector_all("[href], [src]", "all => all.map(e => e.href || e.src)")
        links = [l[7:].split("#")[0] for l in links if l.startswith("file://")]
        from urllib.parse import unquote
        print("broken", [l for l in links if not os.path.exists(unquote(l))])
        browser.close()
    """#
}
