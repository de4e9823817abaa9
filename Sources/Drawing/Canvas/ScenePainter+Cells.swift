import CCairo
import Figures

extension ScenePainter {
  /// Draws cells as an image whose dots are the cells.
  ///
  /// On paper each cell is several dots wide, as some viewers smooth images whatever the file says.
  func draw(_ cells: SceneCells) throws(DrawingFailure) {
    guard cells.rows > 0, cells.area.width > 0, cells.area.height > 0 else { return }
    let copies = dots == nil ? Self.copies(of: cells) : 1
    let isOpaque = cells.colours.allSatisfy { $0.alpha == 255 }
    if let inserts, isOpaque { return try inserts.draw(cells, copies: copies, on: context) }
    let image = try DotImage(
      width: cells.columns * copies, height: cells.rows * copies, ground: isOpaque ? .white : nil)
    let colours = cells.colours.map(Self.multiplied)
    image.withDots { dots, stride in
      for row in 0..<image.height {
        for column in 0..<image.width {
          dots[row * stride + column] = colours[row / copies * cells.columns + column / copies]
        }
      }
    }
    image.paint(on: context, area: cells.area)
  }

  /// At least 4 dots for each cell, as long as the image stays small.
  private static func copies(of cells: SceneCells) -> Int {
    let most = 1 << 20
    return [4, 3, 2].first { cells.colours.count * $0 * $0 <= most } ?? 1
  }

  /// A colour as images store it, multiplied by its opacity.
  static func multiplied(_ colour: Colour) -> UInt32 {
    func share(_ value: UInt8) -> UInt32 { (UInt32(value) * UInt32(colour.alpha) + 127) / 255 }
    return UInt32(colour.alpha) << 24 | share(colour.red) << 16 | share(colour.green) << 8
      | share(colour.blue)
  }
}
