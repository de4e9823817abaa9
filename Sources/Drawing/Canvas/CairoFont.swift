import CCairo

/// A font file opened for drawing.
///
/// Cairo keeps fonts that nobody uses any more for a while, and may give them up on any thread. So
/// each has a FreeType library of its own, and lives until Cairo has let go of it.
final class CairoFont {
  let face: OpaquePointer

  init(_ bytes: FixedBytes, path: String) throws(DrawingFailure) {
    guard let opened = OpenedFont(bytes) else { throw .brokenFont(path: path) }
    // Never hinted: figures have the same shapes at every size.
    let noHinting: Int32 = 1 << 1
    guard let face = cairo_ft_font_face_create_for_ft_face(opened.face, noHinting) else {
      throw .brokenFont(path: path)
    }
    self.face = face
    let status = cairo_font_face_set_user_data(
      face, Self.key, Unmanaged.passRetained(opened).toOpaque()
    ) { opened in
      if let opened { Unmanaged<OpenedFont>.fromOpaque(opened).release() }
    }
    guard status == CAIRO_STATUS_SUCCESS else { throw .brokenFont(path: path) }
  }

  deinit { cairo_font_face_destroy(face) }

  /// Known to Cairo by its address alone; never read or written.
  nonisolated(unsafe) private static let key =
    UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
}

/// A face of FreeType, with the library and the bytes that it needs.
private final class OpenedFont {
  let face: FT_Face
  private let library: FT_Library
  private let bytes: FixedBytes

  init?(_ bytes: FixedBytes) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return nil }
    var face: FT_Face?
    let start = bytes.place.baseAddress?.assumingMemoryBound(to: UInt8.self)
    guard FT_New_Memory_Face(library, start, bytes.place.count, 0, &face) == 0, let face else {
      FT_Done_FreeType(library)
      return nil
    }
    (self.library, self.face, self.bytes) = (library, face, bytes)
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
  }
}
