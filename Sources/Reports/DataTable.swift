internal import Text

/// A table to keep: every digit, one name per column, one row per case.
public struct DataTable: Sendable {
  /// The file's name without its ending.
  public var name: String
  /// The names of the columns.
  public var columns: [String]
  /// The rows; nil where there is no value.
  public var rows: [[Double?]]

  /// Makes a table.
  public init(name: String, columns: [String], rows: [[Double?]] = []) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  /// The table as CSV; numbers have as many digits as it takes to read the same number back.
  public var csv: String {
    CSVWriter.text(
      header: columns,
      rows: rows.map { row in row.map { $0.map { $0.isFinite ? $0.shortestText : "" } ?? "" } })
  }
}
