import Templating
import Testing
import Text

/// What a template makes of a value by strict rules.
func page(
  _ template: String, _ value: TemplateValue = [:], with others: [String: String] = [:]
) throws -> String {
  try Template(parsing: template, named: "page.html", in: TemplateLibrary(others)).render(value)
}

@Suite("A template")
struct TemplateTests {
  @Test("escapes the five characters that mean something in HTML")
  func escaping() throws {
    #expect(try page("{{x}}", ["x": "a<b>&\"'é🚗"]) == "a&lt;b&gt;&amp;&quot;&#39;é🚗")
  }

  @Test("walks through lists and finds outer values from within")
  func lists() throws {
    let value: TemplateValue = ["unit": "kW", "rows": [["load": 7], ["load": 22]]]
    let text = "<ul>\n{{#rows}}\n  <li>{{load}} {{unit}}\n{{/rows}}\n</ul>\n"
    #expect(try page(text, value) == "<ul>\n  <li>7 kW\n  <li>22 kW\n</ul>\n")
  }

  @Test(
    "takes false, nothing, an empty text and an empty list as false, and zero as true",
    arguments: [
      (false, false), (.nothing, false), ("", false), ([], false), (0, true), (true, true),
      ("x", true), (["x"], true), ([:], true),
    ] as [(TemplateValue, Bool)])
  func truth(value: TemplateValue, isTrue: Bool) throws {
    #expect(try page("{{#x}}yes{{/x}}{{^x}}no{{/x}}", ["x": value]) == (isTrue ? "yes" : "no"))
  }

  @Test("indents what it calls as deep as the call")
  func indentation() throws {
    let others = [
      "list.html": "<ul>\n{{#sites}}\n  {{>item.html}}\n{{/sites}}\n</ul>\n",
      "item.html": "<li>\n{{.}}\n",
    ]
    let text = "<div>\n  {{>list.html}}\n</div>\n"
    #expect(
      try page(text, ["sites": ["A", "B\nC"]], with: others)
        == "<div>\n  <ul>\n    <li>\n    A\n    <li>\n    B\nC\n  </ul>\n</div>\n")
  }

  @Test("fills the blocks of a layout, level by level")
  func inheritance() throws {
    let others = [
      "layout.html":
        "<title>{{$title}}Report{{/title}}</title>\n<main>\n  {{$main}}\n  {{/main}}\n</main>\n",
      "report.html":
        "{{<layout.html}}\n{{$main}}\n<p>{{$answer}}none{{/answer}}</p>\n<hr>\n{{/main}}\n{{/layout.html}}\n",
    ]
    let text =
      "{{<report.html}}\n{{$title}}{{name}}{{/title}}\n{{$answer}}42{{/answer}}\n{{/report.html}}\n"
    #expect(
      try page(text, ["name": "A & B"], with: others)
        == "<title>A &amp; B</title>\n<main>\n  <p>42</p>\n  <hr>\n</main>\n")
  }

  @Test("calls a template whose name is a value")
  func dynamicNames() throws {
    let text = "{{#parts}}{{>*kind}}{{/parts}}"
    let value: TemplateValue = ["parts": [["kind": "b"], ["kind": "a"]]]
    #expect(try page(text, value, with: ["a": "A", "b": "B{{>a}}"]) == "BAA")
  }

  @Test("looks into a folder of the user's own first")
  func overriding() throws {
    let own = TemplateLibrary(["head": "built in", "foot": "built in"])
    let library = own.overridden(by: TemplateLibrary(["head": "mine"]))
    let template = try Template(parsing: "{{>head}}, {{>foot}}", named: "page.html", in: library)
    #expect(try template.render([:]) == "mine, built in")
    #expect(library.names == ["head", "foot"])
  }

  @Test("shows the values of JSON as they are written")
  func json() throws {
    let json: JSON = ["a": 3, "b": 0.1, "c": "x", "d": nil, "e": [true, false]]
    let text = "{{a}} {{b}} {{c}} [{{d}}]{{#e}}{{#.}} on{{/.}}{{^.}} off{{/.}}{{/e}}"
    #expect(try page(text, TemplateValue(json)) == "3 0.1 x [] on off")
  }

  @Test("by lenient rules lets unknown names be empty and any text be HTML")
  func lenient() throws {
    let template = try Template(
      parsing: "{{a}}{{#b}}b{{/b}}{{>c}}<a href={{d}}>{{{d}}}", named: "x", rules: .lenient)
    #expect(try template.render(["d": "<"]) == "<a href=&lt;><")
  }

  @Test("gives the same page every time")
  func sameTwice() throws {
    let object = TemplateObject((0..<100).map { ("key\($0)", .number("\($0)")) })
    let template = try Template(
      parsing: (0..<100).map { "{{key\($0)}};" }.joined(), named: "page.html")
    let first = try template.render(.object(object))
    #expect(first == (0..<100).map { "\($0);" }.joined())
    #expect(try template.render(.object(object)) == first)
  }
}
