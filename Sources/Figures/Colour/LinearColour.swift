import Numerics

/// A colour in amounts of light: sRGB's three primaries without its tone curve (IEC 61966-2-1).
///
/// Shares may lie outside 0 to 1, where a colour cannot be shown.
public struct LinearColour: Equatable, Sendable {
  /// The amount of red light, 0 to 1.
  public var red: Double
  /// The amount of green light, 0 to 1.
  public var green: Double
  /// The amount of blue light, 0 to 1.
  public var blue: Double

  /// Makes a colour from amounts of light.
  public init(red: Double, green: Double, blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// The light of a stored colour, as if it were opaque.
  ///
  ///     LinearColour(Colour(red: 188, green: 188, blue: 188)).red   // 0.503
  public init(_ colour: Colour) {
    self.init(
      red: Self.light(colour.red), green: Self.light(colour.green), blue: Self.light(colour.blue))
  }

  /// The nearest colour that can be shown: each share is drawn to 0 or 1 first.
  public var colour: Colour {
    Colour(
      red: UInt8(share: Self.tone(red)), green: UInt8(share: Self.tone(green)),
      blue: UInt8(share: Self.tone(blue)))
  }

  /// The same colour with every share drawn into 0 to 1.
  public var shown: LinearColour {
    LinearColour(
      red: Swift.min(1, Swift.max(0, red)), green: Swift.min(1, Swift.max(0, green)),
      blue: Swift.min(1, Swift.max(0, blue)))
  }

  private static func light(_ stored: UInt8) -> Double {
    let tone = Double(stored) / 255
    return tone <= 0.04045 ? tone / 12.92 : Double.exp(2.4 * Double.log((tone + 0.055) / 1.055))
  }

  private static func tone(_ light: Double) -> Double {
    light <= 0.003_130_8 ? 12.92 * light : 1.055 * Double.exp(Double.log(light) / 2.4) - 0.055
  }
}

/// A colour in the tristimulus values of the CIE 1931 observer, where white has *Y* = 1.
public struct XYZ: Equatable, Sendable {
  /// The first value.
  public var x: Double
  /// The luminance.
  public var y: Double
  /// The third value.
  public var z: Double

  /// Makes a colour from its tristimulus values.
  public init(x: Double, y: Double, z: Double) {
    (self.x, self.y, self.z) = (x, y, z)
  }

  /// White under daylight D65, as sRGB has it: the sum of the three primaries.
  public static let white = XYZ(LinearColour(red: 1, green: 1, blue: 1))

  /// The tristimulus values of a light.
  public init(_ light: LinearColour) {
    let (r, g, b) = (light.red, light.green, light.blue)
    x = 0.412_456_4 * r + 0.357_576_1 * g + 0.180_437_5 * b
    y = 0.212_672_9 * r + 0.715_152_2 * g + 0.072_175_0 * b
    z = 0.019_333_9 * r + 0.119_192_0 * g + 0.950_304_1 * b
  }

  /// The amounts of sRGB's primaries that give these values; the exact inverse of the matrix above.
  public var light: LinearColour {
    let rows = Self.inverse
    func share(_ row: Int) -> Double {
      rows[row][0] * x + rows[row][1] * y + rows[row][2] * z
    }
    return LinearColour(red: share(0), green: share(1), blue: share(2))
  }

  /// The inverse of the matrix by its cofactors.
  private static let inverse: [[Double]] = {
    let columns = [(1.0, 0.0, 0.0), (0, 1, 0), (0, 0, 1)].map {
      XYZ(LinearColour(red: $0.0, green: $0.1, blue: $0.2))
    }
    let (r, g, b) = (columns[0], columns[1], columns[2])
    func cross(_ p: XYZ, _ q: XYZ) -> [Double] {
      [p.y * q.z - p.z * q.y, p.z * q.x - p.x * q.z, p.x * q.y - p.y * q.x]
    }
    let first = cross(g, b)
    let determinant = r.x * first[0] + r.y * first[1] + r.z * first[2]
    return [first, cross(b, r), cross(r, g)].map { row in row.map { $0 / determinant } }
  }()
}
