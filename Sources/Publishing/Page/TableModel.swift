internal import Reports
internal import Templating
internal import Text

/// What the template of a table is filled with.
struct TableModel {
  private let table: ReportTable
  private let number: Int

  init(_ table: ReportTable, number: Int) {
    self.table = table
    self.number = number
  }

  var members: TemplateObject {
    [
      "id": .text("table-\(number)"), "label": .text("Table \(number)"),
      "caption": .text(table.caption.keepingPercent),
      "columns": .list(
        table.columns.map { ["title": .text($0.title), "align": Self.alignment($0)] }),
      "rows": .list(table.rows.map(row)),
      "fileName": .text("table-\(number).csv"), "url": .url(SafeURL(download: Array(csv.utf8))),
    ]
  }

  /// The first cell names its row.
  private func row(_ cells: [String]) -> TemplateValue {
    let values = zip(cells, table.columns).map { text, column -> TemplateValue in
      ["text": .text(text), "align": Self.alignment(column)]
    }
    return ["head": values.first ?? .nothing, "cells": .list(Array(values.dropFirst()))]
  }

  private var csv: String {
    guard !table.columns.isEmpty else { return "" }
    return CSVWriter.text(header: table.columns.map(\.title), rows: table.rows)
  }

  private static func alignment(_ column: ReportTable.Column) -> TemplateValue {
    .text(column.isNumeric ? "number" : "words")
  }
}
