import Foundation
import Peers
import RunRecords
import Testing

@Suite("A cyclic redundancy check")
struct CRC32Tests {
  @Test(
    "gives the sums that RFC 3720 publishes in its appendix B.4",
    arguments: [
      ([UInt8](repeating: 0, count: 32), 0x8A91_36AA),
      ([UInt8](repeating: 0xFF, count: 32), 0x62A8_AB43),
      ((0..<32).map { UInt8($0) }, 0x46DD_794E),
      ((0..<32).reversed().map { UInt8($0) }, 0x113F_DB5C),
      (
        [
          0x01, 0xC0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x14, 0, 0, 0, 0, 0, 0x04, 0, 0, 0,
          0, 0x14, 0, 0, 0, 0x18, 0x28, 0, 0, 0, 0, 0, 0, 0, 0x02, 0, 0, 0, 0, 0, 0, 0,
        ], 0xD996_3A56
      ),
      (Array("123456789".utf8), 0xE306_9283), ([], 0),
    ] as [([UInt8], UInt32)])
  func castagnoli(bytes: [UInt8], sum: UInt32) {
    #expect(CRC32.castagnoli.sum(of: bytes) == sum)
  }

  @Test("equals the division of polynomials bit by bit, at every length")
  func definition() {
    var random = FixedRandom(seed: 5)
    for length in 0..<70 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      for (crc, polynomial) in [
        (CRC32.castagnoli, UInt32(0x82F6_3B78)), (CRC32.zip, 0xEDB8_8320),
      ] {
        var sum = ~UInt32(0)
        for byte in bytes {
          sum ^= UInt32(byte)
          for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ polynomial : sum >> 1 }
        }
        #expect(crc.sum(of: bytes) == ~sum, "\(length) bytes")
      }
    }
  }

  @Test("of zip equals Python's", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func zlib() throws {
    let texts = ["", "a", "123456789", String(repeating: "charging ", count: 1_000)]
    let sums = try Peer.lines(
      from: """
        import sys, zlib
        for line in open(sys.argv[1]).read().split("\\n")[:-1]: print(zlib.crc32(line.encode()))
        """, cases: texts)
    #expect(sums == texts.map { "\(CRC32.zip.sum(of: Array($0.utf8)))" })
  }
}
