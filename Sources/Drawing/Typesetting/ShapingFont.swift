import CHarfBuzz

/// A font file opened for shaping.
final class ShapingFont {
  let face: FontFace
  let font: OpaquePointer
  /// How many units of the font's own grid the size of its type has.
  let unitsPerEm: Double
  private let bytes: FixedBytes
  private var cairo: CairoFont?
  private var inks: [UInt32: ClosedRange<Int32>?] = [:]

  init(_ face: FontFace) throws(DrawingFailure) {
    self.face = face
    bytes = try face.file.bytes()
    let start = bytes.place.baseAddress?.assumingMemoryBound(to: CChar.self)
    let blob = hb_blob_create(
      start, UInt32(bytes.place.count), HB_MEMORY_MODE_READONLY, nil, nil)
    let opened = hb_face_create(blob, 0)
    unitsPerEm = Double(hb_face_get_upem(opened))
    font = hb_font_create(opened)  // in units of the font's grid, not hinted
    let glyphs = hb_face_get_glyph_count(opened)
    hb_face_destroy(opened)
    hb_blob_destroy(blob)
    guard glyphs > 0 else {
      hb_font_destroy(font)
      throw .brokenFont(path: face.file.path)
    }
  }

  deinit { hb_font_destroy(font) }

  /// The same font, opened for drawing when it is first drawn.
  func drawn() throws(DrawingFailure) -> CairoFont {
    if let cairo { return cairo }
    let opened = try CairoFont(bytes, path: face.file.path)
    cairo = opened
    return opened
  }

  /// From the lowest to the highest ink of a glyph, upward from the base line; nil for a blank.
  func ink(of glyph: UInt32) -> ClosedRange<Int32>? {
    if let known = inks[glyph] { return known }
    var extents = hb_glyph_extents_t()
    let isKnown = hb_font_get_glyph_extents(font, glyph, &extents) != 0
    let ends = [extents.y_bearing, extents.y_bearing + extents.height].sorted()
    let ink = isKnown && extents.height != 0 && extents.width != 0 ? ends[0]...ends[1] : nil
    inks[glyph] = .some(ink)
    return ink
  }
}
