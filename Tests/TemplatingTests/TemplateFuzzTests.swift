import Peers
import Templating
import Testing
import Text

@Suite("Any text as a template")
struct TemplateFuzzTests {
  private static let seeds = [
    "{{#a}}<p class=\"{{b}}\">{{/a}}{{^c}}\n  {{>p}}\n{{/c}}{{{h}}}",
    "{{<l}}\n{{$t}}\n  x {{b}}\n{{/t}}\n{{/l}}\n{{>*n}}{{! no }}",
    "{{=<% %>=}}<%a.b%><script><%&s%></script><a href='<%&u%>'>",
    "<!DOCTYPE html>\n<title>{{b}}</title><!-- x --><option{{#a}} selected{{/a}}>",
  ]
  private static let pieces = [
    "{{", "}}", "{{{", "}}}", "{{#a}}", "{{/a}}", "{{>p}}", "{{>l}}", "{{<l}}", "{{/l}}", "{{$t}}",
    "{{/t}}", "{{b}}", "{{{b}}}", "{{=| |=}}", "|", "\n", "  ", "\"", "'", "<", ">", "/", "=",
    "-->",
    "<!--", "<script>", "</script>", "<p ", " on", "é", "\u{0}", ".", "*", "{{>*n}}",
  ]

  @Test("is read or refused, and filled in or refused, but never crashes")
  func mutations() throws {
    var random = FixedRandom(seed: 20_000)
    let library = TemplateLibrary([
      "p": "[{{b}}]\n{{>p}}", "l": " {{$t}}\n  d\n {{/t}}\n", "n": "{{#a}}{{>p}}{{/a}}",
    ])
    let value: TemplateValue = [
      "a": [["b": 1], ["b": "<"]], "b": "onclick=\"'>", "c": false, "n": "l",
      "h": .html(SafeHTML(escaping: "&")),
    ]
    var (read, rendered) = (0, 0)
    for round in 0..<20_000 {
      var text = Array(Self.seeds[round % Self.seeds.count].unicodeScalars)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0...text.count, using: &random)
        if Bool.random(using: &random), place < text.count {
          text.removeSubrange(
            place..<min(text.count, place + Int.random(in: 1...4, using: &random)))
        } else if let piece = Self.pieces.randomElement(using: &random) {
          text.insert(contentsOf: piece.unicodeScalars, at: place)
        }
      }
      var string = String.UnicodeScalarView()
      string.append(contentsOf: text)
      for rules in [TemplateRules.strict, .lenient] {
        do throws(TemplateFailure) {
          let template = try Template(
            parsing: String(string), named: "fuzz", in: library, rules: rules)
          read += 1
          _ = try template.render(value)
          rendered += 1
        } catch {
          #expect(error.position.line >= 1 && !error.sentence.isEmpty)
        }
      }
    }
    #expect(read > 2_000)
    #expect(rendered > 1_000)
  }
}
