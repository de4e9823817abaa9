/// Cyclic redundancy checks of 32 bits, which notice flipped and torn bytes.
///
///     CRC32.castagnoli.sum(of: Array("123456789".utf8))   // 0xE306_9283
///     CRC32.zip.sum(of: Array("123456789".utf8))          // 0xCBF4_3926
///
/// Eight bytes at a time through eight tables.
/// Source: M. E. Kounavis and F. L. Berry, IEEE Transactions on Computers 57 (2008), doi:10.1109/TC.2008.85.
public struct CRC32: Sendable {
  /// The one of iSCSI (CRC-32C), which guards what we keep ourselves.
  public static let castagnoli = CRC32(polynomial: 0x82F6_3B78)

  /// The one of zip, PNG and Parquet.
  public static let zip = CRC32(polynomial: 0xEDB8_8320)

  /// Eight tables of 256 entries: the k-th is for a byte that k others follow.
  private let tables: [UInt32]

  /// Prepares the tables of a polynomial whose bits stand from the lowest power to the highest.
  private init(polynomial: UInt32) {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      tables[byte] = (0..<8).reduce(UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? sum >> 1 ^ polynomial : sum >> 1
      }
    }
    for place in 256..<tables.count {
      let before = tables[place - 256]
      tables[place] = before >> 8 ^ tables[Int(before & 0xFF)]
    }
    self.tables = tables
  }

  /// Returns the sum of bytes.
  public func sum(of bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { sum(of: $0) }
  }

  /// Returns the sum of bytes wherever they are; with the sum of others, that of both in a row.
  func sum(of bytes: UnsafeRawBufferPointer, continuing before: UInt32 = 0) -> UInt32 {
    tables.withUnsafeBufferPointer { tables in
      var sum = ~before
      var place = 0
      while place + 8 <= bytes.count {
        let eight = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        let mixed = eight ^ UInt64(sum)
        sum = 0
        for k in 0..<8 {
          sum ^= tables[(7 - k) * 256 + Int(mixed >> UInt64(8 * k) & 0xFF)]
        }
        place += 8
      }
      while place < bytes.count {
        sum = sum >> 8 ^ tables[Int((sum ^ UInt32(bytes[place])) & 0xFF)]
        place += 1
      }
      return ~sum
    }
  }
}
