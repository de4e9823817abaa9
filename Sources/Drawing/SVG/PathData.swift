import Figures

/// Writes the `d` attribute of a path: each part begins at an absolute place, the rest is relative
/// and exact, so that rounding never adds up.
struct PathData {
  private var bytes: [UInt8] = []
  private var here = FinePlace(x: Hundredths(count: 0), y: Hundredths(count: 0))
  private var start = FinePlace(x: Hundredths(count: 0), y: Hundredths(count: 0))
  private var command: UInt8 = 0
  private var endsInFraction = false
  private var pen = Pen.lifted

  private enum Pen { case lifted, put, pressed, drawing }

  /// The text so far; empty when there is nothing to draw.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  init() {}

  init(_ path: Path) { append(path) }

  /// Draws a path after what is there; a place that is no number lifts the pen.
  mutating func append(_ path: Path) {
    pen = .lifted
    for step in path.steps { append(step) }
    endPart()
    command = 0
  }

  /// A dot: a line without length, which round ends make a disc.
  mutating func appendDot(at point: Point) {
    append(Path([.move(point), .line(point)]))
  }

  private mutating func append(_ step: Path.Step) {
    switch step {
    case .move(let point):
      endPart()
      move(to: point)
    case .line(let point):
      guard pen != .lifted, let place = FinePlace(point) else { return move(to: point) }
      line(to: place)
    case .curve(let first, let second, let end):
      guard pen != .lifted, let first = FinePlace(first), let second = FinePlace(second),
        let place = FinePlace(end)
      else { return move(to: end) }
      curve(by: first, second, to: place)
    case .close:
      guard pen != .lifted else { return }
      begin("z")
      // Not every reader goes on by itself where the part began.
      (here, pen) = (start, .put)
    }
  }

  private mutating func move(to point: Point) {
    guard let place = FinePlace(point) else {
      pen = .lifted
      return
    }
    (here, start, pen) = (place, place, .put)
  }

  private mutating func line(to place: FinePlace) {
    let (x, y) = (place.x - here.x, place.y - here.y)
    if x.count == 0 && y.count == 0 {
      if pen == .put { pen = .pressed }
      return
    }
    if y.count == 0 {
      begin("h")
      write(x)
    } else if x.count == 0 {
      begin("v")
      write(y)
    } else {
      begin("l")
      write(x)
      write(y)
    }
    here = place
  }

  private mutating func curve(by first: FinePlace, _ second: FinePlace, to end: FinePlace) {
    begin("c")
    for place in [first, second, end] {
      write(place.x - here.x)
      write(place.y - here.y)
    }
    here = end
  }

  /// A line that got nowhere is a dot.
  private mutating func endPart() {
    guard pen == .pressed else { return }
    begin("h")
    write(Hundredths(count: 0))
  }

  /// Names a command, unless the numbers go on for the one before; the pen comes down first.
  private mutating func begin(_ letter: Unicode.Scalar) {
    if pen == .put || pen == .pressed {
      pen = .drawing
      command = UInt8(ascii: "M")
      bytes.append(command)
      endsInFraction = false
      write(start.x)
      write(start.y)
    }
    let letter = UInt8(ascii: letter)
    guard letter != command || letter == UInt8(ascii: "z") else { return }
    command = letter
    bytes.append(letter)
    endsInFraction = false
  }

  /// A blank stands only where two numbers would run together.
  private mutating func write(_ number: Hundredths) {
    let digits = number.digits
    let isApart =
      digits[0] == UInt8(ascii: "-") || (digits[0] == UInt8(ascii: ".") && endsInFraction)
    if let last = bytes.last, !isApart, last < UInt8(ascii: "A") { bytes.append(0x20) }
    bytes += digits
    endsInFraction = digits.contains(UInt8(ascii: "."))
  }
}

extension FinePlace {
  init?(_ point: Point) {
    guard let x = Hundredths(point.x), let y = Hundredths(point.y) else { return nil }
    self.init(x: x, y: y)
  }
}
