/// Reads tables of comma-separated values.
///
/// Quotes are those of RFC 4180. Lines end with LF or CRLF, empty lines are skipped, a byte order mark is
/// dropped. The separator is the one that the first line has most of outside quotes.
/// The first row is a header when it has a field that is neither empty nor a number.
///
///     let table = try CSVReader.read("hour;price\n0;0.31\n".utf8)
///     table.header             // ["hour", "price"]
///     table.rows[0][1].number  // 0.31
///
/// Source: Y. Shafranovich, RFC 4180 (2005), doi:10.17487/RFC4180.
public enum CSVReader {
  /// Reads a table; a separator that is given is not looked for.
  public static func read(
    _ bytes: some Collection<UInt8>, separator: CSVSeparator? = nil
  ) throws(CSVFailure) -> CSVTable {
    var cursor = TextCursor(bytes)
    try checkIsText(cursor)
    cursor.skipByteOrderMark()
    let separator = separator ?? separatorOfFirstLine(cursor)
    var parser = CSVParser(cursor: cursor, separator: separator.rawValue)
    var rows = try parser.parseRows()
    guard let first = rows.first else {
      throw CSVFailure(position: cursor.position, reason: .emptyFile)
    }
    let hasHeader = first.contains { !$0.text.trimmingBlanks.isEmpty && $0.number == nil }
    if hasHeader { rows.removeFirst() }
    return CSVTable(
      header: hasHeader ? first.map(\.text) : nil, rows: rows, separator: separator)
  }

  /// Reads a table given as a text.
  public static func read(
    _ text: String, separator: CSVSeparator? = nil
  ) throws(CSVFailure) -> CSVTable {
    try read(text.utf8, separator: separator)
  }

  private static func checkIsText(_ cursor: TextCursor) throws(CSVFailure) {
    if let position = cursor.firstPosition(of: 0) {
      throw CSVFailure(position: position, reason: .binaryFile)
    }
    if let position = cursor.firstInvalidPosition() {
      throw CSVFailure(position: position, reason: .invalidUTF8)
    }
  }

  /// The separator that occurs most often; the comma where none does.
  private static func separatorOfFirstLine(_ start: TextCursor) -> CSVSeparator {
    var cursor = start
    cursor.skip { $0 == Ascii.lineFeed || $0 == Ascii.carriageReturn }
    var isQuoted = false
    var counts = CSVSeparator.allCases.map { _ in 0 }
    while let byte = cursor.current, isQuoted || byte != Ascii.lineFeed {
      if byte == Ascii.quote { isQuoted.toggle() }
      if !isQuoted, let place = CSVSeparator.allCases.firstIndex(where: { $0.rawValue == byte }) {
        counts[place] += 1
      }
      cursor.advance()
    }
    let most = counts.max() ?? 0
    return zip(CSVSeparator.allCases, counts).first { $0.1 == most }?.0 ?? .comma
  }
}
