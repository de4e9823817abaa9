/// Writes tables as Parquet: one page per column and group of rows, compressed by Zstandard.
///
/// Few distinct values are kept once each, and other numbers with their bytes of a kind side by side; columns
/// carry their smallest and largest value, pages a checksum.
///
/// Source: Apache Parquet, README.md, Encodings.md and parquet.thrift of format 2.10.
enum ParquetWriter {
  /// A page of numbers then has a mebibyte, as readers expect.
  private static let mostRows = 131_072
  /// A group ends early when its texts are longer.
  private static let mostTextBytes = 32 * 1_048_576

  /// A group of rows, as it stands in the file.
  private struct RowGroup {
    let number: Int
    let rows: Range<Int>
    let chunks: [ParquetChunk]
  }

  /// Writes a table.
  static func write(_ table: ExportTable, to sheet: inout Sheet) {
    let zstandard = Zstandard()
    sheet.bytes += ParquetFormat.mark
    var groups: [RowGroup] = []
    for rows in rowGroups(of: table) {
      var chunks: [ParquetChunk] = []
      for column in table.columns {
        chunks.append(ParquetChunk(column, rows, with: zstandard, to: &sheet))
        guard sheet.turn() else { return }
      }
      groups.append(RowGroup(number: groups.count, rows: rows, chunks: chunks))
    }
    let footer = footer(of: table, groups)
    sheet.bytes += footer
    sheet.bytes.append(littleEndian: UInt32(footer.count))
    sheet.bytes += ParquetFormat.mark
  }

  /// The rows of each group; a table without rows has no group.
  private static func rowGroups(of table: ExportTable) -> [Range<Int>] {
    let texts = table.columns.compactMap { column -> [String]? in
      guard case .texts(let values) = column.values else { return nil }
      return values
    }
    var groups: [Range<Int>] = []
    var (start, size) = (0, 0)
    for row in 0..<table.rowCount {
      let more = texts.reduce(0) { $0 + $1[row].utf8.count }
      if row - start == mostRows || row > start && size + more > mostTextBytes {
        groups.append(start..<row)
        (start, size) = (row, 0)
      }
      size += more
    }
    if start < table.rowCount { groups.append(start..<table.rowCount) }
    return groups
  }

  /// What stands at the end of the file (`FileMetaData`).
  private static func footer(of table: ExportTable, _ groups: [RowGroup]) -> [UInt8] {
    var thrift = ThriftWriter()
    thrift.field(1, int32: 2)
    thrift.field(2, [nil] + table.columns) { thrift, column in
      guard let column else {
        thrift.field(4, text: "schema")
        thrift.field(5, int32: table.columns.count)
        return
      }
      describe(column, to: &thrift)
    }
    thrift.field(3, int64: table.rowCount)
    thrift.field(4, groups) { thrift, group in describe(group, to: &thrift) }
    if !table.notes.isEmpty {
      thrift.field(5, table.notes) { thrift, note in
        thrift.field(1, text: note.name)
        thrift.field(2, text: note.value)
      }
    }
    thrift.field(6, text: "evtools")
    // The order of each type is its own, which makes readers trust the bounds.
    thrift.field(7, table.columns) { thrift, _ in thrift.field(1) { _ in } }
    thrift.stop()
    return thrift.bytes
  }

  /// Describes a column of the table (`SchemaElement`).
  private static func describe(_ column: ExportColumn, to thrift: inout ThriftWriter) {
    thrift.field(1, int32: column.kind.rawValue)
    thrift.field(
      3, int32: column.presence == nil ? ParquetFormat.required : ParquetFormat.optional)
    thrift.field(4, text: column.name)
    if column.kind == .byteArray {
      thrift.field(6, int32: ParquetFormat.utf8)
      thrift.field(10) { thrift in thrift.field(1) { _ in } }
    }
  }

  private static func describe(_ group: RowGroup, to thrift: inout ThriftWriter) {
    thrift.field(1, group.chunks) { thrift, chunk in chunk.describe(to: &thrift) }
    thrift.field(2, int64: group.chunks.reduce(0) { $0 + $1.sizes.plain })
    thrift.field(3, int64: group.rows.count)
    thrift.field(5, int64: group.chunks.first?.offset ?? 0)
    thrift.field(6, int64: group.chunks.reduce(0) { $0 + $1.sizes.written })
    // The number of a group has 16 bits; beyond that it may be left out.
    if let number = Int16(exactly: group.number) { thrift.field(7, int16: Int(number)) }
  }
}
