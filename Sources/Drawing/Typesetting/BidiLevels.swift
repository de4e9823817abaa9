import CFriBidi

/// Which way each character of a line is read: an even level to the right, an odd one to the left.
enum BidiLevels {
  /// The levels by Unicode's bidirectional algorithm; the line runs the way its first letter does.
  static func levels(of scalars: [UInt32]) -> [Int8] {
    // Below are Latin, Greek and Cyrillic letters and the like, of which none is read leftward.
    let firstLeftward: UInt32 = 0x0590
    guard let most = scalars.max(), most >= firstLeftward else {
      return [Int8](repeating: 0, count: scalars.count)
    }
    let count = FriBidiStrIndex(scalars.count)
    var types = [FriBidiCharType](repeating: FRIBIDI_TYPE_LTR, count: scalars.count)
    var brackets = [FriBidiBracketType](repeating: 0, count: scalars.count)
    var levels = [FriBidiLevel](repeating: 0, count: scalars.count)
    var direction = FRIBIDI_PAR_ON  // as the first letter says
    fribidi_get_bidi_types(scalars, count, &types)
    fribidi_get_bracket_types(scalars, count, types, &brackets)
    let highest = fribidi_get_par_embedding_levels_ex(types, brackets, count, &direction, &levels)
    return highest == 0 ? [Int8](repeating: 0, count: scalars.count) : levels
  }

  /// The order in which stretches of text stand from left to right, given their levels.
  ///
  ///     BidiLevels.visualOrder([0, 1, 1, 0])   // [0, 2, 1, 3]
  static func visualOrder(_ levels: [Int8]) -> [Int] {
    var order = Array(levels.indices)
    guard let highest = levels.max(), highest > 0 else { return order }
    for level in stride(from: highest, to: 0, by: -1) {
      var start = 0
      while start < order.count {
        var end = start
        while end < order.count, levels[order[end]] >= level { end += 1 }
        order[start..<end].reverse()
        start = end + 1
      }
    }
    return order
  }
}
