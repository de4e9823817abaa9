import Text

extension TemplateRenderer {
  /// The value of a name, looked for from the innermost outwards; nothing when lenient rules let it be unknown.
  func value(_ name: TemplateName) throws(TemplateFailure) -> TemplateValue? {
    guard let first = name.path.first else { return stack.last }
    for place in stack.indices.reversed() {
      guard case .object(let members) = stack[place], var value = members[first] else { continue }
      for key in name.path.dropFirst() {
        guard let inner = value[key] else { return try unknown(name, key, keys: value.keys) }
        value = inner
      }
      return value
    }
    return try unknown(name, first, keys: stack.reversed().flatMap(\.keys))
  }

  private func unknown(
    _ name: TemplateName, _ key: String, keys: [String]
  ) throws(TemplateFailure) -> TemplateValue? {
    guard isStrict else { return nil }
    let near = NearestNames.of(key, among: keys.uniqued)
    throw page.failure(at: name.offset, .unknownKey(name.text, near: near))
  }

  /// Writes a value, which must be what its place needs.
  mutating func write(
    _ value: TemplateValue?, _ need: ValueNeed, _ name: TemplateName
  ) throws(TemplateFailure) {
    switch (need, value ?? .nothing) {
    case (.escaped, .text(let text)), (.escaped, .number(let text)): output.appendEscaped(text)
    case (.verbatim, .text(let text)), (.verbatim, .number(let text)): output += text.utf8
    case (.html, .html(let html)), (.verbatim, .html(let html)): output += html.text.utf8
    case (.script, .script(let script)), (.verbatim, .script(let script)):
      output += script.text.utf8
    case (.style, .style(let style)), (.verbatim, .style(let style)): output += style.text.utf8
    case (.verbatim, .url(let url)): output += url.text.utf8
    case (.link, .url(let url)): output.appendEscaped(url.text)
    case (.media, .url(let url)):
      try check(url, isSuitable: url.kind.isMedia, name)
      output.appendEscaped(url.text)
    case (.reference, .url(let url)):
      try check(url, isSuitable: url.kind.isReference, name)
      output.appendEscaped(url.text)
    case (.escaped, .nothing), (.html, .nothing), (.verbatim, .nothing): break
    case (_, .flag(let flag)) where !isStrict: output += (flag ? "true" : "false").utf8
    case (_, let other):
      guard isStrict else { return }
      throw page.failure(
        at: name.offset, .wrongKind(name: name.text, found: other.kind, needed: need.kind))
    }
  }

  private func check(
    _ url: SafeURL, isSuitable: Bool, _ name: TemplateName
  ) throws(TemplateFailure) {
    guard !isSuitable else { return }
    throw page.failure(at: name.offset, .unsuitableURL(name: name.text, found: url.kind))
  }
}

extension ValueNeed {
  fileprivate var kind: TemplateValue.Kind {
    switch self {
    case .escaped, .verbatim: .text
    case .html: .html
    case .script: .script
    case .style: .style
    case .link, .media, .reference: .url
    }
  }
}

extension TemplateValue {
  fileprivate var keys: [String] {
    guard case .object(let members) = self else { return [] }
    return members.keys
  }
}

extension [String] {
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
