import CCairo
import Figures

/// What of a page we write ourselves: long paths and grids of cells.
///
/// Cairo spends a microsecond on each number of a PDF and packs slowly. So it draws a tiny image in the place of
/// what is large, which the large thing takes in the end; clips, order and all else stay Cairo's.
final class PDFInserts {
  /// What takes the place of an image.
  enum Insert {
    /// Operators in points from the upper left of the page, with an opacity for all of them.
    case form([UInt8], opacity: UInt8)
    /// Dots, red, green and blue of each.
    case image([UInt8], width: Int, height: Int)
  }

  /// All of them, in the order of the numbers in their images.
  private(set) var inserts: [Insert] = []
  /// A path is drawn in a square beyond any page; a power of two, so that no digit of its size is lost.
  static let side = 16_384.0
  /// Paths of more steps than this are worth a form.
  private static let fewestSteps = 200

  /// Draws a path that ``takes(_:fill:stroke:theme:)`` says it can.
  func draw(
    _ path: Path, fill: Paint?, stroke: Stroke?, theme: PageTheme, on context: OpaquePointer
  ) throws(DrawingFailure) {
    let opacity = (fill ?? stroke?.paint)?.colour(on: theme).alpha ?? 255
    var content = PDFContent(opacity: opacity)
    if let stroke { content.set(stroke, theme) }
    if let fill { content.setFill(fill, theme) }
    content.draw(path, isFilled: fill != nil, isStroked: stroke != nil)
    let square = Rectangle(left: 0, top: 0, right: Self.side, bottom: Self.side)
    try insert(.form(content.bytes, opacity: opacity), in: square, on: context)
  }

  /// Whether a path can be drawn so: long, and with one opacity.
  static func takes(_ path: Path, fill: Paint?, stroke: Stroke?, theme: PageTheme) -> Bool {
    guard path.steps.count > fewestSteps, fill != nil || stroke != nil else { return false }
    guard let fill, let stroke else { return true }
    return fill.colour(on: theme).alpha == 255 && stroke.paint.colour(on: theme).alpha == 255
  }

  /// Draws opaque cells, each with so many dots along its sides.
  func draw(
    _ cells: SceneCells, copies: Int, on context: OpaquePointer
  ) throws(DrawingFailure) {
    let (width, height) = (cells.columns * copies, cells.rows * copies)
    var dots: [UInt8] = []
    dots.reserveCapacity(3 * width * height)
    for row in 0..<cells.rows {
      let start = dots.count
      for colour in cells.colours[row * cells.columns..<(row + 1) * cells.columns] {
        for _ in 0..<copies {
          dots.append(colour.red)
          dots.append(colour.green)
          dots.append(colour.blue)
        }
      }
      let line = Array(dots[start...])
      for _ in 1..<copies { dots += line }
    }
    try insert(.image(dots, width: width, height: height), in: cells.area, on: context)
  }

  private func insert(
    _ insert: Insert, in area: Rectangle, on context: OpaquePointer
  ) throws(DrawingFailure) {
    let image = try DotImage(width: 3, height: 1, ground: .white)
    let mark = Self.mark(UInt32(inserts.count))
    image.withDots { dots, _ in
      for place in 0..<3 { dots[place] = mark[place] }
    }
    image.paint(on: context, area: area)
    inserts.append(insert)
  }

  /// The three dots of an image that stands for an insert.
  private static func mark(_ number: UInt32) -> [UInt32] { [0x65_7674, 0x6F_6F6C, number] }

  /// The number in the dots of an image, red, green and blue for each; nil when they are no mark.
  static func number(in dots: [UInt8]) -> Int? {
    guard dots.count == 9 else { return nil }
    let colours = [0, 3, 6].map { place -> UInt32 in
      let (red, green, blue) = (dots[place], dots[place + 1], dots[place + 2])
      return UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    }
    return mark(colours[2]) == colours ? Int(colours[2]) : nil
  }
}
