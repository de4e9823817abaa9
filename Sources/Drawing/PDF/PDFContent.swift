import Figures
import Text

/// Writes the operators of a PDF's content.
struct PDFContent {
  private(set) var bytes: [UInt8] = []

  /// Begins with an opacity, which the resources name `a`.
  init(opacity: UInt8) {
    if opacity < 255 { bytes += "/a gs\n".utf8 }
  }

  mutating func set(_ stroke: Stroke, _ theme: PageTheme) {
    add(stroke.paint.colour(on: theme), "RG")
    let isRound = stroke.cap == .round
    let dashes = stroke.dashes.map { $0.text(decimals: 4) }.joined(separator: " ")
    bytes += (stroke.width.text(decimals: 4) + " w").utf8
    bytes += (isRound ? " 1 J 1 j [" : " 0 J 0 j [").utf8
    bytes += (dashes + "] 0 d\n").utf8
  }

  mutating func setFill(_ paint: Paint, _ theme: PageTheme) {
    add(paint.colour(on: theme), "rg")
  }

  private mutating func add(_ colour: Colour, _ name: String) {
    for share in [colour.red, colour.green, colour.blue] {
      bytes += ((Double(share) / 255).text(decimals: 6) + " ").utf8
    }
    bytes += (name + "\n").utf8
  }

  mutating func draw(_ path: Path, isFilled: Bool, isStroked: Bool) {
    bytes.reserveCapacity(16 * path.steps.count)
    for step in path.steps {
      switch step {
      case .move(let point): add([point], "m")
      case .line(let point): add([point], "l")
      case .curve(let first, let second, let end): add([first, second, end], "c")
      case .close: bytes += "h\n".utf8
      }
    }
    bytes += (isFilled ? isStroked ? "B*" : "f*" : "S").utf8
  }

  private mutating func add(_ points: [Point], _ name: Unicode.Scalar) {
    for point in points {
      add(point.x)
      add(point.y)
    }
    bytes.append(UInt8(ascii: name))
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A place in hundredths of a point, and a blank; what is far off any page is drawn nearer.
  private mutating func add(_ place: Double) {
    let near = Swift.max(-100_000, Swift.min(100_000, place))
    (Hundredths(near) ?? Hundredths(count: 0)).append(to: &bytes)
    bytes.append(UInt8(ascii: " "))
  }
}
