extension Colour {
  /// The luminance, 0 for black to 1 for white, as the web's guidelines define it (WCAG 2.2).
  public var relativeLuminance: Double {
    let light = LinearColour(self)
    return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
  }

  /// The contrast of two opaque colours, 1 to 21 (WCAG 2.2).
  ///
  /// Text needs 4.5, and a house rule asks 2.25 of lines.
  ///
  ///     Colour.black.contrast(with: .white)   // 21
  public func contrast(with other: Colour) -> Double {
    let (one, two) = (relativeLuminance, other.relativeLuminance)
    return (Swift.max(one, two) + 0.05) / (Swift.min(one, two) + 0.05)
  }

  /// Black or white, whichever is read better on this colour.
  public var readableInk: Colour {
    contrast(with: .black) >= contrast(with: .white) ? .black : .white
  }
}
