import Reports
import RunRecords

extension DataTable {
  /// The same table with typed columns, for Parquet and JSON lines.
  ///
  /// A number that is missing is missing there too; whole numbers stay numbers with a fraction, so that a column has the
  /// same type in every run.
  var export: ExportTable? {
    guard !header.isEmpty, Set(header).count == header.count else { return nil }
    return ExportTable(
      words.map { ExportColumn($0.name, texts: $0.values) }
        + columns.indices.map { column in
          let values = rows.map { $0[column] }
          return values.contains { $0 == nil }
            ? ExportColumn(columns[column], optionalReals: values)
            : ExportColumn(columns[column], reals: values.compactMap { $0 })
        }, notes: [(name: "table", value: name)])
  }
}
