import Figures
import Foundation
import Peers
import Publishing
import Reports
import Templating
import Testing
import Text

@Suite("The page of a report")
struct ReportPageTests {
  @Test("is the same for the same report")
  func sameTwice() throws {
    #expect(try SamplePage.page().html() == SamplePage.html.get())
  }

  @Test("answers first: title, verdict and key numbers stand before everything else")
  func order() throws {
    let html = try SamplePage.html.get()
    let texts = [
      "<main", "<h1", "does the harbour need?", "9 chargers are enough", "class=\"key-numbers\"",
      "9.21 to 9.89, n\u{A0}=\u{A0}20", "target met", "<nav",
      "<span class=\"number\">1</span> Waiting",
      "id=\"figure-1\"", "id=\"table-1\"", "Over the week", "id=\"figure-2\"", "Cost",
      "rows.csv", "How this was made", "id=\"provenance\"",
    ]
    var rest = html[...]
    for text in texts {
      let found = rest.range(of: text)
      #expect(found != nil, "\(text) does not stand behind what goes before")
      rest = rest[(found?.upperBound ?? rest.startIndex)...]
    }
  }

  @Test("keeps a percent sign on the line of its number")
  func percent() throws {
    let kept = ["95 % wait, 5 %": "95\u{A0}% wait, 5\u{A0}%", "a % b": "a % b", " %": " %"]
    for (text, kept) in kept {
      let report = Report(title: "Waits", verdict: text, parts: [.prose(text)])
      let html = try SamplePage.page(report).html()
      #expect(html.components(separatedBy: kept).count > 2)
    }
  }

  @Test("shows at most 100 rows of a figure's data and says how many more there are")
  func manyRows() throws {
    let html = try SamplePage.html.get()
    #expect(html.contains("first 100 rows; 404 more stand in load.csv"))
    let table = try #require(html.components(between: "id=\"data-2\"", and: "</table>"))
    #expect(table.components(separatedBy: "<tr>").count == 102)
    // Six digits are enough to read; the file has them all.
    #expect(html.contains("<td>47.7701</td>") && !html.contains("<td>47.7701234567</td>"))
  }

  @Test("names the files of a figure that it has no room for")
  func filesBeside() throws {
    var drawn = SampleFigures.page
    let place = try #require(drawn.firstIndex { !$0.csv.isEmpty && !$0.attachments.isEmpty })
    let name = drawn[place].name
    drawn[place].attachments = []
    drawn[place].filesBeside = ["figures/\(name).pdf", "figures/\(name).csv"]
    let html = try ReportPage(
      report: SamplePage.report, figures: drawn, provenance: SamplePage.provenance
    ).html()
    #expect(html.contains("folder of the run: figures/\(name).pdf and figures/\(name).csv."))
    #expect(!html.contains("download=\"\(name).csv\"") && html.contains("id=\"data-"))
    let whole = try SamplePage.html.get()
    #expect(whole.contains("download=\"\(name).csv\"") && !whole.contains("folder of the run:"))
  }

  @Test("says in words what is missing or stands twice")
  func oddFigures() throws {
    let unknown = Figure.captioned("none", title: "Nowhere", caption: RichText())
    let report = Report(
      title: "T", verdict: "V",
      parts: [.figure(unknown), .figure(SampleFigures.cost), .figure(SampleFigures.cost)])
    let html = try SamplePage.page(report).html()
    #expect(html.contains("Figure 1, Nowhere, was not drawn."))
    #expect(html.contains("Cost per year: see Figure 2 above."))
    #expect(html.components(separatedBy: "<svg").count == 2)
  }

  @Test("needs no part, and data that are no table cost only the table")
  func little() throws {
    let bare = try SamplePage.page(Report(title: "", verdict: "")).html()
    #expect(!bare.contains("<figure") && bare.contains("How this was made"))
    let figure = Figure.captioned("x", title: "X", caption: RichText())
    let page = ReportPage(
      report: Report(title: "T", verdict: "V", parts: [.figure(figure)]),
      figures: [PageFigure(name: "x", svg: "<svg></svg>", csv: "a,b\n1\n", altText: "")],
      provenance: SamplePage.provenance)
    let html = try page.html()
    #expect(html.contains("not a table that can be shown") && html.contains("download=\"x.csv\""))
    #expect(html.contains("aria-label=\"X\""))
  }

