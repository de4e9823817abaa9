import Text

/// Fills a template in, from its beginning to its end, into one buffer.
struct TemplateRenderer {
  /// How deep sections and templates may call each other.
  static let deepestCalls = 256

  /// A block that replaces another, and the template it stands in.
  struct Replacement {
    let block: TemplateBlock
    let page: TemplatePage
  }

  var output: [UInt8] = []
  var page: TemplatePage
  var shelf: TemplateShelf
  /// The values in sight, the innermost last.
  var stack: [TemplateValue]
  private var depth = 0
  /// The blocks that replace others, those of the outermost child first.
  private var replacements: [Replacement] = []
  /// The blanks before each line of the template.
  private var margin: [UInt8] = []
  private var beginsLine = false

  init(page: TemplatePage, shelf: TemplateShelf, value: TemplateValue) {
    self.page = page
    self.shelf = shelf
    stack = [value]
  }

  var isStrict: Bool { shelf.rules == .strict }

  mutating func render() throws(TemplateFailure) -> String {
    output.reserveCapacity(page.source.count * 2)
    try render(page.nodes)
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func render(_ nodes: [TemplateNode]) throws(TemplateFailure) {
    for node in nodes {
      switch node {
      case .text(let bytes): write(bytes)
      case .value(let name, let need):
        beginLine()
        try write(value(name), need, name)
      case .section(let section): try render(section)
      case .block(let block): try render(block)
      case .call(let call): try render(call)
      }
    }
  }

  // MARK: - Text

  private mutating func beginLine() {
    if beginsLine { output += margin }
    beginsLine = false
  }

  private mutating func write(_ bytes: [UInt8]) {
    guard !margin.isEmpty else {
      output += bytes
      if let last = bytes.last { beginsLine = last == UInt8(ascii: "\n") }
      return
    }
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      beginLine()
      output += rest[...end]
      rest = rest[(end + 1)...]
      beginsLine = true
    }
    guard !rest.isEmpty else { return }
    beginLine()
    output += rest
  }

  // MARK: - Sections

  private mutating func render(_ section: TemplateSection) throws(TemplateFailure) {
    let value = try value(section.name) ?? .nothing
    if section.isInverted {
      guard !value.isTrue else { return }
      return try render(section.nodes)
    }
    try enter(at: section.name.offset)
    defer { depth -= 1 }
    if case .list(let values) = value {
      for value in values { try render(section.nodes, with: value) }
    } else if value.isTrue {
      try render(section.nodes, with: value)
    }
  }

  private mutating func render(
    _ nodes: [TemplateNode], with value: TemplateValue
  ) throws(TemplateFailure) {
    stack.append(value)
    try render(nodes)
    stack.removeLast()
  }

  private mutating func enter(at offset: Int) throws(TemplateFailure) {
    guard depth < Self.deepestCalls else {
      throw page.failure(at: offset, .recursesTooDeeply(limit: Self.deepestCalls))
    }
    depth += 1
  }

  // MARK: - Blocks and calls

  private mutating func render(_ block: TemplateBlock) throws(TemplateFailure) {
    try enter(at: block.offset)
    defer { depth -= 1 }
    guard let replacement = replacements.first(where: { $0.block.name == block.name }) else {
      return try render(block.nodes)
    }
    let outer = (page, margin)
    page = replacement.page
    if block.isPlainText, isStrict, replacement.block.nodes.holdMarkup {
      throw page.failure(
        at: replacement.block.offset, .markupInPlainText(block: block.name))
    }
    if block.beginsLine { beginsLine = true } else { beginLine() }
    margin += block.margin
    try render(replacement.block.nodes)
    (page, margin) = outer
    if block.beginsLine, block.endsLine { beginsLine = true }
  }

  private mutating func render(_ call: TemplateCall) throws(TemplateFailure) {
    try enter(at: call.offset)
    defer { depth -= 1 }
    guard let called = try target(of: call) else { return }
    let outer = (page, margin, replacements.count)
    replacements += call.replacements.map { Replacement(block: $0, page: page) }
    if call.standsAlone {
      margin += call.margin
      beginsLine = true
    } else {
      beginLine()
      margin = []
    }
    page = called
    try render(called.nodes)
    (page, margin) = (outer.0, outer.1)
    replacements.removeLast(replacements.count - outer.2)
    beginsLine = call.standsAlone
  }

  /// The template that is called; nothing when lenient rules let an unknown one pass.
  private mutating func target(of call: TemplateCall) throws(TemplateFailure) -> TemplatePage? {
    switch call.target {
    case .fixed(let name): return shelf[name]
    case .dynamic(let key):
      switch try value(key) ?? .nothing {
      case .text(let name):
        if let page = try shelf.load(name) { return page }
        guard !isStrict else { throw page.failure(at: call.offset, shelf.unknown(name)) }
        return nil
      case let other:
        guard !isStrict else {
          throw page.failure(
            at: call.offset, .wrongKind(name: key.text, found: other.kind, needed: .text))
        }
        return nil
      }
    }
  }
}

extension TemplateValue {
  /// Whether a section of this value is shown.
  fileprivate var isTrue: Bool {
    switch self {
    case .nothing: false
    case .flag(let value): value
    case .text(let text): !text.isEmpty
    case .list(let values): !values.isEmpty
    case .number, .object, .html, .script, .style, .url: true
    }
  }
}
