public import Figures

/// A scene drawn as dots.
public struct Raster: Equatable, Sendable {
  /// How many dots stand side by side.
  public let width: Int
  /// How many rows there are.
  public let height: Int
  /// Red, green and blue of each dot, row by row from the upper left.
  public let pixels: [UInt8]

  /// Draws a scene with so many dots per inch, on a page of a theme.
  ///
  ///     try Raster(of: scene, with: typesetter, resolution: 300).width   // 1050, of 3.5 inches
  public init(
    of scene: Scene, with typesetter: Typesetter, resolution: Double = 300,
    theme: PageTheme = .light
  ) throws(DrawingFailure) {
    let (columns, rows) = (scene.width * resolution / 72, scene.height * resolution / 72)
    guard (0.5...32767).contains(columns), (0.5...32767).contains(rows) else {
      throw .imageSize(width: columns, height: rows)
    }
    let dots = try DotImage(
      width: Points(scene.width).dots(perInch: resolution),
      height: Points(scene.height).dots(perInch: resolution), ground: theme.paper)
    let painter = ScenePainter(
      on: dots, scale: resolution / 72, typesetter: typesetter, theme: theme)
    try painter.draw(scene)
    (width, height, pixels) = (dots.width, dots.height, dots.redGreenBlue)
  }
}
