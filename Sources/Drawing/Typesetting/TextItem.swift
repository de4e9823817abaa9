import CHarfBuzz
import Figures

/// A stretch of a line that is shaped as one: of one font, size, script and direction.
struct TextItem {
  let font: ShapingFont
  let run: GlyphRun
  let level: Int8
  var script: hb_script_t?
  /// Its text.
  var bytes: [UInt8]

  var isRightToLeft: Bool { level % 2 != 0 }

  /// Cuts a text into items, which are returned from left to right.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - size: the size of its type, in points.
  ///   - font: the font that a sign of a run is set in.
  /// - Returns: the items; together they are the whole text.
  static func items(
    of text: RichText, size: Double, font: (Character, GlyphRun) -> ShapingFont
  ) -> [TextItem] {
    let runs = text.glyphRuns(size: size)
    let levels = BidiLevels.levels(of: runs.flatMap { $0.text.unicodeScalars.map(\.value) })
    var items: [TextItem] = []
    var place = 0
    for run in runs {
      var isFirst = true
      for sign in run.text {
        let item = TextItem(
          font: font(sign, run), run: run, level: levels[place], script: script(of: sign),
          bytes: Array(String(sign).utf8))
        if isFirst || !items[items.count - 1].absorbs(item) { items.append(item) }
        isFirst = false
        place += sign.unicodeScalars.count
      }
    }
    return BidiLevels.visualOrder(items.map(\.level)).map { items[$0] }
  }

  /// Takes the next sign of the same run in, if it can be shaped together.
  private mutating func absorbs(_ next: TextItem) -> Bool {
    guard next.font === font, next.level == level else { return false }
    if let script, let other = next.script, script != other { return false }
    script = script ?? next.script
    bytes += next.bytes
    return true
  }

  /// The script of a sign; nil for digits, blanks and what else all scripts share.
  private static func script(of sign: Character) -> hb_script_t? {
    for scalar in sign.unicodeScalars {
      let script = hb_unicode_script(hb_unicode_funcs_get_default(), scalar.value)
      let shared = [HB_SCRIPT_COMMON, HB_SCRIPT_INHERITED, HB_SCRIPT_UNKNOWN]
      if !shared.contains(script) { return script }
    }
    return nil
  }
}
