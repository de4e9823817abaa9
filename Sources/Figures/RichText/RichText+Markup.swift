/// What is wrong with a markup; columns count characters (Unicode scalars) from 1.
public enum MarkupFailure: Error, Equatable, Sendable {
  /// A `^{` or `_{` has no closing brace.
  case openScript(column: Int)
  /// A `*` has no second one in the same script.
  case openItalic(column: Int)
  /// A brace closes nothing, or opens without `^` or `_` in front.
  case strayBrace(column: Int)
  /// A script stands in a script in a script, where nobody could read it.
  case tooDeep(column: Int)
}

extension RichText {
  /// Reads `^{raised}`, `_{lowered}` and `*slanted*`; a backslash takes the next mark as it is.
  ///
  ///     try RichText(markup: "*E*_{grid} (kW h^{-1})")
  ///     try RichText(markup: "5 \\* 3")   // "5 * 3"
  ///
  /// A `^` or `_` without a brace behind it is plain text.
  public init(markup: String) throws(MarkupFailure) {
    var reader = MarkupReader(markup)
    self.init(runs: try reader.runs())
  }

  /// The markup that reads back as this text; what is bold loses that.
  public var markup: String {
    var text = ""
    for run in runs {
      let inner = run.text.unicodeScalars.reduce(into: "") { text, scalar in
        if MarkupReader.marks.contains(scalar) { text += "\\" }
        text.unicodeScalars.append(scalar)
      }
      text += run.scripts.map { $0 == .superscript ? "^{" : "_{" }.joined()
      text += run.isItalic ? "*\(inner)*" : inner
      text += String(repeating: "}", count: run.scripts.count)
    }
    return text
  }
}

/// Reads markup from the first character to the last.
private struct MarkupReader {
  static let marks: [Unicode.Scalar] = ["^", "_", "*", "{", "}", "\\"]
  static let mostLevels = 2

  /// A script that has been opened, and what was slanted outside it.
  struct Level {
    let script: RichText.Script
    let column: Int
    let italicOutside: Int?
  }

  let scalars: [Unicode.Scalar]
  var place = 0
  var levels: [Level] = []
  var italic: Int?
  var run = String.UnicodeScalarView()
  var done: [RichText.Run] = []

  init(_ markup: String) { scalars = Array(markup.unicodeScalars) }

  var column: Int { place + 1 }
  var next: Unicode.Scalar? { place + 1 < scalars.count ? scalars[place + 1] : nil }

  mutating func runs() throws(MarkupFailure) -> [RichText.Run] {
    while place < scalars.count {
      try read(scalars[place])
      place += 1
    }
    if let italic { throw .openItalic(column: italic) }
    if let level = levels.last { throw .openScript(column: level.column) }
    endRun()
    return done
  }

  private mutating func read(_ scalar: Unicode.Scalar) throws(MarkupFailure) {
    switch scalar {
    case "\\":
      if let next, Self.marks.contains(next) { place += 1 }
      run.append(scalars[place])
    case "^" where next == "{": try open(.superscript)
    case "_" where next == "{": try open(.subscript)
    case "}": try close()
    case "{": throw .strayBrace(column: column)
    case "*":
      endRun()
      italic = italic == nil ? column : nil
    default: run.append(scalar)
    }
  }

  private mutating func open(_ script: RichText.Script) throws(MarkupFailure) {
    guard levels.count < Self.mostLevels else { throw .tooDeep(column: column) }
    endRun()
    levels.append(Level(script: script, column: column, italicOutside: italic))
    italic = nil
    place += 1
  }

  private mutating func close() throws(MarkupFailure) {
    guard let level = levels.last else { throw .strayBrace(column: column) }
    if let italic { throw .openItalic(column: italic) }
    endRun()
    levels.removeLast()
    italic = level.italicOutside
  }

  private mutating func endRun() {
    let isItalic = italic != nil || levels.contains { $0.italicOutside != nil }
    done.append(
      RichText.Run(String(run), scripts: levels.map(\.script), isItalic: isItalic))
    run = String.UnicodeScalarView()
  }
}
