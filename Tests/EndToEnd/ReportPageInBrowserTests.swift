import Foundation
import Testing

@Suite(
  "The page of the gallery in a browser", .enabled(if: Chromium.isThere, "\(Chromium.missing)"))
struct ReportPageInBrowserTests {
  private let scratch = Scratch()

  private func answers(_ script: String, _ arguments: [String]) throws -> [String: [String]] {
    var answers: [String: [String]] = [:]
    for line in try PeerPython.lines(script, arguments) {
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      if parts.count == 2 { answers[parts[0], default: []].append(parts[1]) }
    }
    return answers
  }

  @Test(
    "asks for nothing, says nothing, breaks no rule of accessibility, and its figures can be read: light, dark, print, narrow"
  )
  func quiet() throws {
    let answers = try answers(
      Self.looks, [try DrawnGallery.path("report.html"), Chromium.path ?? ""])
    for look in ["light", "dark", "print", "narrow"] {
      for check in ["violations", "troubles", "outside"] {
        #expect(answers["\(look) \(check)"] == ["[]"], "\(look) \(check)")
      }
      #expect(answers["\(look) overflow"] == ["0"], "\(look)")
      #expect(answers["\(look) font"] == ["true"], "\(look)")
      let numbers = ["texts", "faintest"].map { Double(answers["\(look) \($0)"]?.first ?? "") ?? 0 }
      #expect(numbers[0] > 500 && numbers[1] >= 4.5, "\(look): \(numbers)")
    }
  }

