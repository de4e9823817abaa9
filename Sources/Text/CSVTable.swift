/// A table as it stood in a CSV file: texts with their positions, all rows equally long.
public struct CSVTable: Equatable, Sendable {
  /// The names of the columns, if the first row holds any.
  public let header: [String]?

  /// The rows below the header.
  public let rows: [[CSVField]]

  /// What stood between the fields.
  public let separator: CSVSeparator

  /// Makes a table.
  public init(header: [String]?, rows: [[CSVField]], separator: CSVSeparator = .comma) {
    self.header = header
    self.rows = rows
    self.separator = separator
  }

  /// The place of a column by its name, from 0.
  public func column(named name: String) -> Int? {
    header?.firstIndex(of: name)
  }
}

/// One cell of a CSV file.
public struct CSVField: Equatable, Sendable {
  /// What the cell says, without quotes.
  public let text: String

  /// Where it begins, at its quote if it has one.
  public let position: TextPosition

  /// Makes a cell.
  public init(text: String, position: TextPosition) {
    self.text = text
    self.position = position
  }

  /// The number in the cell, if it is one; blanks around it do not matter.
  public var number: Double? { Double(strictText: text.trimmingBlanks) }
}

/// What stands between the fields of a row.
public enum CSVSeparator: UInt8, CaseIterable, Sendable {
  /// A comma, as in RFC 4180.
  case comma = 0x2C
  /// A semicolon, where the comma is the decimal mark.
  case semicolon = 0x3B
  /// A tabulator.
  case tab = 0x09

  /// The separator as a text.
  public var text: String { String(Unicode.Scalar(rawValue)) }
}

extension String {
  var trimmingBlanks: Substring {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
