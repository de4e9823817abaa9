public import Figures

extension PNGFile {
  /// Draws a scene with so many dots per inch, on a page of a theme.
  ///
  /// With few colours, the 255 that come nearest, it takes a third of the bytes: for pages, where each
  /// byte is waited for.
  public static func bytes(
    of scene: Scene, with typesetter: Typesetter, resolution: Double = 300,
    theme: PageTheme = .light, hasFewColours: Bool = false
  ) throws(DrawingFailure) -> [UInt8] {
    var raster = try Raster(of: scene, with: typesetter, resolution: resolution, theme: theme)
    if hasFewColours { raster = GIFPalette(of: [raster]).nearest(to: raster) }
    let texts = [("Title", scene.title), ("Description", scene.alternativeText)]
    return bytes(
      width: raster.width, height: raster.height, pixels: raster.pixels, resolution: resolution,
      texts: texts.filter { !$0.1.isEmpty }.map { (keyword: $0.0, text: $0.1) })
  }
}
