/// Images as PNG files: with their size on paper, without a time, a gamma or an opacity nobody asked for.
public enum PNGFile {
  /// Writes an image.
  ///
  ///     let red = PNGFile.bytes(width: 1, height: 1, pixels: [255, 0, 0], resolution: 300)
  ///
  /// At most 256 colours become a palette; what is read back is the same either way.
  ///
  /// - Parameters:
  ///   - width: how many dots stand side by side, at least 1.
  ///   - height: how many rows there are, at least 1.
  ///   - pixels: red, green, blue and, if it has one, opacity of each dot, row by row from the upper left.
  ///   - hasAlpha: whether each dot has an opacity.
  ///   - resolution: how many dots an inch on paper has.
  ///   - texts: what programs show as the image's properties, such as `("Title", "Costs")`.
  /// - Returns: the bytes of the file.
  public static func bytes(
    width: Int, height: Int, pixels: [UInt8], hasAlpha: Bool = false, resolution: Double,
    texts: [(keyword: String, text: String)] = []
  ) -> [UInt8] {
    let channels = hasAlpha ? 4 : 3
    precondition(width > 0 && height > 0, "An image has at least one dot.")
    precondition(pixels.count == width * height * channels, "Every dot has all its shares.")
    let palette = PNGPalette(of: pixels, channels: channels)
    let rows =
      palette?.rows(width: width, height: height)
      ?? Self.rows(of: pixels, bytesPerRow: width * channels)
    var file = PNGChunks()
    file.appendHeader(
      width: width, height: height, depth: palette?.depth ?? 8,
      colourType: palette != nil ? 3 : hasAlpha ? 6 : 2)
    file.appendResolution(resolution)
    for (keyword, text) in texts { file.appendText(text, keyword: keyword) }
    if let palette { file.append("PLTE", palette.colours) }
    if let palette, hasAlpha { file.append("tRNS", palette.opacities) }
    file.append("IDAT", Deflate.zlib(rows, level: 5))
    file.append("IEND", [])
    return file.bytes
  }

  /// The rows, each with its filter (none) in front.
  ///
  /// Figures are even areas and sharp edges, which the filters of photographs only make larger.
  private static func rows(of pixels: [UInt8], bytesPerRow: Int) -> [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(pixels.count + pixels.count / bytesPerRow)
    for start in stride(from: 0, to: pixels.count, by: bytesPerRow) {
      rows.append(0)
      rows += pixels[start..<start + bytesPerRow]
    }
    return rows
  }
}
