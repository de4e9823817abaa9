/// Why frames cannot become an animation.
public enum GIFFailure: Error, Equatable, Sendable {
  /// There is no frame.
  case noFrames
  /// A frame, counted from 0, has another size than the first.
  case unequalFrame(index: Int)
  /// The frames have no dot, or more than 65 535 side by side or upon one another.
  case size(width: Int, height: Int)
  /// The library that writes GIF gave up, with its own number for why.
  case encoder(code: Int32)
}

/// Animations as GIF files: one palette for all frames, and of each frame only what has changed.
///
///     let file = try GIFFile.bytes(of: frames, delay: 10)   // ten frames a second, for ever
///
/// With at most 256 colours in all, every dot is exact. Otherwise 255 are chosen that come nearest, the
/// same every time, without dithering, which would make noise of the flat colours of a figure.
public enum GIFFile {
  /// Writes frames that are all shown for as long.
  ///
  /// - Parameters:
  ///   - frames: images of one size.
  ///   - delay: how long each is shown, in hundredths of a second; many programs show what is below
  ///     2 for 10.
  ///   - plays: how often the whole is shown; nil for ever.
  /// - Returns: the whole file, the same for the same frames.
  /// - Throws: a ``GIFFailure`` that says why they cannot become an animation.
  public static func bytes(
    of frames: [Raster], delay: UInt16, plays: UInt16? = nil
  ) throws(GIFFailure) -> [UInt8] {
    try bytes(
      of: frames, delays: [UInt16](repeating: delay, count: frames.count), plays: plays)
  }

  /// Writes frames, each with the time for which it is shown.
  ///
  /// - Parameters:
  ///   - frames: images of one size.
  ///   - delays: for each frame, how long it is shown, in hundredths of a second.
  ///   - plays: how often the whole is shown; nil for ever.
  /// - Returns: the whole file, the same for the same frames.
  /// - Throws: a ``GIFFailure`` that says why they cannot become an animation.
  public static func bytes(
    of frames: [Raster], delays: [UInt16], plays: UInt16? = nil
  ) throws(GIFFailure) -> [UInt8] {
    precondition(delays.count == frames.count, "One delay for each frame.")
    guard let first = frames.first else { throw .noFrames }
    let sides = 1...65_535
    guard sides.contains(first.width), sides.contains(first.height) else {
      throw .size(width: first.width, height: first.height)
    }
    if let index = frames.firstIndex(where: { $0.width != first.width || $0.height != first.height }
    ) {
      throw .unequalFrame(index: index)
    }
    let palette = GIFPalette(of: frames)
    let encoder = try GIFEncoder(
      width: first.width, height: first.height, palette: palette,
      plays: frames.count > 1 ? plays ?? 0 : 1)
    var canvas = GIFCanvas(width: first.width, height: first.height, palette: palette)
    for (index, frame) in frames.enumerated() {
      let patch = canvas.patch(to: frame, after: index == 0 ? nil : frames[index - 1])
      try encoder.append(patch, delay: delays[index])
    }
    return try encoder.finish()
  }
}
