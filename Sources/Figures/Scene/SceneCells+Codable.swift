extension SceneCells: Codable {
  private enum Key: CodingKey { case area, columns, rows }

  /// Writes each row as one text of hexadecimal colours: 6 digits a cell where all are opaque, else 8.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(area, forKey: .area)
    try container.encode(columns, forKey: .columns)
    let starts = stride(from: 0, to: colours.count, by: columns)
    try container.encode(
      starts.map { Self.text(colours[$0...].prefix(columns)) }, forKey: .rows)
  }

  /// Reads what ``encode(to:)`` writes; refuses rows that are not full.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let columns = try container.decode(Int.self, forKey: .columns)
    guard (1...10_000_000).contains(columns) else {
      throw container.complaint(.columns, "expected 1 to 10000000 columns, found \(columns)")
    }
    var colours: [Colour] = []
    for (index, row) in try container.decode([String].self, forKey: .rows).enumerated() {
      guard let cells = Self.colours(row, columns: columns) else {
        throw container.complaint(
          .rows, "row \(index) needs \(6 * columns) or \(8 * columns) hexadecimal digits")
      }
      colours += cells
    }
    self.init(
      area: try container.decode(Rectangle.self, forKey: .area), columns: columns, colours: colours)
  }

  private static func text(_ row: ArraySlice<Colour>) -> String {
    let isOpaque = row.allSatisfy { $0.alpha == 255 }
    var digits: [UInt8] = []
    for colour in row {
      for share in [colour.red, colour.green, colour.blue] + (isOpaque ? [] : [colour.alpha]) {
        digits += [Self.digits[Int(share >> 4)], Self.digits[Int(share & 15)]]
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func colours(_ row: String, columns: Int) -> [Colour]? {
    let values = row.utf8.compactMap(Colour.value)
    let digits = values.count / columns
    guard values.count == row.utf8.count, values.count == digits * columns, [6, 8].contains(digits)
    else { return nil }
    return (0..<columns).map { cell in
      func share(_ place: Int) -> UInt8 {
        values[cell * digits + 2 * place] << 4 | values[cell * digits + 2 * place + 1]
      }
      return Colour(
        red: share(0), green: share(1), blue: share(2), alpha: digits == 8 ? share(3) : 255)
    }
  }
}
