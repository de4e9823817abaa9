internal import CZstd

/// Zstandard's compression, with its memory kept from one piece to the next.
final class Zstandard {
  private let context: OpaquePointer

  init() {
    guard let context = ZSTD_createCCtx() else {
      preconditionFailure("There is no memory left to compress with.")
    }
    self.context = context
  }

  deinit { ZSTD_freeCCtx(context) }

  /// The fastest level: on our tables the next ones take twice as long for a hundredth of the size.
  private static let level: Int32 = 1

  /// Compresses bytes into one frame.
  func compress(_ bytes: [UInt8]) -> [UInt8] {
    let bound = ZSTD_compressBound(bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = ZSTD_compressCCtx(
        context, buffer.baseAddress, buffer.count, bytes, bytes.count, Self.level)
      precondition(ZSTD_isError(count) == 0, "A piece that has room enough can be compressed.")
    }
  }
}
