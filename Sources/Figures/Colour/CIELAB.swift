import Numerics

/// A colour as the eye spaces them: lightness and two opponent axes (CIE 1976), under sRGB's D65.
///
///     CIELAB(try Colour(hex: "#D55E00")).lightness   // 54.5
public struct CIELAB: Equatable, Sendable {
  /// The lightness, 0 for black to 100 for white.
  public var lightness: Double
  /// From green to red.
  public var a: Double
  /// From blue to yellow.
  public var b: Double

  /// Makes a colour from its place.
  public init(lightness: Double, a: Double, b: Double) {
    (self.lightness, self.a, self.b) = (lightness, a, b)
  }

  /// The place of a stored colour.
  public init(_ colour: Colour) { self.init(XYZ(LinearColour(colour))) }

  /// The place of a light.
  public init(_ light: LinearColour) { self.init(XYZ(light)) }

  /// The place of tristimulus values.
  public init(_ xyz: XYZ) {
    let white = XYZ.white
    let x = Self.response(xyz.x / white.x)
    let y = Self.response(xyz.y / white.y)
    let z = Self.response(xyz.z / white.z)
    self.init(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }

  /// The tristimulus values at this place.
  public var xyz: XYZ {
    let white = XYZ.white
    let y = (lightness + 16) / 116
    return XYZ(
      x: white.x * Self.stimulus(y + a / 500), y: white.y * Self.stimulus(y),
      z: white.z * Self.stimulus(y - b / 200))
  }

  private static let kappa = 24389.0 / 27
  private static let epsilon = 216.0 / 24389

  private static func response(_ t: Double) -> Double {
    t > epsilon ? cubeRoot(t) : (kappa * t + 16) / 116
  }

  private static func stimulus(_ f: Double) -> Double {
    f > 6.0 / 29 ? f * f * f : (116 * f - 16) / kappa
  }

  /// One Newton step mends what the logarithm lost.
  private static func cubeRoot(_ t: Double) -> Double {
    let root = Double.exp(Double.log(t) / 3)
    return root - (root * root * root - t) / (3 * root * root)
  }
}
