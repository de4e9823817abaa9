/// One evaluation with what it gave.
///
///     KeptEvaluation(key, [0.25, 12.5])
///
/// As bytes: the key, the status, and the bits of each number from the lowest byte to the highest.
public struct KeptEvaluation: Sendable {
  /// What it depends on.
  public let key: ContentKey
  /// How it ended.
  public let status: Status
  /// What it gave.
  public let values: [Double]

  /// How an evaluation ended.
  public enum Status: UInt8, Sendable {
    /// With numbers to use.
    case done = 0
    /// Without; the model cannot say anything of this design.
    case failed = 1
  }

  /// Makes an evaluation.
  public init(_ key: ContentKey, _ values: [Double], status: Status = .done) {
    (self.key, self.values, self.status) = (key, values, status)
  }

  /// How many bytes stand before the numbers.
  static let headSize = ContentKey.size + 1

  /// Reads the bytes; nil when they are none of an evaluation.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let numbers = bytes.count - Self.headSize
    guard numbers >= 0, numbers.isMultiple(of: 8),
      let status = Status(rawValue: bytes[ContentKey.size])
    else { return nil }
    key = ContentKey(bytes, at: 0)
    self.status = status
    values = [Double](unsafeUninitializedCapacity: numbers / 8) { values, count in
      for place in 0..<numbers / 8 {
        let start = Self.headSize + 8 * place
        let bits = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        values.initializeElement(at: place, to: Double(bitPattern: UInt64(littleEndian: bits)))
      }
      count = numbers / 8
    }
  }

  /// Writes the bytes after what is there.
  func append(to bytes: inout [UInt8]) {
    key.append(to: &bytes)
    bytes.append(status.rawValue)
    for value in values { bytes.append(littleEndian: value.bitPattern) }
  }
}

extension KeptEvaluation: Equatable {
  /// Whether both are the same to the last bit: a not-a-number equals itself, and minus zero is not zero.
  public static func == (a: Self, b: Self) -> Bool {
    a.key == b.key && a.status == b.status
      && a.values.elementsEqual(b.values) { $0.bitPattern == $1.bitPattern }
  }
}

extension [UInt8] {
  /// Writes a whole number from its lowest byte to its highest after what is there.
  mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
