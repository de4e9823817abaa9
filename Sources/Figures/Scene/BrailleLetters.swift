import Text

/// The texts of a preview: each is set where it covers no other, or not at all.
struct BrailleLetters {
  /// Which texts come first, as they find the most room.
  static let order: [Set<SceneItem.Role>] = [
    [.panelLetter], [.panelTitle], [.axisLabel], [.tickLabel], [.legendText], [.label], [.value],
    [.ornament, .reference, .mark],
  ]

  /// A text in one colour, by what stands in each cell.
  struct Line {
    /// The characters; nothing stands in the cell behind a wide one.
    fileprivate(set) var cells: [Character?] = []
    let colour: Colour?

    init(_ text: String, colour: Colour?) {
      self.colour = colour
      for character in text {
        // Marks that turn or hide what follows have no place on a terminal.
        let visible = character.unicodeScalars.filter { $0.properties.generalCategory != .format }
        guard let shown = String(String.UnicodeScalarView(visible)).first else { continue }
        let width = String(shown).displayWidth
        guard width > 0 else { continue }
        cells.append(shown)
        if width == 2 { cells.append(nil) }
      }
    }

    var width: Int { cells.count }
    var isEmpty: Bool { cells.isEmpty }

    /// The text cut to so many cells, with an ellipsis where something is missing.
    func cut(to width: Int) -> Line {
      guard cells.count > width, width > 1 else { return self }
      var line = self
      line.cells = Array(cells.prefix(width - 1))
      if line.cells.last.flatMap({ $0 }).map({ String($0).displayWidth }) == 2 {
        line.cells[width - 2] = " "
      }
      line.cells.append("…")
      return line
    }
  }

  /// How far a text may be moved to find room.
  enum Reach {
    /// One character to any side.
    case near
    /// A few characters along the line, two lines up or down.
    case far

    /// Lines down and characters to the right, the nearest first.
    fileprivate var moves: [(row: Int, column: Int)] {
      switch self {
      case .near: [(0, 0), (1, 0), (0, 1), (0, -1), (-1, 0)]
      case .far:
        [
          (0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (0, 2), (0, -2), (1, 2), (1, -2), (2, 0),
          (-2, 0),
        ]
      }
    }
  }

  let columns: Int
  let rows: Int
  private var lines: [(row: Int, column: Int, line: Line)] = []

  init(columns: Int, rows: Int) { (self.columns, self.rows) = (columns, rows) }

  /// Sets a text at the nearest free place within reach; failing that, upon dots if it may, else not at all.
  mutating func set(
    _ line: Line, row: Int, column: Int, avoiding canvas: BrailleCanvas, reach: Reach,
    mayCover: Bool
  ) {
    // What reaches beyond the right edge gives way a little, and then loses its end.
    let line = line.cut(to: Swift.max(5, columns - Swift.max(0, column - 4)))
    let last = columns - line.width
    for coversDots in mayCover ? [false, true] : [false] {
      for move in reach.moves {
        let start = Swift.min(last, Swift.max(0, column + move.column))
        guard isFree(line, row + move.row, start, coversDots ? nil : canvas) else { continue }
        lines.append((row + move.row, start, line))
        return
      }
    }
  }

  /// Sets a text at the first free place of a line, cut short where it would be too long.
  mutating func set(
    _ line: Line, row: Int, column: Int, upTo end: Int, avoiding canvas: BrailleCanvas
  ) {
    let first = Swift.max(0, column)
    for row in [row, row - 1] {
      for start in stride(from: first, to: Swift.max(first, end - 4), by: 1) {
        let line = line.cut(to: columns - start)
        let short = line.width > end - start ? line.cut(to: Swift.max(5, end - start)) : line
        // Beyond the panel there may be room as well.
        for candidate in [line, short] where isFree(candidate, row, start, canvas) {
          lines.append((row, start, candidate))
          return
        }
      }
    }
  }

  /// Whether there is room, with a blank to the next text on both sides.
  private func isFree(
    _ line: Line, _ row: Int, _ column: Int, _ canvas: BrailleCanvas?
  ) -> Bool {
    guard row >= 0, row < rows, column >= 0, column + line.width <= columns else { return false }
    let isClear = lines.allSatisfy { other in
      other.row != row || other.column + other.line.width < column
        || column + line.width < other.column
    }
    guard isClear, let canvas else { return isClear }
    let start = row * columns + column
    return canvas.patterns[start..<start + line.width].allSatisfy { $0 == 0 }
  }

  /// Dots and letters as lines of text, without blanks at their ends.
  func text(over canvas: BrailleCanvas, colours: TerminalColours) -> String {
    var characters = canvas.patterns.map { pattern -> Character? in
      pattern == 0
        ? " " : Unicode.Scalar(0x2800 + UInt32(pattern)).map(Character.init) ?? " "
    }
    var paints = canvas.colours
    for (row, column, line) in lines {
      for (offset, character) in line.cells.enumerated() {
        characters[row * columns + column + offset] = character
        paints[row * columns + column + offset] = line.colour
      }
    }
    var texts = (0..<rows).map { row in
      let cells = row * columns..<(row + 1) * columns
      return Self.text(characters[cells], colours == .ansi ? paints[cells] : [])
    }
    while texts.first?.isEmpty == true { texts.removeFirst() }
    while texts.last?.isEmpty == true { texts.removeLast() }
    return texts.map { $0 + "\n" }.joined()
  }

  private static func text(
    _ characters: ArraySlice<Character?>, _ paints: ArraySlice<Colour?>
  ) -> String {
    let last = characters.lastIndex { $0 != " " } ?? characters.startIndex - 1
    var (text, number) = ("", UInt8?.none)
    for index in characters.startIndex..<last + 1 {
      guard let character = characters[index] else { continue }
      let wanted = paints.isEmpty || character == " " ? nil : paints[index]?.terminalNumber
      if wanted != number {
        text += wanted.map { "\u{1B}[38;5;\($0)m" } ?? "\u{1B}[39m"
        number = wanted
      }
      text.append(character)
    }
    return number == nil ? text : text + "\u{1B}[39m"
  }
}

extension Colour {
  /// The nearest of the 240 colours that terminals agree on: a cube of six steps, and 24 greys.
  fileprivate var terminalNumber: UInt8 {
    let shares = [Int(red), Int(green), Int(blue)]
    let steps = [0, 95, 135, 175, 215, 255]
    let cube = shares.map { share in
      steps.indices.min { (steps[$0] - share).magnitude < (steps[$1] - share).magnitude } ?? 0
    }
    let grey = Swift.min(23, Swift.max(0, (shares.reduce(0, +) / 3 - 3) / 10))
    func distance(_ colour: [Int]) -> Int {
      zip(colour, shares).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    let isGrey =
      distance([Int](repeating: 8 + 10 * grey, count: 3)) < distance(cube.map { steps[$0] })
    return UInt8(isGrey ? 232 + grey : 16 + 36 * cube[0] + 6 * cube[1] + cube[2])
  }
}
