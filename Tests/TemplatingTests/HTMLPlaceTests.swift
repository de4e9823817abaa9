import Templating
import Testing
import Text

@Suite("A place in HTML")
struct HTMLPlaceTests {
  @Test(
    "takes escaped text where that is safe",
    arguments: [
      ("<p>{{x}}</p>", "<p>&lt;&quot;</p>"),
      ("<title>{{x}}</title>", "<title>&lt;&quot;</title>"),
      ("<td class=\"{{x}}\">", "<td class=\"&lt;&quot;\">"),
      ("<td class='a {{x}} b'>", "<td class='a &lt;&quot; b'>"),
      ("<svg><path d=\"{{x}}\"/></svg>", "<svg><path d=\"&lt;&quot;\"/></svg>"),
      ("<meta name=\"a\" content=\"{{x}}\">", "<meta name=\"a\" content=\"&lt;&quot;\">"),
      ("<script>1<2</script>{{x}}", "<script>1<2</script>&lt;&quot;"),
      ("<!-- <script> -->{{x}}", "<!-- <script> -->&lt;&quot;"),
      ("<!-->{{x}}", "<!-->&lt;&quot;"), ("<!--->{{x}}", "<!--->&lt;&quot;"),
      ("<!----!>{{x}}", "<!----!>&lt;&quot;"), ("<!--a--!>{{x}}", "<!--a--!>&lt;&quot;"),
      ("<!doctype html>{{x}}", "<!doctype html>&lt;&quot;"),
      ("1 < 2 {{x}}", "1 < 2 &lt;&quot;"),
      ("<a{{#x}} id=\"{{x}}\"{{/x}}>", "<a id=\"&lt;&quot;\">"),
      ("<option{{#x}} selected{{/x}} value=\"{{x}}\">", "<option selected value=\"&lt;&quot;\">"),
      ("<p class=\"a{{#x}} b{{/x}}\">", "<p class=\"a b\">"),
    ])
  func safe(template: String, expected: String) throws {
    #expect(try page(template, ["x": "<\""]) == expected)
  }

