import CCairo
import Figures

extension ScenePainter {
  /// Draws a line of text: as text on paper, to be found and copied; as shapes on dots, where Cairo
  /// would move each glyph to a whole dot.
  func draw(_ text: SceneText) throws(DrawingFailure) {
    let line = typesetter.line(text.text, size: text.size)
    let right = Self.direction(of: text)
    let start = -text.alignment.share * line.width
    var place = cairo_matrix_t(
      xx: right.x, yx: right.y, xy: -right.y, yy: right.x, x0: text.anchor.x, y0: text.anchor.y)
    cairo_transform(context, &place)
    setPaint(text.paint)
    for piece in line.pieces {
      cairo_set_font_face(context, try piece.font.drawn().face)
      cairo_set_font_size(context, piece.size)
      let glyphs = piece.glyphs.map { glyph in
        cairo_glyph_t(index: UInt(glyph.index), x: start + glyph.x, y: glyph.y)
      }
      if dots == nil {
        show(glyphs, of: piece)
      } else {
        cairo_glyph_path(context, glyphs, Int32(glyphs.count))
        cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
        cairo_fill(context)
      }
    }
  }

  private func show(_ glyphs: [cairo_glyph_t], of piece: SetPiece) {
    let clusters = piece.clusters.map {
      cairo_text_cluster_t(num_bytes: Int32($0.bytes), num_glyphs: Int32($0.glyphs))
    }
    piece.bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        cairo_show_text_glyphs(
          context, text.baseAddress, Int32(text.count), glyphs, Int32(glyphs.count), clusters,
          Int32(clusters.count),
          piece.isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0))
      }
    }
  }

  /// One point along the base line; found as a corner of a text, whose turns are the same anywhere.
  private static func direction(of text: SceneText) -> Point {
    SceneText(
      RichText(), size: 1, at: Point(0, 0), turn: text.turn,
      extent: TextExtent(width: 1, ascent: 0, descent: 0)
    ).corners[1]
  }
}
