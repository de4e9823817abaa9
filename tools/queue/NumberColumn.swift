import AnalysisKit
import Text

/// One column of numbers from a CSV file.
struct NumberColumn {
  let values: [Double]
  let positions: [TextPosition]

  /// Reads the only column of a file, or the one that has one of these names.
  init(_ path: FilePath, named names: [String], _ workshop: Workshop) throws(ToolFailure) {
    let bytes = try workshop.read(path)
    let table: CSVTable
    do {
      table = try CSVReader.read(bytes)
    } catch {
      throw .input(
        InputFailure(file: path.text, position: error.position, problem: error.description))
    }
    let column = try Self.column(of: table, named: names, path)
    var values: [Double] = []
    for row in table.rows {
      guard let value = row[column].number else {
        throw .input(
          InputFailure(
            file: path.text, position: row[column].position,
            problem: "\(row[column].text.quoted) is not a number"))
      }
      values.append(value)
    }
    guard !values.isEmpty else {
      throw .input(InputFailure(file: path.text, problem: "it has a head but no numbers"))
    }
    self.values = values
    positions = table.rows.map { $0[column].position }
  }

  private static func column(
    of table: CSVTable, named names: [String], _ path: FilePath
  ) throws(ToolFailure) -> Int {
    let width = table.header?.count ?? table.rows.first?.count ?? 1
    if width == 1 { return 0 }
    for name in names {
      if let column = table.column(named: name) { return column }
    }
    throw .input(
      InputFailure(
        file: path.text, position: TextPosition(line: 1, column: 1),
        problem: "it has \(width) columns, and none is called "
          + names.map(\.quoted).listed(conjunction: "or"),
        remedy: "Name the column, or give a file of one column."))
  }
}
