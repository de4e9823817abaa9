/// How evaluations stand in the file of a shard, so that a torn or flipped byte is noticed.
///
/// A file begins with a mark, the fingerprint of the study's identity and their CRC-32C. Each evaluation is its
/// length in four bytes, the CRC-32C of length and bytes in four, and its bytes (``KeptEvaluation``); numbers
/// go from the lowest byte to the highest.
enum ShardFrame {
  private static let mark = Array("evshard1".utf8)
  private static let headerSize = mark.count + ContentKey.size + 4
  private static let frameSize = 8
  /// No evaluation is longer; a length beyond it is a flipped bit.
  private static let longest = 64 * 1_048_576

  /// What the file of a study begins with.
  static func header(identity: String) -> [UInt8] {
    var bytes = mark + ContentKey(of: Array(identity.utf8)).bytes
    bytes.append(littleEndian: CRC32.castagnoli.sum(of: bytes))
    return bytes
  }

  /// Writes an evaluation after what is there.
  static func append(_ evaluation: KeptEvaluation, to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: frameSize))
    evaluation.append(to: &bytes)
    let length = UInt32(bytes.count - start - frameSize)
    precondition(length <= longest, "an evaluation has at most \(longest) bytes, not \(length)")
    bytes.withUnsafeMutableBytes { bytes in
      let frame = UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
      frame.storeBytes(of: length.littleEndian, as: UInt32.self)
      let sum = sum(UnsafeRawBufferPointer(frame), length: length)
      frame.storeBytes(of: sum.littleEndian, toByteOffset: 4, as: UInt32.self)
    }
  }

  /// What could be read of a file.
  struct Content {
    var evaluations: [KeptEvaluation] = []
    /// How many bytes from the start are sound.
    var soundBytes = 0
  }

  /// Why a file is none of this study.
  enum Fault: Error {
    case damaged
    case otherStudy
  }

  /// Reads evaluations up to the first unsound byte.
  ///
  /// A file that ends within its header holds nothing yet.
  static func read(_ bytes: [UInt8], identity: String) throws(Fault) -> Content {
    let header = header(identity: identity)
    guard bytes.count >= headerSize else {
      guard isTorn(bytes) else { throw .damaged }
      return Content()
    }
    guard bytes.prefix(headerSize).elementsEqual(header) else {
      let isSound =
        bytes.starts(with: mark)
        && bytes[(headerSize - 4)..<headerSize].elementsEqual(
          sumBytes(of: Array(bytes[..<(headerSize - 4)])))
      throw isSound ? .otherStudy : .damaged
    }
    return bytes.withUnsafeBytes { body($0, from: headerSize) }
  }

  /// Reads evaluations that were appended after others, up to the first unsound byte.
  static func readOn(_ bytes: [UInt8]) -> Content { bytes.withUnsafeBytes { body($0, from: 0) } }

  /// Whether so few bytes may be the beginning of a header.
  private static func isTorn(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(mark.count).elementsEqual(mark.prefix(bytes.count))
  }

  private static func sumBytes(of bytes: [UInt8]) -> [UInt8] {
    var sum: [UInt8] = []
    sum.append(littleEndian: CRC32.castagnoli.sum(of: bytes))
    return sum
  }

  private static func body(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Content {
    var content = Content(soundBytes: start)
    while bytes.count - content.soundBytes >= frameSize {
      let frame = UnsafeRawBufferPointer(rebasing: bytes[content.soundBytes...])
      let length = UInt32(littleEndian: frame.loadUnaligned(as: UInt32.self))
      guard length <= longest, frame.count >= frameSize + Int(length) else { break }
      let expected = frame.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
      guard sum(frame, length: length) == UInt32(littleEndian: expected),
        let evaluation = KeptEvaluation(
          UnsafeRawBufferPointer(rebasing: frame[frameSize..<(frameSize + Int(length))]))
      else { break }
      content.evaluations.append(evaluation)
      content.soundBytes += frameSize + Int(length)
    }
    return content
  }

  /// The sum over the length and the bytes of an evaluation, which stand on both sides of the sum itself.
  private static func sum(_ frame: UnsafeRawBufferPointer, length: UInt32) -> UInt32 {
    let crc = CRC32.castagnoli
    let end = frameSize + Int(length)
    return crc.sum(
      of: UnsafeRawBufferPointer(rebasing: frame[frameSize..<end]),
      continuing: crc.sum(of: UnsafeRawBufferPointer(rebasing: frame[..<4])))
  }
}
