/// Bytes on their way into an open file, gathered so that the file is written in large pieces.
struct Sheet {
  /// What has been added last; whoever is done with a row says so by ``turn()``.
  var bytes: [UInt8] = []

  private let descriptor: Int32
  private var written = 0
  private var code: Int32 = 0
  private static let size = 1 << 20

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    bytes.reserveCapacity(2 * Self.size)
  }

  /// How many bytes have been added in all.
  var count: Int { written + bytes.count }

  /// Writes what has been gathered when that is enough; returns whether it is worth going on.
  mutating func turn() -> Bool {
    if bytes.count >= Self.size { write() }
    return code == 0
  }

  /// Writes the rest and returns the error number, 0 for none.
  mutating func finish() -> Int32 {
    write()
    return code
  }

  private mutating func write() {
    guard code == 0 else { return }
    code = FileSystem.append(bytes, to: descriptor)
    written += bytes.count
    bytes.removeAll(keepingCapacity: true)
  }
}
