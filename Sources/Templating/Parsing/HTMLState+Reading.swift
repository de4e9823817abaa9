extension HTMLState {
  private typealias Reason = TemplateFailure.Reason

  private static let plainElements = ["title", "textarea"]
  private static let rawElements = [
    "script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]

  /// Reads one byte of the template's own text.
  mutating func read(_ byte: UInt8) throws(TemplateFailure.Reason) {
    switch phase {
    case .text: if byte == UInt8(ascii: "<") { phase = .tagOpen }
    case .tagOpen: readTagOpen(byte)
    case .endTagOpen: readEndTagOpen(byte)
    case .tagName: try readTagName(byte)
    case .beforeAttribute: try readBeforeAttribute(byte)
    case .attributeName, .afterAttributeName: try readAttributeName(byte)
    case .beforeValue: try readBeforeValue(byte)
    case .quoted: try readQuoted(byte)
    case .unquoted: try readUnquoted(byte)
    case .afterValue: try readBeforeAttribute(byte)
    case .gap:
      guard byte.isBlank || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") else {
        throw .missingBlankInTag
      }
      try readBeforeAttribute(byte)
    case .declarationOpen: try readDeclarationOpen(byte)
    case .comment: readComment(byte)
    case .declaration: if byte == UInt8(ascii: ">") { self = HTMLState() }
    case .plain, .raw: try readElementText(byte)
    }
  }

  // MARK: - Tags

  private mutating func readTagOpen(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "/"): phase = .endTagOpen
    case UInt8(ascii: "!"): phase = .declarationOpen
    case UInt8(ascii: "?"): phase = .declaration
    case UInt8(ascii: "<"): break
    case _ where byte.isLetter: beginTag(byte, isEnd: false)
    default: phase = .text
    }
  }

  private mutating func readEndTagOpen(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ">"): self = HTMLState()
    case _ where byte.isLetter: beginTag(byte, isEnd: true)
    default: phase = .declaration
    }
  }

  private mutating func beginTag(_ byte: UInt8, isEnd: Bool) {
    self = HTMLState(phase: .tagName, element: [byte.lowercased], isEndTag: isEnd)
  }

  private mutating func readTagName(_ byte: UInt8) throws(TemplateFailure.Reason) {
    guard !byte.endsName else { return try readBeforeAttribute(byte) }
    element.append(byte.lowercased)
  }

  private mutating func readBeforeAttribute(_ byte: UInt8) throws(TemplateFailure.Reason) {
    switch byte {
    case UInt8(ascii: ">"): try endTag()
    case UInt8(ascii: "/"):
      phase = .beforeAttribute
      endsWithSlash = true
    case _ where byte.isBlank:
      phase = .beforeAttribute
      endsWithSlash = false
    default:
      phase = .attributeName
      attribute = [byte.lowercased]
      endsWithSlash = false
    }
  }

  private mutating func readAttributeName(_ byte: UInt8) throws(TemplateFailure.Reason) {
    switch byte {
    case UInt8(ascii: "="):
      phase = .beforeValue
      hasHeaderName = hasHeaderName || attributeName == "http-equiv"
    case _ where byte.isBlank: phase = .afterAttributeName
    case _ where byte.endsName: try readBeforeAttribute(byte)
    case _ where phase == .afterAttributeName: try readBeforeAttribute(byte)
    default: attribute.append(byte.lowercased)
    }
  }

  private mutating func readBeforeValue(_ byte: UInt8) throws(TemplateFailure.Reason) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      phase = .quoted
      quote = byte
      filling = .empty
    case UInt8(ascii: ">"): try endTag()
    case _ where byte.isBlank: break
    default: phase = .unquoted
    }
  }

  private mutating func readQuoted(_ byte: UInt8) throws(TemplateFailure.Reason) {
    guard byte != quote else {
      phase = .afterValue
      (attribute, quote, filling) = ([], 0, .empty)
      return
    }
    guard filling != .value else { throw .notAlone(place) }
    filling = .text
  }

  private mutating func readUnquoted(_ byte: UInt8) throws(TemplateFailure.Reason) {
    guard byte.isBlank || byte == UInt8(ascii: ">") else { return }
    attribute = []
    try readBeforeAttribute(byte)
  }

  private mutating func endTag() throws(TemplateFailure.Reason) {
    guard !(hasHeaderName && hasFilledContent && elementName == "meta") else {
      throw .unsafePlace(.pageHeader)
    }
    let (name, opensElement) = (elementName, !isEndTag)
    let isPlain = opensElement && Self.plainElements.contains(name)
    let isRaw = opensElement && Self.rawElements.contains(name)
    guard isPlain || isRaw else {
      self = HTMLState()
      return
    }
    guard !endsWithSlash else { throw .ambiguousHTML("<\(name)/>") }
    self = HTMLState(phase: isPlain ? .plain : .raw, element: element)
  }

  // MARK: - Comments and declarations

  private mutating func readDeclarationOpen(_ byte: UInt8) throws(TemplateFailure.Reason) {
    tail.append(byte)
    if tail == Array("--".utf8) {
      (phase, tail) = (.comment, Self.commentStart)
    } else if tail == [UInt8(ascii: "-")] {
      return
    } else if tail.first == UInt8(ascii: "[") {
      throw .ambiguousHTML("<![")
    } else if byte == UInt8(ascii: ">") {
      self = HTMLState()
    } else {
      (phase, tail) = (.declaration, [])
    }
  }

  /// A comment ends with `-->` or `--!>`, and `<!-->` and `<!--->` are whole comments.
  private mutating func readComment(_ byte: UInt8) {
    let ends = [
      Self.commentStart, Self.commentStart + "-".utf8, Array("--".utf8), Array("--!".utf8),
    ]
    switch byte {
    case UInt8(ascii: ">") where ends.contains(tail): self = HTMLState()
    case UInt8(ascii: "-"):
      switch tail.last {
      case UInt8(ascii: "!"): tail = [byte]
      case UInt8(ascii: "-"): tail = Array("--".utf8)
      default: tail.append(byte)
      }
    case UInt8(ascii: "!") where tail == Array("--".utf8): tail.append(byte)
    default: tail = []
    }
  }

  /// What stands for the beginning of a comment where its last bytes are remembered.
  private static let commentStart: [UInt8] = [0]

  // MARK: - Elements without tags

  /// What looks like another tag is one within `svg` and `math`, and none elsewhere.
  private mutating func readElementText(_ byte: UInt8) throws(TemplateFailure.Reason) {
    let end = Array("</".utf8) + element
    if tail == end, byte.endsName {
      self = HTMLState(phase: .beforeAttribute, element: element, isEndTag: true)
      return try readBeforeAttribute(byte)
    }
    tail.append(byte.lowercased)
    guard !end.starts(with: tail) else { return }
    if tail.count > 1, tail[1].beginsMarkup {
      throw .ambiguousHTML(String(decoding: tail, as: UTF8.self))
    }
    tail = byte == UInt8(ascii: "<") ? [byte] : []
    guard phase == .raw else { return }
    guard filling != .value else { throw .notAlone(place) }
    if tail.isEmpty { filling = .text }
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) && self != 0x0B }

  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

  /// Whether this byte makes markup of a "<" before it.
  var beginsMarkup: Bool { isLetter || "/!?".utf8.contains(self) }

  /// Whether a name within a tag ends before this byte.
  var endsName: Bool { isBlank || self == UInt8(ascii: ">") || self == UInt8(ascii: "/") }
}
