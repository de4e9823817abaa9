import CHarfBuzz

/// Cuts a font down to the characters that are needed.
enum FontSubset {
  /// The features of layout that stay: those that text has without asking, and the even digits of
  /// tables.
  private static let features = [
    "calt", "ccmp", "clig", "kern", "liga", "locl", "mark", "mkmk", "rlig", "tnum",
  ]

  /// The names that stay: who made it (0), what it is called (1 to 6), and its licence (13, 14), which has
  /// to go with every copy.
  private static let names: [UInt32] = [0, 1, 2, 3, 4, 5, 6, 13, 14]

  /// The font with these characters only, as a WOFF file.
  static func woff(
    of face: FontFace, for scalars: [Unicode.Scalar]
  ) throws(DrawingFailure) -> [UInt8] {
    let whole = try face.bytes
    guard let font = openType(of: whole, for: scalars), let file = WOFF.bytes(ofOpenType: font)
    else { throw .brokenFont(path: face.file.path) }
    return file
  }

  /// The font as OpenType; nil when it is broken.
  private static func openType(of font: [UInt8], for scalars: [Unicode.Scalar]) -> [UInt8]? {
    font.withUnsafeBytes { bytes in
      let blob = hb_blob_create(
        bytes.baseAddress, UInt32(bytes.count), HB_MEMORY_MODE_READONLY, nil, nil)
      defer { hb_blob_destroy(blob) }
      let face = hb_face_create(blob, 0)
      defer { hb_face_destroy(face) }
      guard let input = hb_subset_input_create_or_fail() else { return nil }
      defer { hb_subset_input_destroy(input) }
      choose(scalars, in: input)
      guard let subset = hb_subset_or_fail(face, input) else { return nil }
      defer { hb_face_destroy(subset) }
      let result = hb_face_reference_blob(subset)
      defer { hb_blob_destroy(result) }
      var size: UInt32 = 0
      guard let data = hb_blob_get_data(result, &size) else { return nil }
      return Array(UnsafeRawBufferPointer(start: data, count: Int(size)))
    }
  }

  private static func choose(_ scalars: [Unicode.Scalar], in input: OpaquePointer) {
    let characters = hb_subset_input_unicode_set(input)
    for scalar in scalars { hb_set_add(characters, scalar.value) }
    let kept = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG)
    hb_set_clear(kept)
    for feature in features {
      hb_set_add(kept, feature.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    }
    let said = hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID)
    hb_set_clear(said)
    for name in names { hb_set_add(said, name) }
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue)
  }
}
