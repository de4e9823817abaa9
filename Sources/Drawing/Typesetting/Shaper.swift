import CHarfBuzz
import Figures

/// Turns stretches of text into glyphs.
final class Shaper {
  private let buffer = hb_buffer_create()
  /// Never the machine's own language, which is what HarfBuzz would take.
  private let language = hb_language_from_string("en", -1)

  deinit { hb_buffer_destroy(buffer) }

  /// Shapes a stretch that begins at a place of the line.
  func shape(_ item: TextItem, at start: Double) -> SetPiece {
    fill(with: item)
    hb_shape(item.font.font, buffer, nil, 0)
    var count: UInt32 = 0
    let infos = UnsafeBufferPointer(
      start: hb_buffer_get_glyph_infos(buffer, &count), count: Int(count))
    let places = UnsafeBufferPointer(
      start: hb_buffer_get_glyph_positions(buffer, &count), count: Int(count))
    var piece = SetPiece(
      font: item.font, size: item.run.size, bytes: item.bytes,
      isRightToLeft: item.isRightToLeft, end: start)
    let unit = item.run.size / item.font.unitsPerEm
    for (info, place) in zip(infos, places) {
      let rise = item.run.rise + Double(place.y_offset) * unit
      piece.glyphs.append(
        SetGlyph(index: info.codepoint, x: piece.end + Double(place.x_offset) * unit, y: -rise))
      if let own = item.font.ink(of: info.codepoint) {
        let (low, high) = (
          rise + Double(own.lowerBound) * unit, rise + Double(own.upperBound) * unit
        )
        piece.ink = (
          Swift.max(piece.ink?.high ?? high, high), Swift.min(piece.ink?.low ?? low, low)
        )
      }
      piece.end += Double(place.x_advance) * unit
    }
    piece.clusters = Self.clusters(infos.map { Int($0.cluster) }, of: item)
    return piece
  }

  private func fill(with item: TextItem) {
    hb_buffer_reset(buffer)
    item.bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        let count = Int32(bytes.count)
        hb_buffer_add_utf8(buffer, bytes.baseAddress, count, 0, count)
      }
    }
    hb_buffer_set_direction(buffer, item.isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, item.script ?? HB_SCRIPT_COMMON)
    hb_buffer_set_language(buffer, language)
  }

  /// Which bytes belong to which glyphs, given at which byte the text of each glyph begins.
  private static func clusters(_ starts: [Int], of item: TextItem) -> [SetPiece.Cluster] {
    var clusters: [SetPiece.Cluster] = []
    let inOrder = item.isRightToLeft ? starts.reversed() : starts
    var first = 0
    while first < inOrder.count {
      let next = inOrder[first...].firstIndex { $0 != inOrder[first] } ?? inOrder.count
      // The first glyphs also stand for bytes that left none before them.
      let from = first == 0 ? 0 : inOrder[first]
      let end = next < inOrder.count ? inOrder[next] : item.bytes.count
      clusters.append(SetPiece.Cluster(bytes: end - from, glyphs: next - first))
      first = next
    }
    return clusters
  }
}
