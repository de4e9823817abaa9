import Text

/// The plotted data of a figure as one table: a row for each thing drawn, a column for each quantity.
struct TidyTable {
  private var columns: [String] = ["panel", "mark", "series"]
  private var places: [String: Int] = ["panel": 0, "mark": 1, "series": 2]
  private var rows: [[String]] = []
  var panel = ""

  /// Adds a row for each index; series of one length are expected, shorter ones leave blanks.
  mutating func add(
    _ mark: String, series: String?, numbers: [(String, [Double])], texts: [(String, [String])] = []
  ) {
    let count = Swift.max(
      numbers.map(\.1.count).max() ?? 0, texts.map(\.1.count).max() ?? 0)
    let numberPlaces = numbers.map { place(of: $0.0) }
    let textPlaces = texts.map { place(of: $0.0) }
    for index in 0..<count {
      var row = [String](repeating: "", count: columns.count)
      (row[0], row[1], row[2]) = (panel, mark, series ?? "")
      for (place, column) in zip(numberPlaces, numbers) where index < column.1.count {
        row[place] = column.1[index].isFinite ? column.1[index].shortestText : ""
      }
      for (place, column) in zip(textPlaces, texts) where index < column.1.count {
        row[place] = column.1[index]
      }
      rows.append(row)
    }
  }

  private mutating func place(of column: String) -> Int {
    if let place = places[column] { return place }
    places[column] = columns.count
    columns.append(column)
    return columns.count - 1
  }

  /// The table as CSV.
  var csv: String {
    CSVWriter.text(
      header: columns,
      rows: rows.map { $0 + [String](repeating: "", count: columns.count - $0.count) })
  }
}