  @Test(
    "refuses a value where no escaping helps, before anything is filled in",
    arguments: [
      ("<script>{{x}}</script>", .script), ("<SCRIPT >{{x}}</script>", .script),
      ("<script>a<</script >{{x}}<!--{{x}}", .comment),
      ("<style>{{x}}</style>", .style), ("<p id={{x}}>", .unquotedValue("id")),
      ("<p id=a{{x}}>", .unquotedValue("id")), ("<p {{x}}>", .tag), ("<p a{{x}}=\"\">", .tag),
      ("<p a{{x}}>", .tag), ("<p a {{x}}>", .tag), ("<p a=\"\"{{x}}>", .tag),
      ("<{{x}}>", .tagName), ("</{{x}}>", .tagName), ("<p{{x}}>", .tagName),
      ("<p onclick=\"{{x}}\">", .eventHandler("onclick")),
      ("<p OnClick='f({{{x}}})'>", .eventHandler("onclick")),
      ("<p/onclick=\"{{x}}\">", .eventHandler("onclick")),
      ("<p a=\"\"onclick=\"{{x}}\">", .eventHandler("onclick")),
      ("<a href=\"{{x}}\">", .link("href")), ("<img src=\"{{x}}\">", .media("src")),
      ("<use href=\"{{x}}\"/>", .reference("href")),
      ("<p style=\"{{x}}\">", .styleAttribute),
      ("<iframe src=\"{{{x}}}\">", .dangerousAttribute("src", element: "iframe")),
      ("<script src=\"{{{x}}}\">", .dangerousAttribute("src", element: "script")),
      ("<form action='{{{x}}}'>", .dangerousAttribute("action", element: "form")),
      ("<img srcset='{{x}}'>", .dangerousAttribute("srcset", element: "img")),
      ("<animate to='{{x}}'/>", .dangerousAttribute("to", element: "animate")),
      ("<base href='{{{x}}}'>", .dangerousAttribute("href", element: "base")),
      ("<meta http-equiv=\"refresh\" content=\"0;{{x}}\">", .pageHeader),
      ("<meta content=\"0;{{x}}\" http-equiv=\"refresh\">", .pageHeader),
      ("<!-- {{x}} -->", .comment), ("<!--!>{{x}}-->", .comment), ("<!---!>{{x}}-->", .comment),
      ("<!-- a-> {{x}} -->", .comment),
      ("<!doctype {{x}}>", .declaration), ("<xmp>{{x}}</xmp>", .rawElement("xmp")),
    ] as [(String, HTMLPlace)])
  func unsafe(template: String, place: HTMLPlace) {
    let failure = #expect(throws: TemplateFailure.self) {
      try Template(parsing: template, named: "page.html")
    }
    #expect(failure?.reason == .unsafePlace(place))
  }

  @Test(
    "takes a value that is known to be safe there, and no other",
    arguments: [
      ("<p>{{{html}}}</p>", "<p><b>x</b></p>"),
      ("<script>{{{script}}}</script>", "<script>{\"a\":\"\\u003C\"}</script>"),
      ("<style>{{{style}}}</style>", "<style>a > b {}</style>"),
      ("<a href=\"{{{fragment}}}\">", "<a href=\"#f-1\">"),
      ("<a href=\"{{{web}}}\">", "<a href=\"https://doi.org/10.1000/182?a=1&amp;b\">"),
      ("<img src='{{{image}}}'>", "<img src='data:image/png;base64,AP8='>"),
      ("<image href='{{{image}}}'/>", "<image href='data:image/png;base64,AP8='/>"),
    ])
  func known(template: String, expected: String) throws {
    let values: TemplateValue = [
      "html": .html(SafeHTML(trusted: "<b>") + SafeHTML(escaping: "x") + SafeHTML(trusted: "</b>")),
      "script": .script(SafeScript(data: ["a": "<"])),
      "style": .style(try #require(SafeStyle("a > b {}"))),
      "fragment": .url(try #require(SafeURL(fragment: "f-1"))),
      "web": .url(try #require(SafeURL(web: "https://doi.org/10.1000/182?a=1&b"))),
      "image": .url(SafeURL(image: .png, bytes: [0, 255])),
    ]
    #expect(try page(template, values) == expected)
    for wrong in ["text" as TemplateValue, .flag(true), [], .nothing] {
      let names = ["html", "script", "style", "fragment", "web", "image"]
      let others = TemplateValue.object(TemplateObject(names.map { ($0, wrong) }))
      if wrong == .nothing, template.contains("html") { continue }
      #expect(throws: TemplateFailure.self) { try page(template, others) }
    }
  }

  @Test("loads nothing from the web into a page")
  func media() throws {
    let web = TemplateValue.url(try #require(SafeURL(web: "https://example.org/a.png")))
    let failure = #expect(throws: TemplateFailure.self) {
      try page("<img src=\"{{{x}}}\">", ["x": web])
    }
    #expect(failure?.reason == .unsuitableURL(name: "x", found: .web))
  }

  @Test(
    "must be the same before and behind a section, and the text at the end of a template",
    arguments: [
      ("{{#x}}<p {{/x}}>", .endsElsewhere(.tag, begun: .text)),
      ("{{#x}}<script>{{/x}}a</script>", .endsElsewhere(.script, begun: .text)),
      ("<p class=\"{{#x}}\"{{/x}}>", .endsElsewhere(.tag, begun: .attribute("class"))),
      ("<p", .endsElsewhere(.tagName, begun: .text)),
      ("<p {{#x}}a{{/x}}>", .missingBlankInTag), ("<p{{#x}}a{{/x}}>", .missingBlankInTag),
      ("<p{{#x}} a{{/x}}b>", .missingBlankInTag), ("<p{{#x}} a{{/x}}=\"\">", .missingBlankInTag),
      ("<p data-{{#x}}on{{/x}}click=\"{{x}}\">", .missingBlankInTag),
      ("<a href=\"x{{{u}}}\">", .notAlone(.link("href"))),
      ("<a href=\"{{{u}}}x\">", .notAlone(.link("href"))),
      ("<script>var a = {{{u}}}</script>", .notAlone(.script)),
      ("<script>{{{u}}};</script>", .notAlone(.script)),
      ("<p class=\"{{{u}}}\">", .needsEscaping(.attribute("class"))),
      ("<title>{{{u}}}</title>", .needsEscaping(.plainText(element: "title"))),
      ("<p class=\"{{>a}}\">", .notInText(.attribute("class"))),
      ("<script>{{$a}}{{/a}}</script>", .notInText(.script)),
      ("<svg><title/>{{u}}</svg>", .ambiguousHTML("<title/>")),
      ("<svg><![CDATA[{{u}}]]></svg>", .ambiguousHTML("<![")),
      ("<script><!--<script></script>{{u}}</script>", .ambiguousHTML("<!")),
      ("<script>a</scripty>{{u}}</script>", .ambiguousHTML("</scripty")),
      ("<math><title><plaintext></title>{{u}}", .ambiguousHTML("<p")),
    ] as [(String, TemplateFailure.Reason)])
  func ends(template: String, reason: TemplateFailure.Reason) {
    let failure = #expect(throws: TemplateFailure.self) {
      try Template(
        parsing: template, named: "page.html", in: TemplateLibrary(["a": ""]))
    }
    #expect(failure?.reason == reason)
  }

  @Test(
    "keeps markup out of a block that holds plain text", arguments: ["<b>", "{{{x}}}", "{{>p}}"])
  func plainBlocks(content: String) throws {
    let layout = ["layout": "<title>{{$title}}{{/title}}</title>", "p": ""]
    let failure = #expect(throws: TemplateFailure.self) {
      try page(
        "{{<layout}}{{$title}}\(content){{/title}}{{/layout}}",
        ["x": .html(SafeHTML(trusted: ""))], with: layout)
    }
    #expect(failure?.reason == .markupInPlainText(block: "title"))
  }
}

@Suite("An address")
struct SafeURLTests {
  @Test(
    "of a file beside the page has no scheme, host or root",
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:x", "//example.org", "/etc", "a:b", "", "a b", "a\"b",
      "\\\\host", "a\nb", "\u{1}javascript:x", "é", "?x", "#y",
    ])
  func refused(path: String) {
    #expect(SafeURL(relativePath: path) == nil)
  }

  @Test("of a file may have folders", arguments: ["a.html", "../runs/7.html#x", "./a?b=c:d"])
  func taken(path: String) {
    #expect(SafeURL(relativePath: path)?.text == path)
  }

  @Test(
    "contains bytes as RFC 4648 writes them",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func base64(bytes: String, text: String) {
    #expect(
      SafeURL(download: bytes.utf8).text == "data:application/octet-stream;base64," + text)
  }

  @Test("cannot end a script or a style early")
  func ends() {
    #expect(SafeScript(program: "a </SCRIPT>") == nil)
    #expect(SafeScript(program: "a <!-- b") == nil)
    #expect(SafeScript(program: "if (a < b) {}") != nil)
    #expect(SafeStyle("a </style") == nil)
    #expect(
      SafeScript(data: ["</script>", "\u{2028}"]).text == #"["\u003C/script\u003E","\u2028"]"#)
  }
}
