/// Why a file is no CSV table, and where.
public struct CSVFailure: Error, Equatable, Sendable {
  /// Where the file stops being a table.
  public let position: TextPosition

  /// What is wrong there.
  public let reason: Reason

  /// Makes a failure at a place.
  public init(position: TextPosition, reason: Reason) {
    self.position = position
    self.reason = reason
  }

  /// What can be wrong with a file.
  public enum Reason: Equatable, Sendable {
    /// There is no row.
    case emptyFile
    /// A row has more or fewer fields than the first.
    case raggedRow(fields: Int, expected: Int)
    /// The file ends within quotes.
    case unclosedQuote
    /// Something stands between the closing quote of a field and the next separator.
    case textAfterQuote(String)
    /// A carriage return stands outside quotes and without a line feed.
    case loneCarriageReturn
    /// A zero byte: the file is no text.
    case binaryFile
    /// The bytes are no UTF-8.
    case invalidUTF8
  }
}

extension CSVFailure: CustomStringConvertible {
  /// The failure as one sentence without its position.
  public var description: String {
    switch reason {
    case .emptyFile: "the file is empty, but a row was expected"
    case .raggedRow(let fields, let expected):
      "the row has \(fields.counted("field", "fields")), but the first row has \(expected)"
    case .unclosedQuote: "the quote opened here is never closed"
    case .textAfterQuote(let found):
      "expected a separator or the end of the line after a closing quote but found \(found.quoted)"
    case .loneCarriageReturn:
      "a carriage return stands here without a line feed; lines end with LF or CRLF"
    case .binaryFile: "a zero byte stands here: the file is no text"
    case .invalidUTF8: "the bytes here are not UTF-8; save the file as UTF-8"
    }
  }
}
