/// Cuts a text into rows and fields.
struct CSVParser {
  var cursor: TextCursor
  let separator: UInt8

  mutating func parseRows() throws(CSVFailure) -> [[CSVField]] {
    var rows: [[CSVField]] = []
    while !cursor.isAtEnd {
      guard try !takeLineEnd() else { continue }
      let start = cursor.position
      let row = try parseRow()
      let expected = rows.first?.count ?? row.count
      guard row.count == expected else {
        throw CSVFailure(
          position: start, reason: .raggedRow(fields: row.count, expected: expected))
      }
      rows.append(row)
    }
    return rows
  }

  private mutating func parseRow() throws(CSVFailure) -> [CSVField] {
    var row = [try parseField()]
    while cursor.current == separator {
      cursor.advance()
      row.append(try parseField())
    }
    let isComplete = cursor.isAtEnd ? true : try takeLineEnd()
    guard isComplete else {
      throw failure(.textAfterQuote(cursor.currentCharacter))
    }
    return row
  }

  private mutating func parseField() throws(CSVFailure) -> CSVField {
    let position = cursor.position
    let text = cursor.current == Ascii.quote ? try parseQuoted() : parsePlain()
    return CSVField(text: text, position: position)
  }

  private mutating func parsePlain() -> String {
    let start = cursor.offset
    let separator = separator
    cursor.skip { $0 != separator && $0 != Ascii.lineFeed && $0 != Ascii.carriageReturn }
    return cursor.text(from: start)
  }

  /// Reads a field in quotes, within which two quotes stand for one.
  private mutating func parseQuoted() throws(CSVFailure) -> String {
    let start = cursor.position
    cursor.advance()
    var characters: [UInt8] = []
    while let byte = cursor.current {
      cursor.advance()
      if byte == Ascii.quote {
        guard cursor.current == Ascii.quote else {
          return String(decoding: characters, as: UTF8.self)
        }
        cursor.advance()
      }
      characters.append(byte)
    }
    throw CSVFailure(position: start, reason: .unclosedQuote)
  }

  /// Steps past LF or CRLF and tells whether one was there.
  private mutating func takeLineEnd() throws(CSVFailure) -> Bool {
    if cursor.current == Ascii.carriageReturn {
      guard cursor.peek(1) == Ascii.lineFeed else { throw failure(.loneCarriageReturn) }
      cursor.advance()
    }
    guard cursor.current == Ascii.lineFeed else { return false }
    cursor.advance()
    return true
  }

  private func failure(_ reason: CSVFailure.Reason) -> CSVFailure {
    CSVFailure(position: cursor.position, reason: reason)
  }
}
