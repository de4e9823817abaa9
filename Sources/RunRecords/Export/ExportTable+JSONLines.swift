internal import Text

extension ExportTable {
  /// Writes the table as one JSON object per row, with all columns in order.
  ///
  /// What is missing is `null`, and so is a number that is not finite, which JSON cannot say.
  func writeJSONLines(to sheet: inout Sheet) {
    let heads = columns.enumerated().map { place, column in
      Array(((place == 0 ? "{" : ",") + JSON.string(column.name).compactText + ":").utf8)
    }
    for row in 0..<rowCount {
      for (head, column) in zip(heads, columns) {
        sheet.bytes += head
        column.appendJSON(row, to: &sheet.bytes)
      }
      sheet.bytes += "}\n".utf8
      guard sheet.turn() else { return }
    }
  }
}

extension ExportColumn {
  fileprivate func appendJSON(_ row: Int, to bytes: inout [UInt8]) {
    guard isPresent(row) else {
      bytes += "null".utf8
      return
    }
    switch values {
    case .integers(let values): bytes += String(values[row]).utf8
    case .truths(let values): bytes += (values[row] ? "true" : "false").utf8
    case .texts(let values): bytes += JSON.string(values[row]).compactText.utf8
    case .reals(let values) where values[row].isFinite: values[row].appendShortestText(to: &bytes)
    case .reals: bytes += "null".utf8
    }
  }
}
