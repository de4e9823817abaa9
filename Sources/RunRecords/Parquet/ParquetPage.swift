/// The bytes of a page, compressed, with what a reader must know of them.
struct ParquetPage {
  private let kind: ParquetFormat.Page
  private let body: [UInt8]
  private let plainSize: Int

  /// Compresses the bytes of a page.
  init(_ kind: ParquetFormat.Page, _ bytes: [UInt8], with zstandard: Zstandard) {
    self.kind = kind
    plainSize = bytes.count
    body = zstandard.compress(bytes)
  }

  /// Writes the page of so many values, and returns how long it would be uncompressed.
  func append(
    count: Int, encoding: ParquetFormat.Encoding, to sheet: inout Sheet
  ) -> Int {
    var header = ThriftWriter()
    header.field(1, int32: kind.rawValue)
    header.field(2, int32: plainSize)
    header.field(3, int32: body.count)
    header.field(4, int32: Int(Int32(bitPattern: CRC32.zip.sum(of: body))))
    header.field(kind == .data ? 5 : 7) { header in
      header.field(1, int32: count)
      header.field(2, int32: encoding.rawValue)
      if kind == .data {
        header.field(3, int32: ParquetFormat.Encoding.runs.rawValue)
        header.field(4, int32: ParquetFormat.Encoding.runs.rawValue)
      }
    }
    header.stop()
    sheet.bytes += header.bytes
    sheet.bytes += body
    return header.bytes.count + plainSize
  }
}
