/// A grid of dots for a terminal: each character holds two by four, in Unicode's braille patterns.
///
/// Dots are as wide as they are high where characters are twice as high as wide.
struct BrailleCanvas {
  let columns: Int
  let rows: Int
  /// For each character, which of its eight dots are set.
  private(set) var patterns: [UInt8]
  /// For each character, the colour of what was drawn there last.
  private(set) var colours: [Colour?]

  init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    patterns = [UInt8](repeating: 0, count: columns * rows)
    colours = [Colour?](repeating: nil, count: columns * rows)
  }

  /// What is drawn with: the dots that may be touched and the colour that they get.
  struct Pen {
    var colour: Colour?
    var clip: DotRange
  }

  /// Dots from the left and upper ones up to, and with, the right and lower ones.
  struct DotRange: Equatable {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int

    func contains(_ x: Int, _ y: Int) -> Bool {
      left <= x && x <= right && top <= y && y <= bottom
    }
  }

  /// All dots.
  var all: DotRange { DotRange(left: 0, top: 0, right: 2 * columns - 1, bottom: 4 * rows - 1) }

  /// The bit of each dot of a character, column by column.
  private static let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  mutating func set(_ x: Int, _ y: Int, _ pen: Pen) {
    guard pen.clip.contains(x, y), all.contains(x, y) else { return }
    let cell = y / 4 * columns + x / 2
    patterns[cell] |= Self.bits[x % 2][y % 4]
    if let colour = pen.colour { colours[cell] = colour }
  }

  mutating func clear(_ x: Int, _ y: Int) {
    guard all.contains(x, y) else { return }
    patterns[y / 4 * columns + x / 2] &= ~Self.bits[x % 2][y % 4]
  }

  /// Draws through places given in dots; the dashes go on around corners.
  mutating func draw(_ chain: [Point], dashes: [Double], _ pen: Pen) {
    var way = DashedWay(dashes: dashes)
    for (start, end) in zip(chain, chain.dropFirst()) {
      let length = start.distance(to: end)
      guard let (first, last) = Self.visible(start, end, in: pen.clip) else {
        way.advance(by: length)
        continue
      }
      let steps = Swift.max(
        1, Int(length * (last - first) * 1.5) + 1)
      way.advance(by: length * first)
      for step in 0...steps {
        let share = first + (last - first) * Double(step) / Double(steps)
        let place = Point(
          start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
        if way.isDrawn { set(Int(place.x.rounded(.down)), Int(place.y.rounded(.down)), pen) }
        if step < steps { way.advance(by: length * (last - first) / Double(steps)) }
      }
      way.advance(by: length * (1 - last))
    }
    if chain.count == 1 {
      set(Int(chain[0].x.rounded(.down)), Int(chain[0].y.rounded(.down)), pen)
    }
  }

  /// Which shares of a line can be seen, by Liang and Barsky's clipping (doi:10.1145/357332.357333).
  private static func visible(
    _ start: Point, _ end: Point, in clip: DotRange
  ) -> (Double, Double)? {
    var (first, last) = (0.0, 1.0)
    let sides = [
      (end.x - start.x, Double(clip.left) - start.x, Double(clip.right + 1) - start.x),
      (end.y - start.y, Double(clip.top) - start.y, Double(clip.bottom + 1) - start.y),
    ]
    for (way, low, high) in sides {
      if way == 0 {
        guard low <= 0, high >= 0 else { return nil }
      } else {
        first = Swift.max(first, Swift.min(low / way, high / way))
        last = Swift.min(last, Swift.max(low / way, high / way))
      }
    }
    return first <= last ? (first, last) : nil
  }

  /// Fills closed chains by the even-odd rule, where the pattern has a dot.
  mutating func fill(_ chains: [[Point]], _ pattern: FillPattern, _ pen: Pen) {
    guard let box = Rectangle(around: chains.joined()) else { return }
    let top = Swift.max(pen.clip.top, Int(Swift.max(-1, box.top)))
    let bottom = Swift.min(pen.clip.bottom, Int(Swift.min(1e6, Swift.max(-1, box.bottom))))
    guard top <= bottom else { return }
    for y in top...bottom {
      let crossings = Self.crossings(of: chains, at: Double(y) + 0.5)
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let left = Swift.max(Double(pen.clip.left), (crossings[pair] - 0.5).rounded(.up))
        let right = Swift.min(Double(pen.clip.right), (crossings[pair + 1] - 0.5).rounded(.down))
        guard left <= right else { continue }
        for x in Int(left)...Int(right) {
          switch pattern.answer(x, y) {
          case .set: set(x, y, pen)
          case .clear: clear(x, y)
          case .leave: break
          }
        }
      }
    }
  }

  private static func crossings(of chains: [[Point]], at y: Double) -> [Double] {
    var crossings: [Double] = []
    for chain in chains {
      for (start, end) in zip(chain, chain.dropFirst() + chain.prefix(1)) {
        guard (start.y <= y) != (end.y <= y) else { continue }
        crossings.append(start.x + (y - start.y) / (end.y - start.y) * (end.x - start.x))
      }
    }
    return crossings.sorted()
  }
}

/// Which dots of a filled area are set.
enum FillPattern {
  /// None, and those that are there go: paper.
  case none
  /// One in eight: what others shine through.
  case faint
  /// Every other.
  case even
  /// As many as the share says, spread evenly.
  case share(Double)

  enum Answer { case set, clear, leave }

  func answer(_ x: Int, _ y: Int) -> Answer {
    switch self {
    case .none: .clear
    case .faint: x.isMultiple(of: 2) && y % 4 == (x % 4 == 0 ? 1 : 3) ? .set : .leave
    case .even: (x + y).isMultiple(of: 2) ? .set : .leave
    case .share(let share):
      Double(Self.order[y % 4 * 2 + x % 2]) + 0.5 < 8 * share ? .set : .clear
    }
  }

  /// In which order the eight dots of a character are set, row by row.
  private static let order = [0, 5, 6, 3, 4, 1, 2, 7]
}

/// A way along which strokes and gaps take turns.
private struct DashedWay {
  let dashes: [Double]
  var index = 0
  var left: Double

  init(dashes: [Double]) {
    self.dashes = dashes
    left = dashes.first ?? 0
  }

  var isDrawn: Bool { index.isMultiple(of: 2) }

  mutating func advance(by length: Double) {
    guard !dashes.isEmpty, length.isFinite else { return }
    let whole = dashes.reduce(0, +) * (dashes.count.isMultiple(of: 2) ? 1 : 2)
    var rest = length.truncatingRemainder(dividingBy: whole)
    while rest >= left {
      rest -= left
      index += 1
      left = dashes[index % dashes.count]
    }
    left -= rest
  }
}
