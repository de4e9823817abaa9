import CDeflate

/// The compression of PNG and PDF files, and the sums that guard them.
enum Deflate {
  /// Compresses bytes into a zlib stream.
  ///
  /// - Parameters:
  ///   - bytes: what is compressed.
  ///   - level: from 1 (fast) to 12 (small).
  /// - Returns: the stream.
  static func zlib(_ bytes: [UInt8], level: Int32) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(level) else {
      preconditionFailure("There is no memory left to compress with, or no level \(level).")
    }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_zlib_compress(
        compressor, bytes, bytes.count, buffer.baseAddress, buffer.count)
    }
  }

  /// The CRC-32 of bytes.
  static func sum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
  }
}
