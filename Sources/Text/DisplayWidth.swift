extension String {
  /// How many cells of a terminal the text takes.
  ///
  /// Marks that sit on another character take none; East Asian wide characters and emoji take two.
  ///
  ///     "caf\u{65}\u{301}".displayWidth   // 4
  ///     "充電".displayWidth               // 4
  ///
  /// Source: Unicode Standard Annex 11, East Asian Width.
  public var displayWidth: Int {
    reduce(0) { $0 + $1.displayWidth }
  }
}

extension Character {
  /// The cells of the widest part; what is drawn as a picture takes two.
  fileprivate var displayWidth: Int {
    let isPicture = unicodeScalars.count > 1 && unicodeScalars.contains("\u{FE0F}")
    return isPicture ? 2 : unicodeScalars.map(\.displayWidth).max() ?? 0
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: 0
    default: isWide ? 2 : 1
    }
  }

  private var isWide: Bool {
    guard value >= 0x1100 else { return false }
    return properties.isEmojiPresentation || Self.wideBlocks.contains { $0.contains(value) }
  }

  /// The blocks of wide and fullwidth characters that are no emoji.
  private static let wideBlocks: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // Hangul initial consonants
    0x2329...0x232A,  // angle brackets
    0x2E80...0x303E,  // radicals, ideographic punctuation
    0x3041...0x3247,  // kana, Hangul compatibility, enclosed ideographs
    0x3250...0xA4CF,  // enclosed and unified ideographs, Yi
    0xA960...0xA97C,  // Hangul initial consonants, extended
    0xAC00...0xD7A3,  // Hangul syllables
    0xF900...0xFAFF,  // compatibility ideographs
    0xFE10...0xFE19, 0xFE30...0xFE6B,  // vertical and small forms
    0xFF01...0xFF60, 0xFFE0...0xFFE6,  // fullwidth forms
    0x16FE0...0x18AFF, 0x18D00...0x18DFF,  // Tangut, Khitan
    0x1AFF0...0x1B2FF,  // kana supplements, Nushu
    0x1F200...0x1F265,  // enclosed ideographs
    0x20000...0x3FFFD,  // ideographic planes
  ]
}
