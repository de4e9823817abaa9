/// The values of one column in some rows as Parquet keeps them, before they are compressed.
struct EncodedValues {
  /// The distinct values, when the others refer to them.
  var dictionary: (bytes: [UInt8], count: Int)?
  /// The values, or the places of them in the dictionary.
  var bytes: [UInt8] = []
  /// How the values are encoded.
  var encoding = ParquetFormat.Encoding.plain
  /// The smallest and the largest value; nil when there is none, or no telling.
  var bounds: (least: [UInt8], greatest: [UInt8])?

  /// Encodes the values that are present in some rows of a column.
  init(_ column: ExportColumn, _ rows: Range<Int>) {
    switch column.values {
    case .integers(let values):
      let values = column.present(values, rows)
      bounds = Self.bounds(values.min(), values.max()) { UInt64(bitPattern: $0) }
      encode(values.map { UInt64(bitPattern: $0) }, otherwise: .plain)
    case .reals(let values):
      let values = column.present(values, rows)
      let (least, greatest) = Self.extremes(values)
      bounds = Self.bounds(least, greatest) { $0.bitPattern }
      encode(values.map(\.bitPattern), otherwise: .byteStreamSplit)
    case .texts(let values):
      encode(column.present(values, rows).map(ExactBytes.init))
    case .truths(let values):
      encode(column.present(values, rows))
    }
  }

  // MARK: - Numbers

  private mutating func encode(_ values: [UInt64], otherwise: ParquetFormat.Encoding) {
    if let found = ValueDictionary(values) {
      dictionary = (Self.plain(found.entries), found.entries.count)
      refer(found.places, of: found.entries.count)
    } else if otherwise == .byteStreamSplit {
      encoding = .byteStreamSplit
      bytes = Self.split(values)
    } else {
      bytes = Self.plain(values)
    }
  }

  private static func plain(_ values: [UInt64]) -> [UInt8] {
    values.map(\.littleEndian).withUnsafeBytes { [UInt8]($0) }
  }

  /// The first bytes of all values, then all second ones, and so on: those of a kind are alike, which
  /// compresses.
  private static func split(_ values: [UInt64]) -> [UInt8] {
    let count = values.count
    return [UInt8](unsafeUninitializedCapacity: 8 * count) { buffer, size in
      for (place, value) in values.enumerated() {
        for byte in 0..<8 {
          buffer[byte * count + place] = UInt8(truncatingIfNeeded: value >> UInt64(8 * byte))
        }
      }
      size = 8 * count
    }
  }

  /// The smallest and the largest, with the signs of zeros that are safe; none where one is not a number.
  ///
  /// The format would have such values left out, but DuckDB then takes it that there are none.
  private static func extremes(_ values: [Double]) -> (Double?, Double?) {
    var (least, greatest) = (Double.infinity, -Double.infinity)
    for value in values {
      guard !value.isNaN else { return (nil, nil) }
      if value < least { least = value }
      if value > greatest { greatest = value }
    }
    guard least <= greatest else { return (nil, nil) }
    return (least == 0 ? -0.0 : least, greatest == 0 ? 0.0 : greatest)
  }

  private static func bounds<Value>(
    _ least: Value?, _ greatest: Value?, bits: (Value) -> UInt64
  ) -> (least: [UInt8], greatest: [UInt8])? {
    guard let least, let greatest else { return nil }
    return (plain([bits(least)]), plain([bits(greatest)]))
  }

  // MARK: - Texts

  private mutating func encode(_ texts: [ExactBytes]) {
    let distinct: [ExactBytes]
    if let found = ValueDictionary(texts) {
      dictionary = (Self.plain(found.entries), found.entries.count)
      refer(found.places, of: found.entries.count)
      distinct = found.entries
    } else {
      bytes = Self.plain(texts)
      distinct = texts
    }
    let order = { (a: ExactBytes, b: ExactBytes) in
      a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }
    guard let least = distinct.min(by: order), let greatest = distinct.max(by: order) else {
      return
    }
    let longest = max(least.text.utf8.count, greatest.text.utf8.count)
    // Long texts would swell the end of the file, which readers load first.
    if longest <= 256 { bounds = (Array(least.text.utf8), Array(greatest.text.utf8)) }
  }

  private static func plain(_ texts: [ExactBytes]) -> [UInt8] {
    var bytes: [UInt8] = []
    for text in texts {
      bytes.append(littleEndian: UInt32(text.text.utf8.count))
      bytes.append(contentsOf: text.text.utf8)
    }
    return bytes
  }

  // MARK: - Truth values

  private mutating func encode(_ truths: [Bool]) {
    bytes = [UInt8](repeating: 0, count: (truths.count + 7) / 8)
    for (place, truth) in truths.enumerated() where truth { bytes[place / 8] |= 1 << (place % 8) }
    guard !truths.isEmpty else { return }
    bounds = ([truths.contains(false) ? 0 : 1], [truths.contains(true) ? 1 : 0])
  }

  // MARK: - Dictionary

  /// Encodes places in a dictionary of so many entries.
  private mutating func refer(_ places: [UInt32], of count: Int) {
    encoding = .dictionary
    let width = max(1, Int.bitWidth - (count - 1).leadingZeroBitCount)
    bytes = [UInt8(width)]
    HybridRuns.append(places, width: width, to: &bytes)
  }
}

extension ExportColumn {
  /// The values that are present in some rows.
  fileprivate func present<Value>(_ values: [Value], _ rows: Range<Int>) -> [Value] {
    guard let presence else { return Array(values[rows]) }
    return rows.compactMap { presence[$0] ? values[$0] : nil }
  }
}
