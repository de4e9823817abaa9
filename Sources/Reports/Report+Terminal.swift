internal import Text

extension Report {
  /// All but the verdict, as plain text for a terminal.
  public var partsText: String {
    parts.map(\.terminalText).joined(separator: "\n\n") + "\n"
  }
}

extension Report.Part {
  var terminalText: String {
    switch self {
    case .prose(let text): text
    case .table(let table): table.terminalText
    }
  }
}

extension ReportTable {
  var terminalText: String {
    let columns = columns.map { column in
      TextTable.Column(column.title, column.isNumeric ? .decimalPoint : .left)
    }
    let lines = TextTable(columns: columns, rows: rows).text
    return caption + "\n" + lines.trimmingNewline
  }
}

extension String {
  fileprivate var trimmingNewline: String {
    hasSuffix("\n") ? String(dropLast()) : self
  }
}
