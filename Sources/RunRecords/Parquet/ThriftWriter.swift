/// Writes values in Thrift's compact protocol, in which Parquet describes itself.
///
/// Source: Apache Thrift, "Thrift compact protocol encoding" (thrift-compact-protocol.md).
struct ThriftWriter {
  private(set) var bytes: [UInt8] = []
  /// The number of the last field of each structure that is open.
  private var lastFields: [Int] = [0]

  private enum Kind: UInt8 {
    case int16 = 4
    case int32 = 5
    case int64 = 6
    case binary = 8
    case list = 9
    case structure = 12
  }

  mutating func field(_ number: Int, int16 value: Int) {
    head(number, .int16)
    appendVarint(zigzag(value))
  }

  mutating func field(_ number: Int, int32 value: Int) {
    head(number, .int32)
    appendVarint(zigzag(value))
  }

  mutating func field(_ number: Int, int64 value: Int) {
    head(number, .int64)
    appendVarint(zigzag(value))
  }

  mutating func field(_ number: Int, binary value: [UInt8]) {
    head(number, .binary)
    append(value)
  }

  mutating func field(_ number: Int, text: String) { field(number, binary: Array(text.utf8)) }

  /// Writes a structure as a field, with a body that writes its fields.
  mutating func field(_ number: Int, _ body: (inout ThriftWriter) -> Void) {
    head(number, .structure)
    structure(body)
  }

  mutating func field(_ number: Int, int32s values: [Int]) {
    head(number, .list)
    listHead(values.count, .int32)
    for value in values { appendVarint(zigzag(value)) }
  }

  mutating func field(_ number: Int, texts values: [String]) {
    head(number, .list)
    listHead(values.count, .binary)
    for value in values { append(Array(value.utf8)) }
  }

  /// Writes a list of structures as a field, with a body that writes the fields of each.
  mutating func field<Element>(
    _ number: Int, _ elements: [Element], _ body: (inout ThriftWriter, Element) -> Void
  ) {
    head(number, .list)
    listHead(elements.count, .structure)
    for element in elements { structure { body(&$0, element) } }
  }

  /// Ends the outermost structure.
  mutating func stop() { bytes.append(0) }

  private mutating func structure(_ body: (inout ThriftWriter) -> Void) {
    lastFields.append(0)
    body(&self)
    lastFields.removeLast()
    stop()
  }

  private mutating func head(_ number: Int, _ kind: Kind) {
    let place = lastFields.count - 1
    let step = number - lastFields[place]
    precondition((1...15).contains(step), "the fields of a structure are written in order")
    lastFields[place] = number
    bytes.append(UInt8(step) << 4 | kind.rawValue)
  }

  private mutating func listHead(_ count: Int, _ kind: Kind) {
    guard count < 15 else {
      bytes.append(0xF0 | kind.rawValue)
      return appendVarint(UInt64(count))
    }
    bytes.append(UInt8(count) << 4 | kind.rawValue)
  }

  private mutating func append(_ value: [UInt8]) {
    appendVarint(UInt64(value.count))
    bytes += value
  }

  private mutating func appendVarint(_ value: UInt64) { bytes.append(varint: value) }

  private func zigzag(_ value: Int) -> UInt64 {
    UInt64(bitPattern: Int64(value << 1 ^ value >> 63))
  }
}

extension [UInt8] {
  /// Writes a number in sevens of bits from the lowest, each with a bit that says whether another follows.
  mutating func append(varint value: UInt64) {
    var rest = value
    while rest > 0x7F {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}
