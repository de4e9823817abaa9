/// In what form a table is handed on.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// Comma-separated values, for people and for reading back.
  case csv
  /// One JSON object per row.
  case jsonLines = "jsonl"
  /// Parquet, for pandas, polars, DuckDB, R and others: typed, compressed, and no digit lost.
  case parquet

  /// What stands at the end of the name of such a file, without a dot.
  public var fileExtension: String { rawValue }
}
