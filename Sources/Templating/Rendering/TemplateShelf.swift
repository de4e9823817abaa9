import Text

/// The templates that were read so far.
struct TemplateShelf: Sendable {
  let library: TemplateLibrary
  let rules: TemplateRules
  private var pages: [String: TemplatePage] = [:]

  init(library: TemplateLibrary, rules: TemplateRules) {
    self.library = library
    self.rules = rules
  }

  /// A template that was read.
  subscript(name: String) -> TemplatePage? { pages[name] }

  func unknown(_ name: String) -> TemplateFailure.Reason {
    .unknownTemplate(name, near: NearestNames.of(name, among: library.names))
  }

  /// Reads a template and those that it calls, if there is one of this name.
  mutating func load(_ name: String) throws(TemplateFailure) -> TemplatePage? {
    if let page = pages[name] { return page }
    guard let text = library.source(of: name) else { return nil }
    let page = try TemplateParser.page(parsing: text, named: name, rules: rules)
    pages[name] = page
    try loadCalls(of: page)
    return page
  }

  /// Reads the templates that a template calls, directly or not, and checks the calls.
  mutating func loadCalls(of page: TemplatePage) throws(TemplateFailure) {
    var waiting = [page]
    var read = waiting
    while let caller = waiting.popLast() {
      for call in caller.calls {
        guard case .fixed(let name) = call.target, pages[name] == nil else { continue }
        guard let text = library.source(of: name) else {
          guard rules == .lenient else { throw caller.failure(at: call.offset, unknown(name)) }
          continue
        }
        let page = try TemplateParser.page(parsing: text, named: name, rules: rules)
        pages[name] = page
        waiting.append(page)
        read.append(page)
      }
    }
    guard rules == .strict else { return }
    for page in read { try checkReplacements(in: page) }
  }

  private func checkReplacements(in page: TemplatePage) throws(TemplateFailure) {
    for call in page.calls where !call.replacements.isEmpty {
      guard case .fixed(let parent) = call.target, let blocks = blocks(of: parent) else { continue }
      for block in call.replacements where !blocks.contains(block.name) {
        let near = NearestNames.of(block.name, among: blocks)
        throw page.failure(
          at: block.offset, .unknownBlock(block.name, parent: parent, near: near))
      }
    }
  }

  /// The blocks of a template and of those that it calls; nothing when some are not known yet.
  private func blocks(of name: String) -> [String]? {
    var names = [name]
    var blocks: [String] = []
    var next = 0
    while next < names.count {
      guard let page = pages[names[next]], !page.hasDynamicCalls else { return nil }
      blocks += page.blocks
      for case .fixed(let called) in page.calls.map(\.target) where !names.contains(called) {
        names.append(called)
      }
      next += 1
    }
    return blocks
  }
}
