internal import Text

/// A table to keep: every digit, one name per column, one row per case.
public struct DataTable: Sendable {
  /// The file's name without its ending.
  public var name: String
  /// Columns of words, which stand before the numbers.
  public var words: [WordColumn] = []
  /// The names of the columns of numbers.
  public var columns: [String]
  /// The rows; nil where there is no value.
  public var rows: [[Double?]]
  /// Whether the page carries it too; long records stand in the run's folder only.
  public var isOnPage = true

  /// A column of words.
  public struct WordColumn: Equatable, Sendable {
    /// The name of the column.
    public var name: String
    /// One word per row.
    public var values: [String]

    /// Names a column.
    public init(_ name: String, _ values: [String]) { (self.name, self.values) = (name, values) }
  }

  /// Makes a table.
  public init(name: String, columns: [String], rows: [[Double?]] = []) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  /// Makes a table whose rows begin with words.
  ///
  ///     DataTable(name: "ends", words: [.init("end", ["completed"])], columns: ["cars"], rows: [[12]])
  ///       .csv   // "end,cars\ncompleted,12\n"
  public init(name: String, words: [WordColumn], columns: [String], rows: [[Double?]]) {
    precondition(
      words.allSatisfy { $0.values.count == rows.count }, "every row needs a word of every column")
    self.init(name: name, columns: columns, rows: rows)
    self.words = words
  }

  /// The names of all columns.
  public var header: [String] { words.map(\.name) + columns }

  /// The table as CSV; numbers have as many digits as it takes to read the same number back.
  public var csv: String {
    CSVWriter.text(
      header: header,
      rows: rows.enumerated().map { index, row in
        words.map { $0.values[index] }
          + row.map { $0.map { $0.isFinite ? $0.shortestText : "" } ?? "" }
      })
  }
}
