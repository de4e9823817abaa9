/// Builds the tree of a template from its tokens and follows its HTML.
struct TemplateParser {
  typealias Failure = TemplateLexer.Failure

  /// How many sections may lie inside each other.
  static let deepestNesting = 64

  let rules: TemplateRules
  private let source: [UInt8]
  private let tokens: [TemplateToken]
  private var next = 0
  private var depth = 0
  private var html = HTMLState()
  private var calls: [TemplateCall] = []
  private var blocks: [String] = []
  private var hasDynamicCalls = false

  private init(_ source: [UInt8], tokens: [TemplateToken], rules: TemplateRules) {
    self.source = source
    self.tokens = tokens
    self.rules = rules
  }

  /// Reads a template.
  static func page(
    parsing text: String, named name: String, rules: TemplateRules
  ) throws(TemplateFailure) -> TemplatePage {
    let source = Array(text.utf8)
    do throws(Failure) {
      var lexer = TemplateLexer(source)
      let tokens = StandaloneLines.marking(try lexer.readTokens())
      var parser = TemplateParser(source, tokens: tokens, rules: rules)
      let nodes = try parser.parseNodes(in: nil).nodes
      try parser.checkEndsInText()
      return TemplatePage(
        name: name, source: source, nodes: nodes, calls: parser.calls, blocks: parser.blocks,
        hasDynamicCalls: parser.hasDynamicCalls)
    } catch {
      throw TemplateFailure(
        template: name, position: source.position(ofOffset: error.offset), reason: error.reason)
    }
  }

  /// Reads nodes up to the tag that closes what was opened, or to the end of the template.
  private mutating func parseNodes(
    in opening: TemplateToken?
  ) throws(Failure) -> (nodes: [TemplateNode], closing: TemplateToken?) {
    var nodes: [TemplateNode] = []
    while next < tokens.count {
      let token = tokens[next]
      next += 1
      switch token.kind {
      case .comment, .delimiters: break
      case .text:
        try followHTML(token)
        nodes.append(text: token.bytes)
      case .value, .verbatimValue: nodes.append(try value(token))
      case .section, .invertedSection: nodes.append(.section(try section(token)))
      case .block: nodes.append(.block(try block(token, isReplacement: false)))
      case .parent: nodes.append(.call(try parent(token)))
      case .partial: nodes.append(.call(try call(token, replacements: [])))
      case .close:
        try checkCloses(token, opening)
        return (nodes, token)
      }
    }
    guard let opening else { return (nodes, nil) }
    throw Failure(offset: opening.start, reason: .unclosedSection(opening.name))
  }

  // MARK: - Tags

  private mutating func value(_ token: TemplateToken) throws(Failure) -> TemplateNode {
    let isEscaped = token.kind == .value
    let name = try name(token)
    guard rules == .strict else { return .value(name, isEscaped ? .escaped : .verbatim) }
    do throws(TemplateFailure.Reason) {
      return .value(name, try html.fill(isEscaped: isEscaped))
    } catch {
      throw Failure(offset: token.start, reason: error)
    }
  }

  private mutating func section(_ token: TemplateToken) throws(Failure) -> TemplateSection {
    let name = try name(token)
    html.enterSection()
    let nodes = try content(of: token).nodes
    return TemplateSection(name: name, isInverted: token.kind == .invertedSection, nodes: nodes)
  }

  private mutating func block(
    _ token: TemplateToken, isReplacement: Bool
  ) throws(Failure) -> TemplateBlock {
    try checkNameIsThere(token)
    if html.phase != .plain { try checkIsInText(token) }
    if !isReplacement, !blocks.contains(token.name) { blocks.append(token.name) }
    let isPlainText = html.phase == .plain
    let (nodes, closing) = try content(of: token)
    let margin = token.standsAlone ? BlockMargins.margin(of: nodes) : nil
    return TemplateBlock(
      name: token.name, offset: token.start, beginsLine: token.standsAlone,
      endsLine: closing.standsAlone, isPlainText: isPlainText,
      margin: margin ?? Array(token.margin),
      nodes: isReplacement ? BlockMargins.removing(margin?.count ?? 0, from: nodes) : nodes)
  }

  private mutating func parent(_ token: TemplateToken) throws(Failure) -> TemplateCall {
    try checkIsInText(token)
    try enter(token)
    var replacements: [TemplateBlock] = []
    while next < tokens.count, tokens[next].kind != .close {
      let inside = tokens[next]
      next += 1
      switch inside.kind {
      case .comment, .delimiters: break
      case .block:
        let isRepeated = replacements.contains { $0.name == inside.name }
        try demand(!isRepeated, .repeatedBlock(inside.name), at: inside)
        replacements.append(try block(inside, isReplacement: true))
      case .section, .invertedSection, .parent:
        try demand(false, .strayContentInParent, at: inside)
        _ = try content(of: inside)
      default: try demand(inside.kind == .text && inside.isBlank, .strayContentInParent, at: inside)
      }
    }
    depth -= 1
    guard next < tokens.count else {
      throw Failure(offset: token.start, reason: .unclosedSection(token.name))
    }
    next += 1
    try checkCloses(tokens[next - 1], token)
    return try call(token, replacements: replacements)
  }

