import CGIF

/// Writes a GIF file into memory.
final class GIFEncoder {
  private var file: UnsafeMutablePointer<GifFileType>?
  private let sink = Sink()
  private let transparent: UInt8?

  /// Where the library puts what it writes.
  private final class Sink {
    var bytes: [UInt8] = []
  }

  /// Begins a file; it plays so many times, or for ever when that is 0.
  init(width: Int, height: Int, palette: GIFPalette, plays: UInt16) throws(GIFFailure) {
    transparent = palette.transparent
    var code: Int32 = 0
    file = EGifOpen(
      Unmanaged.passUnretained(sink).toOpaque(),
      { file, bytes, count in
        guard let place = file?.pointee.UserData else { return 0 }
        let sink = Unmanaged<Sink>.fromOpaque(place).takeUnretainedValue()
        sink.bytes += UnsafeBufferPointer(start: bytes, count: Int(count))
        return count
      }, &code)
    guard let file else { throw .encoder(code: code) }
    let colours = palette.table.map {
      GifColorType(
        Red: UInt8(truncatingIfNeeded: $0 >> 16), Green: UInt8(truncatingIfNeeded: $0 >> 8),
        Blue: UInt8(truncatingIfNeeded: $0))
    }
    let map = GifMakeMapObject(Int32(colours.count), colours)
    defer { GifFreeMapObject(map) }
    EGifSetGifVersion(file, true)
    let depth = Int32(colours.count.trailingZeroBitCount)
    try check(EGifPutScreenDesc(file, Int32(width), Int32(height), depth, 0, map))
    if plays != 1 { try repeatWhole(plays == 0 ? 0 : plays - 1) }
  }

  deinit {
    if let file { EGifCloseFile(file, nil) }
  }

  /// Adds a frame: what it changes of the one before.
  func append(_ patch: GIFPatch, delay: UInt16) throws(GIFFailure) {
    var control = GraphicsControlBlock(
      DisposalMode: DISPOSE_DO_NOT, UserInputFlag: false, DelayTime: Int32(delay),
      TransparentColor: patch.hasHoles ? transparent.map(Int32.init) ?? -1 : -1)
    var extent = [UInt8](repeating: 0, count: 4)
    EGifGCBToExtension(&control, &extent)
    try check(EGifPutExtension(file, GRAPHICS_EXT_FUNC_CODE, 4, extent))
    try check(
      EGifPutImageDesc(
        file, Int32(patch.left), Int32(patch.top), Int32(patch.width), Int32(patch.height), false,
        nil))
    var dots = patch.dots
    let code = dots.withUnsafeMutableBufferPointer { dots in
      EGifPutLine(file, dots.baseAddress, Int32(dots.count))
    }
    try check(code)
  }

  /// Ends the file and returns it.
  func finish() throws(GIFFailure) -> [UInt8] {
    var code: Int32 = 0
    let isClosed = EGifCloseFile(file, &code)
    file = nil
    guard isClosed != 0 else { throw .encoder(code: code) }
    return sink.bytes
  }

  /// The extension that browsers know from Netscape 2.0: how often to begin again, 0 for ever.
  private func repeatWhole(_ times: UInt16) throws(GIFFailure) {
    let name = Array("NETSCAPE2.0".utf8)
    let count = [1, UInt8(times & 255), UInt8(times >> 8)]
    try check(EGifPutExtensionLeader(file, APPLICATION_EXT_FUNC_CODE))
    try check(EGifPutExtensionBlock(file, Int32(name.count), name))
    try check(EGifPutExtensionBlock(file, Int32(count.count), count))
    try check(EGifPutExtensionTrailer(file))
  }

  private func check(_ answer: Int32) throws(GIFFailure) {
    guard answer == GIF_OK else { throw .encoder(code: file?.pointee.Error ?? 0) }
  }
}
