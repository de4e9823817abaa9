import Templating
import Testing
import Text

@Suite("A failure of a template")
struct TemplateFailureTests {
  @Test(
    "says what is wrong and where",
    arguments: [
      (
        "a\n {{titel}}", "page.html:2:2: there is no value named \"titel\"; did you mean \"title\"?"
      ),
      ("{{title.x}}", "page.html:1:1: there is no value named \"title.x\""),
      (
        "{{#titel}}{{/titel}}",
        "page.html:1:1: there is no value named \"titel\"; did you mean \"title\"?"
      ),
      ("é{{title", "page.html:1:2: the tag opened here is never closed with \"}}\""),
      ("\n{{#title}}x", "page.html:2:1: \"title\" is opened here and never closed"),
      ("{{/title}}", "page.html:1:1: \"title\" is closed here but was not opened"),
      (
        "{{#title}}{{/list}}",
        "page.html:1:11: \"list\" is closed here, but \"title\", opened at line 1, column 1, is still open"
      ),
      (
        "{{>rwo}}",
        "page.html:1:1: there is no template named \"rwo\"; did you mean \"row\"?"
      ),
      ("{{>*title}}", "page.html:1:1: there is no template named \"T\""),
      (
        "{{<row}}{{$cel}}{{/cel}}{{/row}}",
        "page.html:1:9: \"row\" has no block named \"cel\"; did you mean \"cell\"?"
      ),
      (
        "{{<row}}lost{{/row}}",
        "page.html:1:9: only blocks may stand between the tags of a parent; anything else would be lost"
      ),
      (
        "{{{title}}}",
        "page.html:1:1: \"title\" is text, but safe HTML (SafeHTML) is needed here"
      ),
      ("{{&title}}", "page.html:1:1: \"title\" is text, but safe HTML (SafeHTML) is needed here"),
      ("{{list}}", "page.html:1:1: \"list\" is a list, but text is needed here"),
      ("{{a b}}", "page.html:1:1: \"a b\" is no name; names are words joined by points"),
      (
        "{{=x=}}",
        "page.html:1:1: \"x\" does not name two delimiters with a blank between, such as {{=<% %>=}}"
      ),
      (
        "<script>{{title}}</script>",
        "page.html:1:9: no value can be made safe inside a script element; write three braces, alone in the element, and give a SafeScript"
      ),
      (
        "{{>self}}",
        "self:1:1: partials and sections call each other more than 256 deep; does one call itself?"
      ),
      ("{{>bad}}", "bad:2:4: \"x\" is closed here but was not opened"),
    ])
  func words(template: String, complaint: String) {
    let value: TemplateValue = ["title": "T", "list": []]
    let others = [
      "row": "<td>{{$cell}}{{/cell}}</td>", "self": "{{>self}}", "bad": "\nabc{{/x}}",
    ]
    let failure = #expect(throws: TemplateFailure.self) {
      try page(template, value, with: others)
    }
    #expect(failure?.description == complaint)
  }

  @Test("limits how deep sections lie inside each other")
  func nesting() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "{{#x}}", count: depth) + String(repeating: "{{/x}}", count: depth)
    }
    #expect(try page(nested(64), ["x": true]) == "")
    let failure = #expect(throws: TemplateFailure.self) { try page(nested(65), ["x": true]) }
    #expect(failure?.reason == .nestedTooDeeply(limit: 64))
    #expect(throws: TemplateFailure.self) { try page(nested(100_000), ["x": true]) }
  }
}
