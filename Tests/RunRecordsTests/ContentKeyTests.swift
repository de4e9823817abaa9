import Peers
import RunRecords
import Testing

@Suite("A content key")
struct ContentKeyTests {
  @Test("is the SHA-256 of what it stands for")
  func fingerprint() {
    let content = Array("abc".utf8)
    #expect(ContentKey(of: content).text == SHA256.hex(of: content))
    #expect(ContentKey(of: content) == ContentKey(SHA256.digest(of: content)))
  }

  @Test("keeps its bytes, and is ordered as they are")
  func order() {
    var random = FixedRandom(seed: 3)
    let all = (0..<200).map { _ in
      (0..<32).map { place in
        place < 30 ? UInt8(random.below(2) * 255) : UInt8.random(in: 0...255, using: &random)
      }
    }
    for (a, b) in zip(all, all.dropFirst()) {
      #expect(ContentKey(a).bytes == a)
      #expect((ContentKey(a) < ContentKey(b)) == a.lexicographicallyPrecedes(b))
      #expect((ContentKey(a) == ContentKey(b)) == (a == b))
    }
  }
}
