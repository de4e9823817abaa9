/// A table for reading: rounded numbers, units in the heads.
public struct ReportTable: Sendable {
  /// What the table shows.
  public var caption: String
  /// The columns, left to right.
  public var columns: [Column]
  /// The rows, each with one text per column.
  public var rows: [[String]]

  /// A column of a table.
  public struct Column: Sendable {
    /// The name of the quantity, with its unit.
    public var title: String
    /// Whether the cells are numbers, aligned at the decimal point.
    public var isNumeric: Bool

    /// Names a column.
    public init(_ title: String, isNumeric: Bool = true) {
      self.title = title
      self.isNumeric = isNumeric
    }
  }

  /// Makes a table.
  public init(caption: String, columns: [Column], rows: [[String]] = []) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}
