/// Bytes at one place in memory.
final class FixedBytes: Sendable {
  /// Written once, before anyone else can see them.
  nonisolated(unsafe) let place: UnsafeRawBufferPointer

  init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    place = UnsafeRawBufferPointer(copy)
  }

  deinit { place.deallocate() }
}
