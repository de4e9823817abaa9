import Foundation
import Publishing
import Reports
import Testing

@Suite("A report in a browser", .enabled(if: Browser.isThere, "\(Browser.missing)"))
struct BrowserTests {
  private func address(_ html: String, _ sandbox: Sandbox) throws -> String {
    try sandbox.write(html, as: "report.html")
    return "file://" + sandbox.at("report.html")
  }

  @Test("asks for nothing, says nothing and breaks no rule of accessibility")
  func quietAndAccessible() throws {
    let sandbox = try Sandbox()
    let script = """
      address = arguments[0]
      for name, width, scheme, media in (("light", 1280, "light", "screen"), ("dark", 1280, "dark", "screen"),
                                         ("print", 794, "dark", "print"), ("narrow", 320, "light", "screen")):
          context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
          page = context.new_page()
          page.emulate_media(media=media)
          troubles, outside = [], []
          watch(page, troubles)
          watch_requests(page, address, outside)
          page.goto(address)
          say(name + " closed", violations(page))
          page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
          say(name + " open", violations(page))
          say(name + " overflow", page.evaluate("document.documentElement.scrollWidth - innerWidth"))
          if name == "print":
              say("print paper", page.evaluate("getComputedStyle(document.body).backgroundColor"))
              say("print downloads", page.locator(".downloads:visible").count())
          say(name + " troubles", troubles)
          say(name + " outside", outside)
          context.close()
      """
    let page = try address(SamplePage.html.get(), sandbox)
    let answers = try Browser.answers(to: script, [page])
    for name in ["light", "dark", "print", "narrow"] {
      for check in ["closed", "open", "troubles", "outside"] {
        #expect(answers["\(name) \(check)"] == "[]", "\(name) \(check)")
      }
      #expect(answers["\(name) overflow"] == "0", "\(name)")
    }
    #expect(answers["print paper"] == "rgb(255, 255, 255)")
    #expect(answers["print downloads"] == "0")
  }

  @Test("would be caught if it broke a rule, asked for something or complained")
  func bench() throws {
    let sandbox = try Sandbox()
    let script = """
      page = browser.new_page(viewport={"width": 320, "height": 800})
      troubles, outside = [], []
      watch(page, troubles)
      watch_requests(page, arguments[0], outside)
      page.goto(arguments[0])
      say("violations", sorted(v[0] for v in violations(page)))
      say("overflow", page.evaluate("document.documentElement.scrollWidth - innerWidth") > 0)
      say("troubles", len(troubles))
      say("outside", outside)
      """
    let bad = """
      <!doctype html><html lang="en"><title>Bad</title><main><h1>Bad</h1><img src="http://127.0.0.1:9/x.png">
      <p style="color:#bbb;background:#fff;width:400px">Pale</p></main><script>console.log(1); x()</script></html>
      """
    let answers = try Browser.answers(to: script, [try address(bad, sandbox)])
    #expect(answers["violations"] == "[\"color-contrast\", \"image-alt\"]")
    #expect(answers["overflow"] == "true")
    #expect(answers["troubles"] == "3")
    #expect(answers["outside"] == "[\"http://127.0.0.1:9/x.png\"]")
  }

