/// The container of fonts in pages: the tables of an OpenType font, each compressed.
///
/// https://www.w3.org/TR/WOFF/
enum WOFF {
  /// Packs an OpenType font; nil when it is none.
  static func bytes(ofOpenType font: [UInt8]) -> [UInt8]? {
    guard font.count >= 12 else { return nil }
    let count = Int(font.number16(at: 4))
    guard count > 0, font.count >= 12 + 16 * count else { return nil }
    let tables = (0..<count).map { Table(at: 12 + 16 * $0, of: font) }
    guard tables.allSatisfy({ $0.offset + $0.length <= font.count }) else { return nil }

    let start = 44 + 20 * count
    var data: [UInt8] = []
    var entries = [[UInt8]](repeating: [], count: count)
    // The tables keep their order in the file, on which the sum of the whole depends.
    for index in tables.indices.sorted(by: { tables[$0].offset < tables[$1].offset }) {
      let table = tables[index]
      let plain = Array(font[table.offset..<table.offset + table.length])
      let packed = Deflate.zlib(plain, level: 12)
      let stored = packed.count < plain.count ? packed : plain
      entries[index] =
        table.tag + bigEndian(start + data.count) + bigEndian(stored.count)
        + bigEndian(plain.count) + table.sum
      data += stored
      data += [UInt8](repeating: 0, count: (4 - stored.count % 4) % 4)
    }
    let unpacked = 12 + 16 * count + tables.reduce(0) { $0 + ($1.length + 3) / 4 * 4 }
    var file: [UInt8] = Array("wOFF".utf8) + font[0..<4] + bigEndian(start + data.count)
    file += [UInt8(count >> 8), UInt8(count & 255), 0, 0] + bigEndian(unpacked)
    file += [0, 1, 0, 0] + [UInt8](repeating: 0, count: 20)
    return file + entries.joined() + data
  }

  /// A line of an OpenType font's table of contents.
  private struct Table {
    let tag: [UInt8]
    let sum: [UInt8]
    let offset: Int
    let length: Int

    init(at place: Int, of font: [UInt8]) {
      tag = Array(font[place..<place + 4])
      sum = Array(font[place + 4..<place + 8])
      offset = Int(font.number16(at: place + 8)) << 16 | Int(font.number16(at: place + 10))
      length = Int(font.number16(at: place + 12)) << 16 | Int(font.number16(at: place + 14))
    }
  }

  private static func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}

extension [UInt8] {
  fileprivate func number16(at place: Int) -> UInt16 {
    UInt16(self[place]) << 8 | UInt16(self[place + 1])
  }
}