  @Test("can be laid out by templates of the user's own")
  func ownTemplates() throws {
    func html(_ own: [String: String]) throws -> String {
      try ReportPage(
        report: SamplePage.report, figures: SampleFigures.page, provenance: SamplePage.provenance,
        templates: ReportPage.builtInTemplates.overridden(by: TemplateLibrary(own))
      ).html()
    }
    let html1 = try html(["prose.html": "<p class=\"mine\">{{text}}</p>\n"])
    #expect(html1.contains("<p class=\"mine\">Customers come"))
    #expect(try ReportVerifier(Array(html1.utf8)).isSound)
    // Lines that end as on another system do not change what the browser hashes.
    let script = try #require(ReportPage.builtInTemplates.source(of: "table.js"))
    #expect(
      try html(["table.js": script.replacing("\n", with: "\r\n")]) == html([:]))
    for (name, text, complaint) in [
      (
        "table.js", "x</script>",
        "\"</script\" is read differently in different parts of a page and is not allowed here"
      ),
      (
        "page.css", "a<b",
        "\"<\" is read differently in different parts of a page and is not allowed here"
      ),
      ("provenance.html", "<p>none</p>", "\"report.html\" has no block named \"provenance\""),
      ("prose.html", "<p>{{txet}}</p>", "there is no value named \"txet\"; did you mean \"text\"?"),
      (
        "prose.html", "<p>{{{text}}}</p>",
        "\"text\" is text, but safe HTML (SafeHTML) is needed here"
      ),
      ("prose.html", "<svg>", "\"the element <svg> is never closed"),
    ] {
      let failure = #expect(throws: TemplateFailure.self) { try html([name: text]) }
      #expect(failure?.sentence.contains(complaint) == true, "\(failure?.sentence ?? "none")")
    }
  }

  @Test("weighs little more than its figures: 20 of them with data come to a megabyte")
  func size() throws {
    let csv = SampleFigures.page[1].csv.split(separator: "\n").prefix(101)
      .map { $0 + "\n" }.joined()
    let figures = (0..<20).map { number in
      PageFigure(
        name: "f\(number)", svg: SampleFigures.page[1].svg,
        attachments: [
          .init(fileName: "f.pdf", mediaType: "", bytes: [UInt8](repeating: 1, count: 20_000))
        ], csv: csv, altText: "A figure")
    }
    let parts = figures.map {
      Report.Part.figure(Figure.captioned($0.name, title: "F", caption: RichText()))
    }
    let page = ReportPage(
      report: Report(title: "T", verdict: "V", parts: parts), figures: figures,
      provenance: SamplePage.provenance)
    let bytes = try page.html().utf8.count
    let drawings = figures.reduce(0) { $0 + $1.svg.utf8.count }
    let files = figures.count * (20_000 + csv.utf8.count) * 4 / 3
    // The rest: styles, script, account, and 100 rows of data below each figure.
    #expect(bytes - drawings - files < 180_000, "\(bytes) \(drawings) \(files)")
    #expect(bytes < 1_150_000, "\(bytes)")
  }

  @Test(
    "knows the day of a second",
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (86_399, "1970-01-01"), (1_795_132_800, "2026-11-20"),
      (951_782_400, "2000-02-29"),
    ])
  func date(second: Int, day: String) {
    #expect(Provenance.date(ofEpochSecond: second) == day)
  }

  @Test(
    "is HTML without a fault, with unique ids, named drawings and the hash of its script",
    .enabled(if: Peer.isThere, "\(Peer.missing)"), arguments: [false, true])
  func structure(isHostile: Bool) throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      isHostile ? HostilePage.page.html() : SamplePage.html.get(), as: "page.html")
    let script = """
      import base64, hashlib, html5lib, json, sys
      page = open(sys.argv[1]).read().split("\\n")[0]
      text = open(page, encoding="utf-8", newline="").read()
      parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
      tree = parser.parse(text)
      print([(e[0], e[1]) for e in parser.errors])
      ids = [e.get("id") for e in tree.iter() if isinstance(e.tag, str) and e.get("id")]
      print(sorted({i for i in ids if ids.count(i) > 1}))
      parents = {c: p for p in tree.iter() for c in p}
      def is_named(svg):
          box = parents[svg]
          return box.get("role") == "img" and bool(box.get("aria-label"))
      svgs = [e for e in tree.iter() if str(e.tag).endswith("svg")]
      print(len(svgs), all(is_named(s) for s in svgs))
      links = [e.get("href")[1:] for e in tree.iter("a") if e.get("href", "").startswith("#")]
      print([l for l in links if l not in ids])
      policy = [m.get("content") for m in tree.iter("meta") if m.get("http-equiv") == "Content-Security-Policy"]
      scripts = [s for s in tree.iter("script") if s.get("type") is None]
      hashes = ["sha256-" + base64.b64encode(hashlib.sha256(s.text.encode()).digest()).decode() for s in scripts]
      print(len(policy), len(hashes), all("script-src '" + h + "'" in policy[0] for h in hashes))
      print("default-src 'none'" in policy[0], "unsafe-eval" in policy[0])
      data = json.loads([s for s in tree.iter("script") if s.get("id") == "provenance"][0].text)
      print(data["account"]["options"] == json.loads(tree.find(".//pre/code").text))
      blank = text.replace('"page_sha256":"' + data["page_sha256"], '"page_sha256":"' + "0" * 64, 1)
      print(hashlib.sha256(blank.encode()).hexdigest() == data["page_sha256"])
      """
    let answers = try Peer.lines(from: script, cases: [sandbox.at("page.html")])
    #expect(
      answers == [
        "[]", "[]", isHostile ? "1 True" : "3 True", "[]", "1 1 True", "True False", "True", "True",
      ])
  }

  @Test(
    "shows hostile texts as they are", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func hostile() throws {
    let sandbox = try Sandbox()
    try sandbox.write(HostilePage.page.html(), as: "page.html")
    let script = """
      import html5lib, json, sys
      page = open(sys.argv[1]).read().split("\\n")[0]
      tree = html5lib.parse(open(page, encoding="utf-8", newline="").read(), namespaceHTMLElements=False)
      clean = lambda e: "".join(e.itertext()).replace("\\r", "\\n")
      print(json.dumps(clean(tree.find(".//h1"))))
      print(json.dumps(clean(tree.find(".//main//header/p[@class='verdict']"))))
      print(json.dumps([clean(e) for e in tree.findall(".//table[@id='table-1']//th[@scope='col']")]))
      print(json.dumps([clean(e) for e in tree.findall(".//table[@id='data-1']//th")]))
      print(json.dumps(tree.find(".//div[@role='img']").get("aria-label")))
      print(json.dumps(clean(tree.find(".//title"))))
      tags = sorted({e.tag for e in tree.iter() if isinstance(e.tag, str)} & {"img", "iframe", "object", "form"})
      print(tags, any(a.startswith("on") for e in tree.iter() for a in e.attrib))
      """
    let answers = try Peer.lines(from: script, cases: [sandbox.at("page.html")])
    func json(_ place: Int) throws -> JSON { try JSONReader.read(answers[place]).json }
    let everything = HostilePage.everything
    // What HTML forbids is shown by the character that stands for it.
    func shown(_ text: String) -> String {
      text.replacing("\u{0}", with: "\u{FFFD}").replacing("\u{7}", with: "\u{FFFD}")
    }
    for place in [0, 1, 4, 5] { #expect(try json(place).string == shown(everything)) }
    let heads = try #require(try json(2).array?.compactMap(\.string))
    #expect(heads == HostilePage.texts.map(shown))
    #expect(try json(3).array?.count == HostilePage.texts.count)
    #expect(answers[6] == "[] False")
  }
}

extension String {
  /// What stands between two texts.
  func components(between start: String, and end: String) -> String? {
    let rest = components(separatedBy: start).dropFirst().first
    return rest?.components(separatedBy: end).first
  }
}
