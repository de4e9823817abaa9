import Foundation
import Peers
import Publishing
import Reports
import RunRecords
import Templating
import Testing
import Text

@Suite("A site of reports")
struct SiteTests {
  private let sandbox: Sandbox
  private let program = SamplePage.provenance.program

  init() throws { sandbox = try Sandbox() }

  /// Makes a run with a report, as the door would.
  @discardableResult
  private func run(
    _ name: String, title: String = "How many?", verdict: String = "Nine.", hasReport: Bool = true,
    figures: Bool = true, tool: String = "queue"
  ) throws -> RunFolder {
    var record = RunRecord(tool: tool, program: program, name: name, seed: 1, options: [:])
    record.verdict = verdict
    let path = sandbox.at("output/2026-11-20_1200\(name.count)_\(tool)_\(RunName.slug(name))")
    let folder = RunFolder(path: path)
    if hasReport {
      let parts = figures ? SamplePage.report.parts : [.prose("Nothing to see.")]
      let report = Report(title: title, verdict: verdict, parts: parts)
      let provenance = Provenance(
        record, command: ["evtools"], date: "2026-11-20", tags: ["tag \(name)"])
      try folder.write(
        Array(SamplePage.page(report, provenance: provenance).html().utf8), as: "report.html")
    }
    try folder.write(Array("a\n1\n".utf8), as: "data/rows.csv")
    try folder.complete(record, environment: RunEnvironment(threads: 1, command: []))
    return folder
  }

  private func publish(_ name: String = "site") throws -> Publication {
    try Site(program: program).publish(sandbox.at("output"), to: sandbox.at(name))
  }

  private func failure(_ name: String = "site") -> SiteFailure? {
    #expect(throws: SiteFailure.self) { try publish(name) }
  }

