/// A colour as files store it: sRGB in steps of 1/255, with its opacity.
///
///     let blue = try Colour(hex: "#0072B2")
///     blue.contrast(with: .white)   // 5.19
public struct Colour: Equatable, Hashable, Sendable {
  /// The red share, 0 to 255.
  public var red: UInt8
  /// The green share, 0 to 255.
  public var green: UInt8
  /// The blue share, 0 to 255.
  public var blue: UInt8
  /// The opacity, 0 (nothing is seen of it) to 255.
  public var alpha: UInt8

  /// Makes a colour from its shares.
  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }

  /// The paper.
  public static let white = Colour(red: 255, green: 255, blue: 255)

  /// The ink.
  public static let black = Colour(red: 0, green: 0, blue: 0)

  /// The same colour with another opacity, from 0 to 1; what lies outside is drawn to the end.
  ///
  ///     Colour.black.opacity(0.2).hexText   // "#00000033"
  public func opacity(_ share: Double) -> Colour {
    var colour = self
    colour.alpha = UInt8(share: share)
    return colour
  }

  /// The opaque colour that is seen where this one lies on another.
  ///
  /// Bands are printed so in journals that dislike transparency.
  ///
  ///     Colour.black.opacity(0.2).over(.white).hexText   // "#CCCCCC"
  public func over(_ ground: Colour) -> Colour {
    func mixed(_ top: UInt8, _ bottom: UInt8) -> UInt8 {
      let sum = Int(top) * Int(alpha) + Int(bottom) * (255 - Int(alpha))
      return UInt8((2 * sum + 255) / 510)
    }
    return Colour(
      red: mixed(red, ground.red), green: mixed(green, ground.green),
      blue: mixed(blue, ground.blue))
  }
}

extension UInt8 {
  /// A share of 255, rounded to nearest; what lies outside 0 to 1 is drawn to the end, NaN to 0.
  init(share: Double) {
    guard share > 0 else {
      self = 0
      return
    }
    self = UInt8((255 * Swift.min(1, share)).rounded())
  }
}
