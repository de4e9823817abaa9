/// The container of a PNG file: chunks with a name, a length and a sum.
///
/// https://www.w3.org/TR/png-3/
struct PNGChunks {
  private(set) var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  mutating func append(_ name: String, _ content: [UInt8]) {
    append(number: content.count)
    let start = bytes.count
    bytes += name.utf8
    bytes += content
    append(number: Int(Deflate.sum(bytes[start...])))
  }

  mutating func appendHeader(width: Int, height: Int, depth: Int, colourType: UInt8) {
    append(
      "IHDR", Self.bigEndian(width) + Self.bigEndian(height) + [UInt8(depth), colourType, 0, 0, 0])
  }

  /// The size of a dot, which PNG counts per metre.
  mutating func appendResolution(_ dotsPerInch: Double) {
    let perMetre = Self.bigEndian(Int((dotsPerInch / 0.0254).rounded()))
    append("pHYs", perMetre + perMetre + [1])
  }

  /// A property of the image; text beyond Latin-1 is kept as UTF-8.
  mutating func appendText(_ text: String, keyword: String) {
    precondition(
      (1...79).contains(keyword.utf8.count) && keyword.utf8.allSatisfy { 0x20..<0x7F ~= $0 },
      "A keyword has 1 to 79 plain letters.")
    let isLatin = text.unicodeScalars.allSatisfy {
      0x20..<0x7F ~= $0.value || 0xA0..<0x100 ~= $0.value
    }
    if isLatin {
      append("tEXt", keyword.utf8 + [0] + text.unicodeScalars.map { UInt8($0.value) })
    } else {
      let clean = text.utf8.filter { $0 != 0 }
      append("iTXt", keyword.utf8 + [0, 0, 0, 0, 0] + clean)
    }
  }

  private mutating func append(number: Int) { bytes += Self.bigEndian(number) }

  private static func bigEndian(_ number: Int) -> [UInt8] {
    let number = UInt32(truncatingIfNeeded: number)
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
