import Text

/// The plotted data of a figure as one table: a row for each thing drawn, a column for each quantity.
struct TidyTable {
  private static let names = ["panel", "mark", "series"]
  /// The columns beyond those names.
  private var columns: [String] = []
  private var blocks: [Block] = []
  var panel = ""

  /// The rows of one mark, which become text only in the end, when all columns are known.
  private struct Block {
    let names: [String]
    let count: Int
    let numbers: [(place: Int, values: [Double])]
    let texts: [(place: Int, values: [String])]
  }

  /// Adds a row for each index; series of one length are expected, shorter ones leave blanks.
  mutating func add(
    _ mark: String, series: String?, numbers: [(String, [Double])], texts: [(String, [String])] = []
  ) {
    blocks.append(
      Block(
        names: [panel, mark, series ?? ""],
        count: Swift.max(
          numbers.map(\.1.count).max() ?? 0, texts.map(\.1.count).max() ?? 0),
        numbers: numbers.map { (place(of: $0.0), $0.1) },
        texts: texts.map { (place(of: $0.0), $0.1) }))
  }

  private mutating func place(of column: String) -> Int {
    if let place = columns.firstIndex(of: column) { return place }
    columns.append(column)
    return columns.count - 1
  }

  /// The table as CSV.
  var csv: String {
    var bytes = Array(CSVWriter.text(ofRow: Self.names + columns).utf8)
    bytes.reserveCapacity(bytes.count + 16 * columns.count * blocks.map(\.count).reduce(0, +))
    for block in blocks { append(block, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(_ block: Block, to bytes: inout [UInt8]) {
    let comma = UInt8(ascii: ",")
    var start: [UInt8] = []
    for (index, name) in block.names.enumerated() {
      if index > 0 { start.append(comma) }
      CSVWriter.append(name, to: &start)
    }
    let numbers = columns.indices.map { place in block.numbers.last { $0.place == place }?.values }
    let texts = columns.indices.map { place in block.texts.last { $0.place == place }?.values }
    for row in 0..<block.count {
      bytes += start
      for (numbers, texts) in zip(numbers, texts) {
        bytes.append(comma)
        if let texts, row < texts.count {
          CSVWriter.append(texts[row], to: &bytes)
        } else if let numbers, row < numbers.count, numbers[row].isFinite {
          numbers[row].appendShortestText(to: &bytes)
        }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}
