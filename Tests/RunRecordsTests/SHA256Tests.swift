import Foundation
import RunRecords
import Testing

@Suite("A SHA-256 fingerprint")
struct SHA256Tests {
  private static let published = [
    // NIST, FIPS 180-4 examples: nothing, one block, two blocks.
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test("is the published one", arguments: published)
  func vectors(text: String, fingerprint: String) {
    #expect(SHA256.hex(of: Array(text.utf8)) == fingerprint)
  }

  @Test("is what sha256sum says, for lengths around the ends of blocks and any other")
  func peer() throws {
    let sandbox = try Sandbox()
    var random = SystemRandomNumberGenerator()
    let lengths =
      [1, 2, 3, 54, 55, 56, 57, 62, 63, 64, 65, 119, 120, 127, 128, 129]
      + (0..<40).map { _ in Int.random(in: 0...100_000, using: &random) }
    let contents = lengths.map { length in
      (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    for (index, bytes) in contents.enumerated() {
      try Data(bytes).write(to: URL(fileURLWithPath: sandbox.at("\(index)")))
    }
    let lines = try output(of: ["sha256sum"] + contents.indices.map { sandbox.at("\($0)") })
      .split(separator: "\n")
    try #require(lines.count == contents.count)
    for (line, bytes) in zip(lines, contents) {
      #expect(line.prefix(64) == SHA256.hex(of: bytes), "of \(bytes.count) bytes")
    }
  }
}
