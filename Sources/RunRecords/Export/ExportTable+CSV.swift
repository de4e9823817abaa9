internal import Text

extension ExportTable {
  /// Writes the table as comma-separated values, numbers by the shortest text that reads back as the same.
  ///
  /// What is missing is empty, and an empty text where some may be missing is `""`. Numbers that are not finite
  /// are `nan`, `inf` and `-inf`, as pandas, polars, DuckDB and NumPy read them.
  func writeCSV(to sheet: inout Sheet) {
    sheet.bytes += CSVWriter.text(ofRow: columns.map(\.name)).utf8
    for row in 0..<rowCount {
      for (place, column) in columns.enumerated() {
        if place > 0 { sheet.bytes.append(UInt8(ascii: ",")) }
        if column.isPresent(row) {
          column.appendCSV(row, to: &sheet.bytes)
        } else if columns.count == 1 {
          // An empty line would be no row.
          sheet.bytes += "\"\"".utf8
        }
      }
      sheet.bytes.append(UInt8(ascii: "\n"))
      guard sheet.turn() else { return }
    }
  }
}

extension ExportColumn {
  fileprivate func appendCSV(_ row: Int, to bytes: inout [UInt8]) {
    switch values {
    case .integers(let values): bytes += String(values[row]).utf8
    case .truths(let values): bytes += (values[row] ? "true" : "false").utf8
    case .texts(let values) where values[row].isEmpty: bytes += "\"\"".utf8
    case .texts(let values): CSVWriter.append(values[row], to: &bytes)
    case .reals(let values):
      let value = values[row]
      if value.isFinite {
        value.appendShortestText(to: &bytes)
      } else {
        bytes += (value.isNaN ? "nan" : value < 0 ? "-inf" : "inf").utf8
      }
    }
  }
}
