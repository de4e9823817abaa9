/// The name of an evaluation by what it depends on: a fingerprint of 32 bytes.
///
///     ContentKey(of: Array("model 3, design 2 4 8, replicate 7".utf8))
///
/// Two evaluations of one key have one result, whoever worked it out and wherever.
public struct ContentKey: Hashable, Comparable, Sendable {
  /// The bytes in fours of eight, each with its first byte on top, so that words compare as bytes do.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// How many bytes a key has.
  public static let size = 32

  /// Takes the SHA-256 of bytes that say all that an evaluation depends on.
  public init(of content: [UInt8]) { self.init(SHA256.digest(of: content)) }

  /// Takes 32 bytes as they are.
  public init(_ bytes: [UInt8]) {
    precondition(bytes.count == Self.size, "a key has 32 bytes, not \(bytes.count)")
    self = bytes.withUnsafeBytes { Self($0, at: 0) }
  }

  /// Reads the 32 bytes at a place.
  init(_ bytes: UnsafeRawBufferPointer, at place: Int) {
    func word(_ number: Int) -> UInt64 {
      UInt64(
        bigEndian: bytes.loadUnaligned(fromByteOffset: place + 8 * number, as: UInt64.self))
    }
    words = (word(0), word(1), word(2), word(3))
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  /// The key in 64 hexadecimal digits.
  public var text: String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  /// Writes the 32 bytes after what is there.
  func append(to bytes: inout [UInt8]) {
    for word in [words.0, words.1, words.2, words.3] {
      withUnsafeBytes(of: word.bigEndian) { bytes.append(contentsOf: $0) }
    }
  }

  /// Whether both have the same bytes.
  public static func == (a: Self, b: Self) -> Bool { a.words == b.words }

  /// Whether the first has the smaller byte where they first differ.
  public static func < (a: Self, b: Self) -> Bool { a.words < b.words }

  /// Hashes the first eight bytes: those of a fingerprint are spread evenly already.
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
