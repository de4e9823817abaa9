public import Figures

extension PNGFile {
  /// Draws a scene with so many dots per inch, on a page of a theme.
  public static func bytes(
    of scene: Scene, with typesetter: Typesetter, resolution: Double = 300,
    theme: PageTheme = .light
  ) throws(DrawingFailure) -> [UInt8] {
    let raster = try Raster(of: scene, with: typesetter, resolution: resolution, theme: theme)
    let texts = [("Title", scene.title), ("Description", scene.alternativeText)]
    return bytes(
      width: raster.width, height: raster.height, pixels: raster.pixels, resolution: resolution,
      texts: texts.filter { !$0.1.isEmpty }.map { (keyword: $0.0, text: $0.1) })
  }
}