  private mutating func call(
    _ token: TemplateToken, replacements: [TemplateBlock]
  ) throws(Failure) -> TemplateCall {
    try checkNameIsThere(token)
    try checkIsInText(token)
    let isDynamic = token.bytes.first == UInt8(ascii: "*")
    let target: TemplateCall.Target =
      isDynamic
      ? .dynamic(try name(token, bytes: token.bytes.dropFirst().trimmingBlanks))
      : .fixed(token.name)
    let call = TemplateCall(
      target: target, offset: token.start, standsAlone: token.standsAlone,
      margin: token.standsAlone ? Array(token.margin) : [], replacements: replacements)
    if isDynamic { hasDynamicCalls = true } else { calls.append(call) }
    return call
  }

  /// Reads what stands between a tag and the one that closes it, which must leave the HTML where it was.
  private mutating func content(
    of token: TemplateToken
  ) throws(Failure) -> (nodes: [TemplateNode], closing: TemplateToken) {
    try enter(token)
    let start = html
    let (nodes, closing) = try parseNodes(in: token)
    depth -= 1
    guard let closing else {
      throw Failure(offset: token.start, reason: .unclosedSection(token.name))
    }
    do throws(TemplateFailure.Reason) {
      try html.leaveSection(enteredIn: start)
    } catch {
      throw Failure(offset: closing.start, reason: error)
    }
    return (nodes, closing)
  }

  // MARK: - Rules

  private mutating func enter(_ token: TemplateToken) throws(Failure) {
    guard depth < Self.deepestNesting else {
      throw Failure(
        offset: token.start, reason: .nestedTooDeeply(limit: Self.deepestNesting))
    }
    depth += 1
  }

  private func checkCloses(_ closing: TemplateToken, _ opening: TemplateToken?) throws(Failure) {
    guard let opening else {
      throw Failure(offset: closing.start, reason: .closedWithoutOpening(closing.name))
    }
    guard closing.bytes.elementsEqual(opening.bytes) else {
      let opened = source.position(ofOffset: opening.start)
      throw Failure(
        offset: closing.start,
        reason: .closedWrongly(found: closing.name, expected: opening.name, opened: opened))
    }
  }

  private mutating func followHTML(_ token: TemplateToken) throws(Failure) {
    guard rules == .strict else { return }
    for (place, byte) in token.bytes.enumerated() {
      do throws(TemplateFailure.Reason) {
        try html.read(byte)
      } catch {
        throw Failure(offset: token.start + place, reason: error)
      }
    }
  }

  private func checkIsInText(_ token: TemplateToken) throws(Failure) {
    guard html.phase != .text else { return }
    throw Failure(offset: token.start, reason: .notInText(html.place))
  }

  private func checkEndsInText() throws(Failure) {
    guard html.phase != .text else { return }
    throw Failure(offset: source.count, reason: .endsElsewhere(html.place, begun: .text))
  }

  private func demand(
    _ isRight: Bool, _ reason: TemplateFailure.Reason, at token: TemplateToken
  ) throws(Failure) {
    guard isRight || rules == .lenient else { throw Failure(offset: token.start, reason: reason) }
  }

  private func checkNameIsThere(_ token: TemplateToken) throws(Failure) {
    guard token.bytes.isEmpty else { return }
    throw Failure(offset: token.start, reason: .malformedName(""))
  }

  private func name(
    _ token: TemplateToken, bytes: ArraySlice<UInt8>? = nil
  ) throws(Failure) -> TemplateName {
    let bytes = bytes ?? token.bytes
    guard !bytes.elementsEqual(".".utf8) else { return TemplateName(path: [], offset: token.start) }
    let text = String(decoding: bytes, as: UTF8.self)
    let path = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let isName = !bytes.contains { $0.isBlank || $0 == UInt8(ascii: "*") } && !path.contains("")
    try demand(isName && !bytes.isEmpty, .malformedName(text), at: token)
    return TemplateName(path: path, offset: token.start)
  }
}

extension [TemplateNode] {
  /// Appends text, to the node of text at the end if there is one.
  fileprivate mutating func append(text: ArraySlice<UInt8>) {
    guard case .text(var bytes)? = last else { return append(.text([UInt8](text))) }
    removeLast()
    bytes += text
    append(.text(bytes))
  }
}