  @Test("is complete without scripts, gives away the very files of the run, and prints")
  func withoutScripts() throws {
    let answers = try answers(
      Self.bare,
      [
        try DrawnGallery.path("report.html"), try DrawnGallery.path(""), Chromium.path ?? "",
        scratch.path("print.pdf"),
      ])
    let count = try DrawnGallery.names.count
    for element in ["figure svg", "figcaption", "figure summary"] {
      #expect(answers[element] == ["\(count)"])
      #expect(answers["hidden " + element] == ["0"])
    }
    #expect(answers["h2"] == ["9"] && answers["hidden h2"] == ["0"])
    #expect(answers["#provenance-section"] == ["1"])
    #expect(answers["controls"] == ["0"])
    #expect(answers["ids twice"] == ["[]"])
    #expect(answers["nameless"] == ["0"])
    #expect(answers["other texts"] == nil)
    #expect(answers["other bytes"] == nil)
    #expect(answers["other files"] == nil)
    #expect(answers["files"] == ["\(3 * count)"])
    let bytes = try Data(contentsOf: scratch.url("print.pdf"))
    #expect(bytes.count > 100_000)
    guard Programs.hasPoppler, let pdftotext = Programs.path("pdftotext") else { return }
    let text = try Evtools.run(
      [scratch.path("print.pdf"), "-"], in: scratch.folder, program: pdftotext)
    for number in 1...count { #expect(text.out.contains("Figure \(number). "), "Figure \(number)") }
  }
}

// MARK: - Scripts

extension ReportPageInBrowserTests {
  /// Opens the page in four looks.
  fileprivate static let looks = #"""
    import json, sys
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
    address, chromium = "file://" + sys.argv[1], sys.argv[2]
    def say(name, value): print(name, json.dumps(value), sep="\t")
    # The text of drawings that follows the page, against the page; axe does not look there.
    faintest = """() => {
      const linear = v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
      const light = colour => {
        const [r, g, b] = colour.match(/[0-9.]+/g).slice(0, 3).map(v => linear(v / 255));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const paper = light(getComputedStyle(document.body).backgroundColor);
      const ratios = [...document.querySelectorAll("figure svg text")]
        .filter(text => text.closest(".fig-fill-ink, .fig-fill-soft")).map(text => light(getComputedStyle(text).fill))
        .map(ink => (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05));
      return [ratios.length, Math.min(...ratios)];
    }"""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, width, scheme, media in (("light", 1280, "light", "screen"), ("dark", 1280, "dark", "screen"),
                                           ("print", 794, "dark", "print"), ("narrow", 320, "light", "screen")):
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page = context.new_page()
            page.emulate_media(media=media)
            troubles, outside = [], []
            page.on("console", lambda m: troubles.append("console: " + m.text))
            page.on("pageerror", lambda e: troubles.append("error: " + str(e)))
            page.on("request", lambda r: None if r.url == address or r.url.startswith("data:") else outside.append(r.url))
            page.goto(address)
            page.evaluate("[...document.querySelectorAll('details')].slice(0, 2).forEach(d => d.open = true)")
            # Rows that nobody sees yet cost the checker most of its time.
            page.evaluate("document.querySelectorAll('details:not([open]) tbody').forEach(e => e.remove())")
            found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
            say(name + " violations", [(v["id"], v["nodes"][0]["target"]) for v in found])
            say(name + " overflow", page.evaluate("document.documentElement.scrollWidth - innerWidth"))
            count, ratio = page.evaluate(faintest)
            say(name + " texts", count)
            say(name + " faintest", ratio)
            say(name + " font", page.evaluate("document.fonts.ready.then(() => document.fonts.check('12px Inter'))"))
            say(name + " troubles", troubles)
            say(name + " outside", outside)
            context.close()
        browser.close()
    """#

  /// Opens the page with scripts switched off.
  fileprivate static let bare = #"""
    import base64, json, os, re, sys
    from playwright.sync_api import sync_playwright
    address, folder, chromium = "file://" + sys.argv[1], sys.argv[2], sys.argv[3]
    def say(name, value): print(name, json.dumps(value), sep="\t")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(address)
        for name in ("h2", "figure svg", "figcaption", "figure summary", "#provenance-section"):
            whole = page.locator(name)
            say(name, whole.count())
            say("hidden " + name, whole.count() - page.locator(name + ":visible").count())
        say("controls", page.locator("button, input").count())
        ids = page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")
        say("ids twice", sorted({i for i in ids if ids.count(i) > 1}))
        say("nameless", page.eval_on_selector_all("svg", """all => all.filter(s => {
          const names = (s.getAttribute("aria-labelledby") || "").split(" ").map(i => document.getElementById(i));
          return s.getAttribute("role") != "img" || names.length < 2 || names.some(n => !n || !n.textContent);
        }).length"""))
        # What each drawing says is what was laid out.
        names = json.load(open(folder + "/data/answer.json"))["figures"]
        texts = page.eval_on_selector_all("figure svg", "all => all.map(s => [...s.querySelectorAll('text')].map(t => t.textContent))")
        for name, found in zip(names[:-1], texts):
            scene = json.load(open(folder + "/figures/%s.scene.json" % name))
            wanted = [i["text"]["text"] for i in scene["items"] if "text" in i]
            wanted = [t if isinstance(t, str) else "".join(r["text"] for r in t["runs"]) for t in wanted]
            plain = lambda all: sorted(c for t in all for c in t if c.isalnum())
            if len(found) < len(wanted) or plain(found) != plain(wanted): say("other texts", name)
        # What can be taken away is what stands in the folder, and what is not in the page is there.
        held = beside = 0
        for number, name in enumerate(names):
            figure = page.locator("figure").nth(number)
            links = figure.locator("a.file").evaluate_all("all => all.map(a => [a.download, a.href])")
            for file, link in links:
                content = base64.b64decode(link.split(",", 1)[1])
                path = folder + "/figures/" + file
                if file.endswith(".png"): held += content[:4] == b"\x89PNG"
                elif open(path, "rb").read() == content: held += 1
                else: say("other bytes", file)
            others = re.findall(r"figures/\S+?\.(?:pdf|png|csv|gif)", "".join(figure.locator("p.quiet").all_text_contents()))
            beside += sum(os.path.exists(folder + "/" + file) for file in others)
            wanted = {name + end for end in ((".gif", ".pdf", ".csv") if number == len(names) - 1 else (".pdf", ".png", ".csv"))}
            if {file for file, _ in links} | {os.path.basename(file) for file in others} != wanted: say("other files", name)
        say("files", held + beside)
        page.pdf(path=sys.argv[4], prefer_css_page_size=True)
        browser.close()
    """#
}
