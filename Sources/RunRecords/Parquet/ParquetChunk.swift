/// One column in one group of rows, as it stands in the file.
struct ParquetChunk {
  let column: ExportColumn
  private let rowCount: Int
  private let start: Int
  private let dataStart: Int
  private let size: Int
  private let plainSize: Int
  private let nullCount: Int
  private let encoding: ParquetFormat.Encoding
  private let bounds: (least: [UInt8], greatest: [UInt8])?

  /// Writes some rows of a column into a file, and remembers where.
  init(_ column: ExportColumn, _ rows: Range<Int>, with zstandard: Zstandard, to sheet: inout Sheet)
  {
    self.column = column
    rowCount = rows.count
    start = sheet.count
    let values = EncodedValues(column, rows)
    (encoding, bounds) = (values.encoding, values.bounds)
    var plainSize = 0
    if let dictionary = values.dictionary {
      let page = ParquetPage(.dictionary, dictionary.bytes, with: zstandard)
      plainSize += page.append(count: dictionary.count, encoding: .plain, to: &sheet)
    }
    dataStart = sheet.count
    let levels = Self.levels(column, rows)
    nullCount = levels.nullCount
    let page = ParquetPage(.data, levels.bytes + values.bytes, with: zstandard)
    plainSize += page.append(count: rows.count, encoding: values.encoding, to: &sheet)
    size = sheet.count - start
    self.plainSize = plainSize
  }

  /// Whether each row has a value, as Parquet says it before the values of an optional column.
  private static func levels(
    _ column: ExportColumn, _ rows: Range<Int>
  ) -> (bytes: [UInt8], nullCount: Int) {
    guard let presence = column.presence else { return ([], 0) }
    var runs: [UInt8] = []
    HybridRuns.append(presence[rows].map { $0 ? 1 : 0 }, width: 1, to: &runs)
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(runs.count))
    return (bytes + runs, presence[rows].count { !$0 })
  }

  /// How many bytes the chunk has, and would have uncompressed.
  var sizes: (written: Int, plain: Int) { (size, plainSize) }

  /// Where it begins.
  var offset: Int { start }

  /// Describes the chunk (`ColumnChunk`).
  func describe(to thrift: inout ThriftWriter) {
    thrift.field(2, int64: 0)
    thrift.field(3) { thrift in
      thrift.field(1, int32: column.kind.rawValue)
      let isDictionary = encoding == .dictionary
      let encodings: [ParquetFormat.Encoding] =
        isDictionary ? [.plain, .runs, .dictionary] : [encoding, .runs]
      thrift.field(2, int32s: encodings.map(\.rawValue))
      thrift.field(3, texts: [column.name])
      thrift.field(4, int32: ParquetFormat.zstandard)
      thrift.field(5, int64: rowCount)
      thrift.field(6, int64: plainSize)
      thrift.field(7, int64: size)
      thrift.field(9, int64: dataStart)
      if isDictionary { thrift.field(11, int64: start) }
      thrift.field(12) { thrift in
        thrift.field(3, int64: nullCount)
        if let bounds {
          thrift.field(5, binary: bounds.greatest)
          thrift.field(6, binary: bounds.least)
        }
      }
    }
  }
}
