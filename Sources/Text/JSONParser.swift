/// Descends through a JSON text, one function for each thing that it can contain.
struct JSONParser {
  var cursor: TextCursor
  private var depth = 0

  init(_ bytes: some Collection<UInt8>) { cursor = TextCursor(bytes) }

  mutating func parseText() throws(JSONFailure) -> JSONNode {
    guard !cursor.startsWithByteOrderMark else { throw failure(.byteOrderMark) }
    if let position = cursor.firstInvalidPosition() {
      throw JSONFailure(position: position, reason: .invalidUTF8)
    }
    skipBlanks()
    guard !cursor.isAtEnd else { throw failure(.emptyText) }
    let value = try parseValue(expecting: .value)
    skipBlanks()
    guard cursor.isAtEnd else { throw unexpected(.endOfText) }
    return value
  }

  private mutating func parseValue(
    expecting expectation: JSONFailure.Expectation
  ) throws(JSONFailure) -> JSONNode {
    let position = cursor.position
    return JSONNode(position: position, content: try parseContent(expecting: expectation))
  }

  private mutating func parseContent(
    expecting expectation: JSONFailure.Expectation
  ) throws(JSONFailure) -> JSONNode.Content {
    switch cursor.current {
    case Ascii.openBrace: return .object(try parseObject())
    case Ascii.openBracket: return .array(try parseArray())
    case Ascii.quote: return .string(try parseString())
    case let byte? where byte == Ascii.minus || Ascii.isDigit(byte): return try parseNumber()
    default: return try parseWord(expecting: expectation)
    }
  }

  private mutating func parseWord(
    expecting expectation: JSONFailure.Expectation
  ) throws(JSONFailure) -> JSONNode.Content {
    let content: JSONNode.Content
    let word = upcomingWord()
    switch word {
    case "null": content = .null
    case "true": content = .bool(true)
    case "false": content = .bool(false)
    default: throw unexpected(expectation)
    }
    cursor.advance(by: word.utf8.count)
    return content
  }

  // MARK: - Arrays and objects

  private mutating func parseArray() throws(JSONFailure) -> [JSONNode] {
    let start = cursor.position
    try enter()
    var values: [JSONNode] = []
    try skipBlanks(inside: .array, start)
    var isOpen = !take(Ascii.closeBracket)
    while isOpen {
      values.append(try parseValue(expecting: values.isEmpty ? .valueOrEndOfArray : .value))
      try skipBlanks(inside: .array, start)
      if take(Ascii.comma) {
        try skipBlanks(inside: .array, start)
      } else if take(Ascii.closeBracket) {
        isOpen = false
      } else {
        throw unexpected(.commaOrEndOfArray)
      }
    }
    depth -= 1
    return values
  }

  private mutating func parseObject() throws(JSONFailure) -> [JSONNode.Member] {
    let start = cursor.position
    try enter()
    var members: [JSONNode.Member] = []
    var seen: [ExactText: TextPosition] = [:]
    try skipBlanks(inside: .object, start)
    var isOpen = !take(Ascii.closeBrace)
    while isOpen {
      members.append(try parseMember(isFirst: members.isEmpty, objectStart: start, &seen))
      try skipBlanks(inside: .object, start)
      if take(Ascii.comma) {
        try skipBlanks(inside: .object, start)
      } else if take(Ascii.closeBrace) {
        isOpen = false
      } else {
        throw unexpected(.commaOrEndOfObject)
      }
    }
    depth -= 1
    return members
  }

  private mutating func parseMember(
    isFirst: Bool, objectStart: TextPosition, _ seen: inout [ExactText: TextPosition]
  ) throws(JSONFailure) -> JSONNode.Member {
    let position = cursor.position
    guard cursor.current == Ascii.quote else {
      throw unexpected(isFirst ? .keyOrEndOfObject : .key)
    }
    let key = try parseString()
    if let first = seen.updateValue(position, forKey: ExactText(key)) {
      throw JSONFailure(position: position, reason: .repeatedKey(key, first: first))
    }
    try skipBlanks(inside: .object, objectStart)
    guard take(Ascii.colon) else { throw unexpected(.colon) }
    try skipBlanks(inside: .object, objectStart)
    let value = try parseValue(expecting: .value)
    return JSONNode.Member(key: key, keyPosition: position, value: value)
  }

  /// Steps past an opening brace or bracket.
  private mutating func enter() throws(JSONFailure) {
    guard depth < JSONReader.deepestNesting else {
      throw failure(.nestedTooDeeply(limit: JSONReader.deepestNesting))
    }
    depth += 1
    cursor.advance()
  }

  // MARK: - Small steps

  private mutating func take(_ byte: UInt8) -> Bool {
    guard cursor.current == byte else { return false }
    cursor.advance()
    return true
  }

  private mutating func skipBlanks() {
    cursor.skip {
      $0 == Ascii.space || $0 == Ascii.lineFeed || $0 == Ascii.carriageReturn || $0 == Ascii.tab
    }
  }

  private mutating func skipBlanks(
    inside container: JSONFailure.Container, _ start: TextPosition
  ) throws(JSONFailure) {
    skipBlanks()
    guard !cursor.isAtEnd else { throw failure(.endsInside(container, start: start)) }
  }

  // MARK: - Complaints

  func failure(_ reason: JSONFailure.Reason) -> JSONFailure {
    JSONFailure(position: cursor.position, reason: reason)
  }

  private func unexpected(_ expectation: JSONFailure.Expectation) -> JSONFailure {
    let word = upcomingWord()
    return failure(.expected(expectation, found: word.isEmpty ? cursor.currentCharacter : word))
  }

  /// The letters, digits and underscores ahead, such as `NaN`; at most 40 of them.
  private func upcomingWord() -> String {
    var ahead = cursor
    ahead.skip { Ascii.isLetter($0) || Ascii.isDigit($0) || $0 == 0x5F }
    return String(ahead.text(from: cursor.offset).prefix(40))
  }
}
