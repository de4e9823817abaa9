/// Walks through the bytes of a text and knows the line and column it has reached.
struct TextCursor {
  private let bytes: [UInt8]
  private(set) var offset = 0
  private var line = 1
  private var column = 1

  init(_ bytes: some Collection<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// The byte under the cursor, nothing at the end of the text.
  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  var isAtEnd: Bool { offset == bytes.count }

  var position: TextPosition { TextPosition(line: line, column: column) }

  var startsWithByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  func peek(_ distance: Int) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  func bytes(from start: Int) -> ArraySlice<UInt8> { bytes[start..<offset] }

  func text(from start: Int) -> String { String(decoding: bytes(from: start), as: UTF8.self) }

  /// Moves past one byte; a column is counted only when a character ends there.
  mutating func advance() {
    guard offset < bytes.count else { return }
    let byte = bytes[offset]
    offset += 1
    if byte == Ascii.lineFeed {
      line += 1
      column = 1
    } else if offset == bytes.count || !isContinuation(bytes[offset]) {
      column += 1
    }
  }

  mutating func advance(by count: Int) {
    for _ in 0..<count { advance() }
  }

  /// Drops a mark at the start of the file, which is no character of the text.
  mutating func skipByteOrderMark() {
    guard startsWithByteOrderMark else { return }
    offset = 3
  }

  mutating func skip(while matches: (UInt8) -> Bool) {
    while let byte = current, matches(byte) { advance() }
  }

  /// The whole character under the cursor, for a complaint.
  var currentCharacter: String {
    guard let first = current else { return "" }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return String(decoding: bytes[offset..<min(offset + length, bytes.count)], as: UTF8.self)
  }

  /// Where the first bytes stand that are no UTF-8, if any do.
  func firstInvalidPosition() -> TextPosition? {
    guard let offset = firstInvalidOffset() else { return nil }
    return position(ofOffset: offset)
  }

  /// Where a byte first occurs, if it does.
  func firstPosition(of byte: UInt8) -> TextPosition? {
    bytes.firstIndex(of: byte).map { position(ofOffset: $0) }
  }

  private func firstInvalidOffset() -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  private func position(ofOffset offset: Int) -> TextPosition {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: Ascii.lineFeed).map { $0 + 1 } ?? 0
    let characters = bytes[lineStart..<offset].count { !isContinuation($0) }
    return TextPosition(
      line: 1 + before.count { $0 == Ascii.lineFeed }, column: 1 + characters)
  }

  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
