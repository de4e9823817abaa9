internal import RunRecords
internal import Templating
internal import Text

/// What is around the content of a page: styles, the one script, and the policy that allows no other.
struct PageAssets {
  let templates: TemplateLibrary
  let program: ProgramVersion
  let language: String
  let fontCSS: String
  let figureCSS: String
  /// The style sheets in order, and the script.
  let styles: [String]
  let script: String
  /// Where pictures may come from.
  let pictures: String

  /// The members that every page needs.
  ///
  /// What could end its element early is refused where it stands in its own file.
  func members() throws(TemplateFailure) -> [(String, TemplateValue)] {
    var style = ""
    for name in styles {
      let rules = try source(name)
      guard SafeStyle(rules) != nil else { throw Self.refusal(of: ["<"], in: rules, name) }
      style += rules
    }
    let program = try source(script)
    guard SafeScript(program: program) != nil else {
      throw Self.refusal(of: ["</script", "<script", "<!--"], in: program, script)
    }
    return [
      ("language", .text(language)),
      ("policy", .html(policy(for: program))),
      ("generator", .text("evtools " + self.program.words)),
      ("version", .text(self.program.words)),
      ("style", Self.style(style)),
      ("fonts", Self.style(fontCSS)),
      ("hasFonts", .flag(!fontCSS.isEmpty)),
      ("figureStyle", Self.style(figureCSS)),
      ("script", SafeScript(program: program).map { .script($0) } ?? .text(program)),
    ]
  }

  /// The policy of the page, which no value may fill in a template.
  ///
  /// Source: W3C, Content Security Policy Level 3, section 2.3.1, for the hash of a script.
  private func policy(for program: String) -> SafeHTML {
    let digest = SHA256.hex(of: Array(program.utf8))
    let rules = [
      "default-src 'none'", "img-src \(pictures)", "font-src data:", "style-src 'unsafe-inline'",
      "script-src 'sha256-\(Base64.text(of: Self.bytes(ofHexadecimal: digest)))'",
      "base-uri 'none'",
      "form-action 'none'",
    ]
    return SafeHTML(
      trusted: "<meta http-equiv=\"Content-Security-Policy\" content=\""
        + rules.joined(separator: "; ") + "\">")
  }

  /// The bytes that hexadecimal digits stand for.
  private static func bytes(ofHexadecimal digits: String) -> [UInt8] {
    let values = digits.utf8.map { UInt8($0 > 0x39 ? $0 - 0x57 : $0 - 0x30) }
    return stride(from: 0, to: values.count - 1, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }

  private func source(_ name: String) throws(TemplateFailure) -> String {
    guard let text = templates.source(of: name) else {
      throw TemplateFailure(
        template: name, position: TextPosition(line: 1, column: 1),
        reason: .unknownTemplate(name, near: NearestNames.of(name, among: templates.names)))
    }
    // A browser reads either line end as a line feed, also when it computes the hash.
    guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
    return String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }

  /// Says where a file holds the first of some texts, in letters of either case.
  private static func refusal(
    of texts: [String], in content: String, _ name: String
  ) -> TemplateFailure {
    let letters = Array(content.lowercased().unicodeScalars)
    var (line, column) = (1, 1)
    for index in letters.indices {
      if let found = texts.first(where: { letters[index...].starts(with: $0.unicodeScalars) }) {
        return TemplateFailure(
          template: name, position: TextPosition(line: line, column: column),
          reason: .ambiguousHTML(found))
      }
      (line, column) = letters[index] == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return TemplateFailure(
      template: name, position: TextPosition(line: 1, column: 1), reason: .ambiguousHTML(texts[0]))
  }

  private static func style(_ css: String) -> TemplateValue {
    SafeStyle(css).map { .style($0) } ?? .text(css)
  }
}
