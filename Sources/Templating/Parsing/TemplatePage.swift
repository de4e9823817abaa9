import Text

/// A template that was read: what it shows and which others it calls.
struct TemplatePage: Sendable {
  let name: String
  let source: [UInt8]
  let nodes: [TemplateNode]
  /// The templates that it calls by fixed names, in order.
  let calls: [TemplateCall]
  /// The blocks that a child can replace, in order.
  let blocks: [String]
  /// Whether it calls templates whose names are known only when it is filled in.
  let hasDynamicCalls: Bool

  func failure(at offset: Int, _ reason: TemplateFailure.Reason) -> TemplateFailure {
    TemplateFailure(template: name, position: source.position(ofOffset: offset), reason: reason)
  }
}

/// A part of a template.
enum TemplateNode: Sendable {
  case text([UInt8])
  case value(TemplateName, ValueNeed)
  case section(TemplateSection)
  case block(TemplateBlock)
  case call(TemplateCall)
}

/// What a tag names: a value by its keys from the outside in, or with no key the value in sight.
struct TemplateName: Sendable {
  let path: [String]
  let offset: Int

  var text: String { path.isEmpty ? "." : path.joined(separator: ".") }
}

/// Nodes that are shown for each value, or for none.
struct TemplateSection: Sendable {
  let name: TemplateName
  let isInverted: Bool
  var nodes: [TemplateNode]
}

/// Nodes that another template may replace, or that replace those of another.
struct TemplateBlock: Sendable {
  let name: String
  let offset: Int
  /// Whether its content begins on a line of its own.
  let beginsLine: Bool
  /// Whether it is closed on a line of its own.
  let endsLine: Bool
  /// Whether it stands where tags are no tags.
  let isPlainText: Bool
  /// The blanks that a line of its content begins with.
  var margin: [UInt8]
  var nodes: [TemplateNode]
}

/// Another template that is shown here, with blocks that replace its own.
struct TemplateCall: Sendable {
  enum Target: Sendable {
    case fixed(String)
    case dynamic(TemplateName)
  }

  let target: Target
  let offset: Int
  let standsAlone: Bool
  var margin: [UInt8]
  let replacements: [TemplateBlock]
}

extension [TemplateNode] {
  /// Whether something here is more than text.
  var holdMarkup: Bool {
    contains { node in
      switch node {
      case .text(let bytes): bytes.contains(UInt8(ascii: "<"))
      case .value(_, let need): need != .escaped && need != .verbatim
      case .section(let section): section.nodes.holdMarkup
      case .block(let block): block.nodes.holdMarkup
      case .call: true
      }
    }
  }
}

extension [UInt8] {
  /// The line and the character of a byte.
  func position(ofOffset offset: Int) -> TextPosition {
    let before = self[..<Swift.min(offset, count)]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return TextPosition(
      line: 1 + before.count { $0 == UInt8(ascii: "\n") },
      column: 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 })
  }
}
