import CHarfBuzz

/// What a font file says of itself, by its own tables.
struct FontTables {
  let familyName: String
  let isBold: Bool
  let isItalic: Bool
  private let face: HarfBuzzFace

  /// Opens a font file without reading more of it than is asked for; nil when it is none.
  init?(path: String) {
    guard let blob = hb_blob_create_from_file_or_fail(path) else { return nil }
    face = HarfBuzzFace(taking: blob)
    guard face.hasGlyphs else { return nil }
    familyName = face.familyName
    let style = face.number(at: 62, ofTable: "OS/2")
    let macStyle = face.number(at: 44, ofTable: "head") ?? 0
    isBold = style.map { $0 & 1 << 5 != 0 } ?? (macStyle & 1 != 0)
    isItalic = style.map { $0 & 1 != 0 || $0 & 1 << 9 != 0 } ?? (macStyle & 2 != 0)
  }

  /// The characters the font has glyphs for, in rising ranges.
  var coverage: [ClosedRange<UInt32>] { face.coverage }
}

/// A font as HarfBuzz sees it, before it has a size.
private final class HarfBuzzFace {
  private let face: OpaquePointer

  init(taking blob: OpaquePointer) {
    face = hb_face_create(blob, 0)
    hb_blob_destroy(blob)
  }

  deinit { hb_face_destroy(face) }

  var hasGlyphs: Bool {
    hb_face_get_glyph_count(face) > 0 && number(at: 18, ofTable: "head") != nil
  }

  /// The name under which up to four styles belong together.
  var familyName: String {
    var count: UInt32 = 200
    let bytes = [CChar](unsafeUninitializedCapacity: 200) { buffer, filled in
      hb_ot_name_get_utf8(face, 1, nil, &count, buffer.baseAddress)
      filled = Int(count)
    }
    return String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The 16-bit number at an offset in a table; nil when the table is missing or too short.
  func number(at offset: Int, ofTable name: String) -> UInt16? {
    let tag = name.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    let table = hb_face_reference_table(face, tag)
    defer { hb_blob_destroy(table) }
    var size: UInt32 = 0
    guard let data = hb_blob_get_data(table, &size), size >= offset + 2 else { return nil }
    let (high, low) = (UInt8(bitPattern: data[offset]), UInt8(bitPattern: data[offset + 1]))
    return UInt16(high) << 8 | UInt16(low)
  }

  var coverage: [ClosedRange<UInt32>] {
    guard let set = hb_set_create() else { return [] }
    defer { hb_set_destroy(set) }
    hb_face_collect_unicodes(face, set)
    var ranges: [ClosedRange<UInt32>] = []
    var (first, last) = (UInt32.max, UInt32.max)  // HB_SET_VALUE_INVALID: before the first
    while hb_set_next_range(set, &first, &last) != 0 { ranges.append(first...last) }
    return ranges
  }
}
