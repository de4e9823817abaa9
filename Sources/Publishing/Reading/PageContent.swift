internal import RunRecords
internal import Text

/// What a reader finds in a page: its parts with fingerprints, and the block that says how it was made.
struct PageContent {
  /// The parts in the order of the page.
  private(set) var parts: [PagePart] = []
  /// Where the content of the provenance block stands.
  private(set) var provenance: Range<Int>?
  /// The files to take away, in order.
  private(set) var downloads: [(name: String, bytes: [UInt8])] = []
  /// The title in the head of the page.
  private(set) var title = ""
  /// The first drawing, from `<svg` to `</svg>`.
  private(set) var firstDrawing: String?
  /// The rules that drawings need.
  private(set) var figureCSS = ""

  private let bytes: [UInt8]
  /// Elements that are parts as a whole and are still open.
  private var open: [(tag: HTMLTag, name: String, depth: Int)] = []
  private var figure = ""

  /// Reads a page.
  init(_ bytes: [UInt8]) throws(ReportFileFailure) {
    self.bytes = bytes
    var reader = HTMLTagReader(bytes)
    while let tag = try reader.next() {
      if tag.isEnd { close(tag) } else { try begin(tag) }
    }
    if let element = open.first {
      throw reader.failure(
        at: element.tag.range.lowerBound, "the element <\(element.tag.name)> is never closed")
    }
  }

  private mutating func begin(_ tag: HTMLTag) throws(ReportFileFailure) {
    for place in open.indices where open[place].tag.name == tag.name && !tag.isClosedAtOnce {
      open[place].depth += 1
    }
    switch tag.name {
    case "figure": figure = value("id", of: tag)
    case "svg" where !tag.isClosedAtOnce && !isOpen("svg"): open.append((tag, figure, 1))
    case "table" where !isOpen("table"): open.append((tag, value("id", of: tag), 1))
    case "header" where value("id", of: tag) == "answer": open.append((tag, "answer", 1))
    case "a": readDownload(tag)
    case "meta" where !value("http-equiv", of: tag).isEmpty:
      add(.policy, value("http-equiv", of: tag), Array(value("content", of: tag).utf8))
    case "title" where !isOpen("svg"): addContent(of: tag, .title)
    case "style" where !isOpen("svg"): addContent(of: tag, .style)
    case "script": try readScript(tag)
    default: break
    }
  }

  private mutating func close(_ tag: HTMLTag) {
    for place in open.indices.reversed() where open[place].tag.name == tag.name {
      open[place].depth -= 1
      guard open[place].depth == 0 else { continue }
      let element = open.remove(at: place)
      let range = element.tag.range.lowerBound..<tag.range.upperBound
      finish(element.tag.name, element.name, range)
    }
  }

  private mutating func finish(_ element: String, _ name: String, _ range: Range<Int>) {
    switch element {
    case "svg":
      add(.drawing, name, Array(bytes[range]))
      if firstDrawing == nil { firstDrawing = text(range) }
    case "table": add(.table, name, Array(bytes[range]))
    default: add(.answer, name, Array(bytes[range]))
    }
  }

  private func isOpen(_ name: String) -> Bool { open.contains { $0.tag.name == name } }

  // MARK: - Single elements

  private mutating func readScript(_ tag: HTMLTag) throws(ReportFileFailure) {
    guard value("id", of: tag) == "provenance" else { return addContent(of: tag, .script) }
    guard provenance == nil else { throw .severalProvenances }
    provenance = tag.content
  }

  private mutating func addContent(of tag: HTMLTag, _ kind: PagePart.Kind) {
    let content = tag.content.map { Array(bytes[$0]) } ?? []
    add(kind, value("id", of: tag), content)
    if kind == .title { title = tag.content.map { text($0).withoutReferences } ?? "" }
    if value("id", of: tag) == "figure-style" {
      figureCSS = String(decoding: content, as: UTF8.self)
    }
  }

  private mutating func readDownload(_ tag: HTMLTag) {
    let name = value("download", of: tag)
    guard !name.isEmpty, let address = tag.attributes.first(where: { $0.name == "href" }) else {
      return
    }
    let content = bytes[address.value]
    guard content.starts(with: "data:".utf8) else { return }
    let text = content.drop { $0 != UInt8(ascii: ",") }.dropFirst()
    // What is no file any more has a fingerprint too: that of its address.
    let file = Base64.bytes(of: text) ?? Array(content)
    downloads.append((name, file))
    add(.download, name, file)
  }

  private mutating func add(_ kind: PagePart.Kind, _ name: String, _ bytes: [UInt8]) {
    parts.append(PagePart(kind, name, sha256: SHA256.hex(of: bytes)))
  }

  private func value(_ name: String, of tag: HTMLTag) -> String {
    guard let attribute = tag.attributes.first(where: { $0.name == name }) else { return "" }
    return text(attribute.value).withoutReferences
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

extension String {
  /// The text with the five references resolved that evtools writes.
  fileprivate var withoutReferences: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    var text = ""
    var rest = self[...]
    while let start = rest.firstIndex(of: "&") {
      text += rest[..<start]
      rest = rest[start...]
      let found = Self.references.first { rest.hasPrefix($0.0) } ?? ("&", "&")
      text += found.1
      rest = rest.dropFirst(found.0.count)
    }
    return text + rest
  }

  private static let references = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
  ]
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