  @Test("has a card and a folder for each report, and nothing that differs between equal runs")
  func content() throws {
    let first = try run("a", title: "Harbour & <b>")
    try run("bb", figures: false)
    try run("ccc", hasReport: false)
    let done = try publish()
    #expect(done.reports == 2 && done.skipped.isEmpty)
    let name = FileSystem.name(of: first.path)
    let files = try FileSystem.files(below: sandbox.at("site"))
    #expect(files.contains("\(name)/index.html") && files.contains("\(name)/data/rows.csv"))
    #expect(files.contains("\(name)/thumbnail.png"))
    #expect(!files.contains { $0.contains("environment.json") || $0.contains("ccc") })
    #expect(done.written == files.count - 1)
    #expect(
      try sandbox.bytes(of: "site/\(name)/index.html")
        == FileSystem.read(first.path + "/report.html"))
    let index = try sandbox.text(of: "site/index.html")
    for text in [
      "Harbour &amp; &lt;b&gt;", "Nine.", "2026-11-20", "tag a", "2 reports",
      "href=\"\(name)/data/rows.csv\"", "src=\"\(name)/thumbnail.png\"",
    ] {
      #expect(index.contains(text), "\(text)")
    }
    // The newest comes first.
    let places = ["_bb/", "_a/"].compactMap { index.range(of: $0)?.lowerBound }
    #expect(places.count == 2 && places[0] < places[1])
  }

  @Test("published twice is left untouched")
  func twice() throws {
    try run("a")
    let first = try publish()
    let state = try sandbox.state(of: "site")
    let second = try publish()
    #expect(second.written == 0 && second.removed == 0 && second.unchanged == first.written)
    #expect(try sandbox.state(of: "site") == state)
  }

  @Test("follows runs that come, change and go, and writes only what has other bytes")
  func changes() throws {
    let first = try run("a")
    let second = try run("bb")
    let whole = try publish()
    try FileSystem.remove(first.path)
    try run("dddd")
    let files = Set(try FileSystem.files(below: sandbox.at("site")))
    let done = try publish()
    let name = FileSystem.name(of: first.path)
    #expect(done.removed == files.count { $0.hasPrefix(name) })
    #expect(done.written == done.removed + 1)  // as many for the new one, and the first page
    #expect(done.unchanged + done.written == whole.written)
    #expect(!FileSystem.exists(sandbox.at("site/\(name)")))
    #expect(FileSystem.exists(sandbox.at("site/" + FileSystem.name(of: second.path))))
  }

  @Test("refuses a folder of somebody else and leaves it as it is")
  func foreignFolder() throws {
    try run("a")
    try sandbox.write("mine", as: "site/notes.txt")
    #expect(failure() == .foreignFolder(sandbox.at("site"), example: "notes.txt"))
    #expect(
      failure()?.description.hasSuffix(
        "holds files that `evtools publish` did not write, such as \"notes.txt\"") == true)
    #expect(try FileSystem.files(below: sandbox.at("site")) == ["notes.txt"])
    try FileSystem.makeFolder(sandbox.at("empty"))
    #expect(try publish("empty").reports == 1)
  }

  @Test("never touches a file that it did not write")
  func foreignFiles() throws {
    let first = try run("a")
    _ = try publish()
    let name = FileSystem.name(of: first.path)
    try sandbox.write("example.org", as: "site/CNAME")
    try sandbox.write("changed by hand", as: "site/\(name)/data/rows.csv")
    try FileSystem.remove(first.path)
    let next = try run("bb")
    let done = try publish()
    #expect(done.kept == [sandbox.at("site/\(name)/data/rows.csv")])
    #expect(try sandbox.text(of: "site/\(name)/data/rows.csv") == "changed by hand")
    #expect(try sandbox.text(of: "site/CNAME") == "example.org")

    try run("ccc")
    let other = "2026-11-20_12003_queue_ccc/index.html"
    try sandbox.write("not ours", as: "site/" + other)
    #expect(failure() == .foreignFile(sandbox.at("site/" + other)))
    #expect(try sandbox.text(of: "site/" + other) == "not ours")
    #expect(FileSystem.exists(sandbox.at("site/" + FileSystem.name(of: next.path))))
  }

  @Test("leaves out a run whose files are not as they were written, and says why")
  func altered() throws {
    let first = try run("a")
    let second = try run("bb")
    let third = try run("ccc")
    try run("dddd")
    let page = try String(decoding: FileSystem.read(first.path + "/report.html"), as: UTF8.self)
    try first.write(
      Array(page.replacing("Customers come", with: "Customers go").utf8), as: "report.html")
    try second.write(Array("a\n2\n".utf8), as: "data/rows.csv")
    try third.write(Array("<p".utf8), as: "report.html")
    let done = try publish()
    #expect(done.reports == 1)
    #expect(done.skipped.map(\.run) == [third, second, first].map(\.path))
    #expect(
      done.skipped.map(\.reason) == [
        "report.html is damaged: the tag <p> is never closed with \">\" at line 1, column 1",
        "data/rows.csv has changed since the run",
        "report.html is not as it was written: something else was altered: headings, prose, captions, or how the page is built",
      ])
  }

  @Test("does not replace a site by nothing")
  func nothing() throws {
    let first = try run("a")
    _ = try publish()
    let state = try sandbox.state(of: "site")
    try FileSystem.remove(first.path)
    try run("bb", hasReport: false)
    #expect(failure() == .noReports(in: sandbox.at("output"), skipped: []))
    #expect(try sandbox.state(of: "site") == state)
    let missing = #expect(throws: SiteFailure.self) {
      try Site(program: program).publish(sandbox.at("none"), to: sandbox.at("site"))
    }
    #expect(missing == .file(FileFailure(.read, sandbox.at("none"), .missing)))
  }

  @Test(
    "refuses a list of files that is damaged or leads elsewhere",
    arguments: [
      "{", "{\"format\":\"evtools site 1\"}", "{\"format\":\"other\",\"files\":[]}",
      "{\"format\":\"evtools site 1\",\"files\":[{\"path\":\"../a\",\"sha256\":\"0\"}]}",
      "{\"format\":\"evtools site 1\",\"files\":[{\"path\":\"/etc/passwd\",\"sha256\":\"0\"}]}",
    ])
  func manifest(text: String) throws {
    try run("a")
    try sandbox.write(text, as: "site/.evtools-site.json")
    #expect(failure() == .brokenManifest(sandbox.at("site/.evtools-site.json")))
  }

  @Test("says which template of the user's own is at fault")
  func templates() throws {
    try run("a")
    let library = ReportPage.builtInTemplates.overridden(
      by: TemplateLibrary(["index.html": "{{titel}}"]))
    let failure = #expect(throws: SiteFailure.self) {
      try Site(program: program, templates: library)
        .publish(sandbox.at("output"), to: sandbox.at("site"))
    }
    #expect(failure?.description.hasPrefix("index.html:1:1: there is no value named") == true)
    #expect(!FileSystem.exists(sandbox.at("site")))
  }

  @Test(
    "can be searched, is complete without scripts and breaks no rule of accessibility",
    .enabled(if: Browser.isThere, "\(Browser.missing)"))
  func browser() throws {
    try run("a", title: "Harbour", verdict: "Nine chargers.")
    try run("bb", title: "Motorway <script>alert(1)</script>", verdict: "Twelve.", tool: "traffic")
    try run("ccc", title: "Depot", verdict: "Nine too.", figures: false)
    _ = try publish()
    let script = """
      import functools, http.server, threading
      class Quiet(http.server.SimpleHTTPRequestHandler):
          def log_message(self, *ignored): pass
      server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=arguments[0]))
      threading.Thread(target=server.serve_forever, daemon=True).start()
      home = f"http://127.0.0.1:{server.server_port}/"
      for name, width, scheme, media in (("light", 1280, "light", "screen"), ("dark", 1280, "dark", "screen"),
                                         ("print", 794, "light", "print"), ("narrow", 320, "light", "screen")):
          context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
          page = context.new_page()
          page.emulate_media(media=media)
          troubles, outside = [], []
          watch(page, troubles)
          page.on("request", lambda r: None if r.url.startswith((home, "data:")) else outside.append(r.url))
          page.goto(home)
          page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
          say(name, [violations(page), page.evaluate("document.documentElement.scrollWidth - innerWidth"), troubles, outside])
          context.close()
      page = browser.new_page()
      page.goto(home)
      def shown():
          return [h.strip() for h in page.locator(".card:visible h2").all_inner_texts()]
      say("pictures", page.evaluate("[...document.images].map(i => i.loading = 'eager') && Promise.all([...document.images].map(i => i.decode())).then(() => [...document.images].map(i => i.naturalWidth))"))
      page.get_by_label("Search").fill("nine")
      say("search", [shown(), page.locator("#count").inner_text()])
      page.get_by_role("button", name="queue", exact=True).click()
      page.get_by_label("Search").fill("depot")
      say("both", shown())
      page.get_by_label("Search").fill("zzz")
      say("none", [shown(), page.locator("#nothing").is_visible()])
      page.get_by_label("Search").fill("")
      page.get_by_role("button", name="queue", exact=True).click()
      say("cleared", len(shown()))
      page.locator(".card h2 a").first.click()
      say("opened", page.title())
      context = browser.new_context(java_script_enabled=False)
      page = context.new_page()
      page.goto("file://" + arguments[0] + "/index.html")
      say("without scripts", [page.locator(".card:visible").count(), page.locator("input, button").count(), page.locator("#nothing").is_visible()])
      """
    let answers = try Browser.answers(to: script, [sandbox.at("site")])
    for name in ["light", "dark", "print", "narrow"] {
      #expect(answers[name] == "[[], 0, [], []]", "\(name)")
    }
    #expect(answers["pictures"] == "[1, 1]")
    #expect(answers["search"] == "[[\"Depot\", \"Harbour\"], \"2 of 3 reports\"]")
    #expect(answers["both"] == "[\"Depot\"]")
    #expect(answers["none"] == "[[], true]")
    #expect(answers["cleared"] == "3")
    #expect(answers["opened"] == "Depot")
    #expect(answers["without scripts"] == "[3, 0, false]")
  }
}
