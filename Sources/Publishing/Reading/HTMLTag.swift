/// A tag of a page, and where it stands.
struct HTMLTag {
  /// The name in lower-case letters.
  let name: String
  /// Whether it closes an element.
  let isEnd: Bool
  /// Whether it closes itself, which counts in drawings only.
  let isClosedAtOnce: Bool
  /// From its `<` to behind its `>`.
  let range: Range<Int>
  /// The attributes in order: name and where the value stands.
  let attributes: [(name: String, value: Range<Int>)]
  /// What is in an element that holds no tags, such as `script`.
  var content: Range<Int>?
}

/// Reads the tags of a page as evtools writes it, and nothing more than that.
///
/// Strict where a browser would guess: an attribute has quotes, and what is opened in the end is closed.
struct HTMLTagReader {
  private static let elementsWithoutTags = ["script", "style", "title", "textarea"]

  let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag; nothing at the end of the page.
  mutating func next() throws(ReportFileFailure) -> HTMLTag? {
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = start + 1
      guard let byte = current else { break }
      if byte == UInt8(ascii: "!") {
        try skipDeclaration(from: start)
      } else if byte == UInt8(ascii: "/") || byte.isLetter {
        return try tag(from: start)
      }
    }
    return nil
  }

  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  func failure(at offset: Int, _ problem: String) -> ReportFileFailure {
    .brokenPage(bytes.position(ofOffset: offset), problem: problem)
  }

  private mutating func skipDeclaration(from start: Int) throws(ReportFileFailure) {
    let isComment = bytes[place...].starts(with: "!--".utf8)
    let end = isComment ? Array("-->".utf8) : [UInt8(ascii: ">")]
    guard let found = find(end, from: place) else {
      throw failure(at: start, "a comment or declaration is never closed")
    }
    place = found + end.count
  }

  private func find(_ text: [UInt8], from start: Int) -> Int? {
    var place = start
    while let found = bytes[place...].firstIndex(of: text[0]) {
      if bytes[found...].starts(with: text) { return found }
      place = found + 1
    }
    return nil
  }

  // MARK: - Tags

  private mutating func tag(from start: Int) throws(ReportFileFailure) -> HTMLTag {
    let isEnd = current == UInt8(ascii: "/")
    if isEnd { place += 1 }
    let name = word()
    guard !name.isEmpty else { throw failure(at: start, "a tag has no name") }
    var attributes: [(name: String, value: Range<Int>)] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: ">"), UInt8(ascii: "/"):
        let isClosedAtOnce = byte == UInt8(ascii: "/")
        place += 1
        if isClosedAtOnce, current != UInt8(ascii: ">") { continue }
        if isClosedAtOnce { place += 1 }
        var tag = HTMLTag(
          name: name, isEnd: isEnd, isClosedAtOnce: isClosedAtOnce, range: start..<place,
          attributes: attributes)
        if !isEnd, Self.elementsWithoutTags.contains(name), !isClosedAtOnce {
          tag.content = try content(of: tag)
        }
        return tag
      case _ where byte.isBlank: place += 1
      default: attributes.append(try attribute(of: start))
      }
    }
    throw failure(at: start, "the tag <\(name)> is never closed with \">\"")
  }

  private mutating func attribute(
    of start: Int
  ) throws(ReportFileFailure) -> (name: String, value: Range<Int>) {
    let name = word()
    guard !name.isEmpty else { throw failure(at: place, "an attribute has no name") }
    guard current == UInt8(ascii: "=") else { return (name, place..<place) }
    place += 1
    guard let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw failure(at: place, "the value of the attribute \(name) has no quotes")
    }
    place += 1
    guard let end = bytes[place...].firstIndex(of: quote) else {
      throw failure(at: start, "the value of the attribute \(name) has no closing quote")
    }
    defer { place = end + 1 }
    return (name, place..<end)
  }

  /// The content of an element without tags, which is only closed by its own end tag.
  private func content(of tag: HTMLTag) throws(ReportFileFailure) -> Range<Int> {
    guard let end = find(Array("</\(tag.name)".utf8), from: place) else {
      throw failure(at: tag.range.lowerBound, "the element <\(tag.name)> is never closed")
    }
    return place..<end
  }

  private mutating func word() -> String {
    let start = place
    while let byte = current, !byte.isBlank, !"=>/\"'<".utf8.contains(byte) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  fileprivate var isBlank: Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(self) }
}
