/// A table of plain text whose columns line up in a terminal.
///
///     let table = TextTable(
///       columns: [.init("site"), .init("energy (kWh)", .decimalPoint)],
///       rows: [["North", "12.5"], ["South", "7"]])
///     print(table.text)
///     // site   energy (kWh)
///     // -----  ------------
///     // North          12.5
///     // South           7
public struct TextTable: Sendable {
  /// How the cells of a column stand below each other.
  public enum Alignment: Equatable, Sendable {
    /// At the left edge, for words.
    case left
    /// At the right edge, for whole numbers.
    case right
    /// With the decimal points below each other; a cell without a point ends where it would be.
    case decimalPoint
  }

  /// A column: what it is called and how its cells stand.
  public struct Column: Equatable, Sendable {
    /// The words above the column.
    public let title: String

    /// How the cells stand.
    public let alignment: Alignment

    /// Makes a column.
    public init(_ title: String, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// The columns from the left.
  public let columns: [Column]

  /// The rows from the top, each with one cell for each column.
  public private(set) var rows: [[String]] = []

  /// Makes a table; every row needs one cell for each column.
  public init(columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    for row in rows { append(row) }
  }

  /// Adds a row at the bottom, with one cell for each column.
  public mutating func append(_ row: [String]) {
    precondition(
      row.count == columns.count,
      "A row of \(row.count) cells does not fit a table of \(columns.count) columns.")
    rows.append(row)
  }

  /// The lines of the table: titles, a rule, the rows; each line ends with a line feed.
  public var text: String {
    let columnLines = columns.indices.map { lines(ofColumn: $0) }
    return (0..<rows.count + 2).map { line in
      let full = columnLines.map { $0[line] }.joined(separator: "  ")
      return full.droppingTrailingBlanks + "\n"
    }.joined()
  }

  private func lines(ofColumn index: Int) -> [String] {
    let column = columns[index]
    let cells = aligned(rows.map { $0[index] }, column.alignment)
    let width = ([column.title] + cells).map(\.displayWidth).max() ?? 0
    return [column.title.padded(to: width, column.alignment), String(repeating: "-", count: width)]
      + cells.map { $0.padded(to: width, column.alignment) }
  }

  /// Fills the cells up on the right so that their points stand below each other.
  private func aligned(_ cells: [String], _ alignment: Alignment) -> [String] {
    guard alignment == .decimalPoint else { return cells }
    let tails = cells.map { cell in cell.drop { $0 != "." }.count }
    let longest = tails.max() ?? 0
    return zip(cells, tails).map { $0 + String(repeating: " ", count: longest - $1) }
  }
}

extension String {
  fileprivate func padded(to width: Int, _ alignment: TextTable.Alignment) -> String {
    let blanks = String(repeating: " ", count: Swift.max(0, width - displayWidth))
    return alignment == .left ? self + blanks : blanks + self
  }

  fileprivate var droppingTrailingBlanks: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