  @Test("can be sorted and filtered")
  func sorting() throws {
    let sandbox = try Sandbox()
    let script = """
      page = browser.new_page()
      page.goto(arguments[0])
      column = "[...document.querySelectorAll('#table-1 tbody tr')].map(r => r.cells[1].textContent)"
      say("original", page.evaluate(column))
      head = page.locator("#table-1 th").nth(1)
      for step in ("ascending", "descending", "again"):
          head.locator("button").click()
          say(step, page.evaluate(column))
          say(step + " state", head.get_attribute("aria-sort"))
      page.locator("#table-2 th button").nth(3).click()
      say("gaps last", page.evaluate("[...document.querySelectorAll('#table-2 tbody tr')].slice(-6).map(r => r.cells[3].textContent)"))
      say("boxes", page.locator("main .filter:visible").count())
      page.locator("main .filter input").last.fill("5.75")
      rows = page.locator("#table-2 tbody tr:visible")
      say("filtered", [rows.nth(i).inner_text().split("\\t")[0] for i in range(rows.count())])
      say("count", page.locator("main .filter output").last.inner_text())
      """
    let answers = try Browser.answers(to: script, [try address(SamplePage.html.get(), sandbox)])
    let falling = SamplePage.table.rows.map { $0[1] }
    func list(_ values: [String]) throws -> String {
      values.map { "\"" + $0.replacing("±", with: "\\u00b1") + "\"" }.joined(separator: ", ")
    }
    #expect(try answers["original"] == "[" + list(falling) + "]")
    #expect(try answers["ascending"] == "[" + list(falling.reversed()) + "]")
    #expect(answers["ascending state"] == "ascending")
    #expect(try answers["descending"] == "[" + list(falling) + "]")
    #expect(answers["again state"] == "none")
    #expect(
      answers["gaps last"] == "["
        + Array(repeating: "\"\\u2013\"", count: 6).joined(separator: ", ") + "]")
    #expect(answers["boxes"] == "1")
    let wanted = SamplePage.hours.rows.filter { $0.contains { $0.contains("5.75") } }.map { $0[0] }
    #expect(!wanted.isEmpty)
    #expect(try answers["filtered"] == "[" + list(wanted) + "]")
    #expect(answers["count"] == "\(wanted.count) of 24")
  }

  @Test("is complete without scripts, and prints")
  func withoutScripts() throws {
    let sandbox = try Sandbox()
    let script = """
      context = browser.new_context(java_script_enabled=False)
      page = context.new_page()
      page.goto(arguments[0])
      for name, selector in (("cells", "main table:not(.compact) td:visible, main tbody th:visible"), ("figures", "figure svg:visible"),
                             ("links", "a.file:visible"), ("controls", "button, input"), ("headings", "h2:visible")):
          say(name, page.locator(selector).count())
      page.locator("summary").first.click()
      say("opened", page.locator("#data-1 td:visible").count())
      with page.expect_download() as waiting:
          page.locator("a.file").first.click()
      say("download", waiting.value.suggested_filename + " " + open(waiting.value.path()).read())
      say("pdf", len(page.pdf(prefer_css_page_size=True)) > 10000)
      """
    let answers = try Browser.answers(to: script, [try address(SamplePage.html.get(), sandbox)])
    let cells = [SamplePage.table, SamplePage.hours].map { $0.rows.count * $0.columns.count }
    #expect(answers["cells"] == "\(cells[0] + cells[1])")
    #expect(answers["figures"] == "3")
    #expect(answers["links"] == "9")
    #expect(answers["controls"] == "0")
    #expect(answers["headings"] == "5")
    #expect(answers["opened"] == "20")
    #expect(answers["download"] == "waits.pdf %PDF-1.7 waits")
    #expect(answers["pdf"] == "true")
  }

  @Test("shows hostile texts and runs none of them")
  func hostile() throws {
    let sandbox = try Sandbox()
    let script = """
      page = browser.new_page(viewport={"width": 320, "height": 800})
      troubles, outside = [], []
      watch(page, troubles)
      watch_requests(page, arguments[0], outside)
      page.goto(arguments[0])
      page.wait_for_timeout(200)
      say("troubles", troubles)
      say("outside", outside)
      say("violations", violations(page))
      say("scripts", page.locator("script").count())
      say("overflow", page.evaluate("document.documentElement.scrollWidth - innerWidth"))
      """
    let page = try HostilePage.page.html()
    let answers = try Browser.answers(to: script, [try address(page, sandbox)])
    #expect(answers["troubles"] == "[]")
    #expect(answers["outside"] == "[]")
    #expect(answers["violations"] == "[]")
    #expect(answers["scripts"] == "2")
    #expect(answers["overflow"] == "0")
  }
}
