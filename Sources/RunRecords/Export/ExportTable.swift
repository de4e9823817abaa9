/// A table to hand on: named columns of one length, each of one type.
///
///     let table = ExportTable(
///       [ExportColumn("chargers", integers: [2, 4]), ExportColumn("wait", optionalReals: [0.25, nil])],
///       notes: [("study", "rush hour")])
///     try table.write(.parquet, to: "results.parquet")
///
/// The same table always gives the same bytes; those of Parquet also depend on the version of Zstandard.
public struct ExportTable: Sendable {
  /// The columns in order; their names differ.
  public let columns: [ExportColumn]

  /// How many rows there are.
  public let rowCount: Int

  /// What a Parquet file says of itself besides, in order.
  public let notes: [(name: String, value: String)]

  /// Makes a table.
  public init(_ columns: [ExportColumn], notes: [(name: String, value: String)] = []) {
    precondition(!columns.isEmpty, "A table has at least one column.")
    rowCount = columns[0].count
    for column in columns {
      precondition(
        column.count == rowCount,
        "The column \(column.name) has \(column.count) rows, but the first one has \(rowCount).")
    }
    precondition(
      Set(columns.map(\.name)).count == columns.count, "Two columns of a table have one name.")
    (self.columns, self.notes) = (columns, notes)
  }

  /// Writes the table into a file, whole or not at all.
  public func write(_ format: ExportFormat, to path: String) throws(FileFailure) {
    try FileSystem.write(to: path) { descriptor in
      var sheet = Sheet(descriptor)
      switch format {
      case .csv: writeCSV(to: &sheet)
      case .jsonLines: writeJSONLines(to: &sheet)
      case .parquet: ParquetWriter.write(self, to: &sheet)
      }
      return sheet.finish()
    }
  }
}
