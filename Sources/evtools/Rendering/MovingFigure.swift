import Drawing
import Figures

/// An animation, laid out frame by frame.
struct MovingFigure {
  let frames: [Scene]
  private let animation: Animation
  private let typesetter: Typesetter

  init(_ animation: Animation, with typesetter: Typesetter) {
    (self.animation, self.typesetter) = (animation, typesetter)
    frames = animation.frames.map { Scene($0, measuredBy: typesetter) }
  }

  /// The frames with so many dots per inch.
  func drawn(resolution: Double) throws(DrawingFailure) -> [Raster] {
    var rasters: [Raster] = []
    for frame in frames {
      rasters.append(
        try Raster(of: frame, with: typesetter, resolution: resolution, theme: .light))
    }
    return rasters
  }

  /// The frames as a GIF file.
  func gif(of rasters: [Raster]) throws(DrawingFailure) -> [UInt8] {
    do throws(GIFFailure) {
      return try GIFFile.bytes(of: rasters, delay: UInt16(clamping: animation.delay))
    } catch {
      throw .cairo(figure: animation.name, reason: "\(error)")
    }
  }
}
