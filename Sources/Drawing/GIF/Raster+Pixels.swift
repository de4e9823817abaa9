extension Raster {
  /// Takes an image as it is.
  ///
  /// - Parameters:
  ///   - width: how many dots stand side by side.
  ///   - height: how many rows there are.
  ///   - pixels: red, green and blue of each dot, row by row from the upper left.
  public init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(pixels.count == 3 * width * height, "Every dot has all its shares.")
    (self.width, self.height, self.pixels) = (width, height, pixels)
  }
}
