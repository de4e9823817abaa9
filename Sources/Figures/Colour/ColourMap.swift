/// A way from one colour to another for values of one quantity, even in the steps that the eye sees.
///
///     ColourMap.viridis.colour(at: 0).hexText   // "#450152"
///
/// Each is a polynomial of our own through the named map, at most 1.5 CIEDE2000 away from it; a table
/// would be somebody else's.
///
/// Sources: S. van der Walt and N. Smith (viridis, 2015); J. R. Nuñez, C. R. Anderton and R. S. Renslow
/// (cividis), doi:10.1371/journal.pone.0199239; F. Crameri, G. E. Shephard and P. J. Heron (batlow,
/// vik), doi:10.1038/s41467-020-19160-7.
public enum ColourMap: String, CaseIterable, Sendable {
  /// From dark violet over green to yellow.
  case viridis
  /// From dark blue over grey to yellow: the same for nearly every eye.
  case cividis
  /// From dark blue over green and sand to pink.
  case batlow
  /// From dark blue over white to dark red: for values to both sides of a centre.
  case vik

  /// Whether the middle stands for a centre rather than for a value among others.
  public var isDiverging: Bool { self == .vik }

  /// What has no value is drawn in a grey that every map passes at a distance of 13 CIEDE2000.
  public static let missing = Colour(rgb: 0xADADAD)

  /// Returns the colour at a place from 0 to 1; what lies outside is drawn to the end, NaN is
  /// ``missing``.
  public func colour(at place: Double) -> Colour {
    guard !place.isNaN else { return Self.missing }
    let t = Swift.min(1, Swift.max(0, place))
    switch self {
    case .viridis: return Self.viridisWay.colour(at: t)
    case .cividis: return Self.cividisWay.colour(at: t)
    case .batlow: return Self.batlowWay.colour(at: t)
    case .vik:
      let arm = 2 * t - 1
      return arm < 0 ? Self.vikBelow.colour(at: -arm) : Self.vikAbove.colour(at: arm)
    }
  }
}

/// Three polynomials in one variable, with coefficients from the constant upwards.
private struct ColourPolynomial {
  let red: [Double]
  let green: [Double]
  let blue: [Double]

  func colour(at t: Double) -> Colour {
    func share(_ coefficients: [Double]) -> UInt8 {
      UInt8(share: coefficients.reversed().reduce(0) { $0 * t + $1 })
    }
    return Colour(red: share(red), green: share(green), blue: share(blue))
  }
}

extension ColourMap {
  private static let viridisWay = ColourPolynomial(
    red: [0.2712, 0.1428, -0.0444, -8.1455, 17.2053, -8.4342],
    green: [0.0035, 1.5483, -1.4929, 1.587, -0.4185, -0.3272],
    blue: [0.3215, 2.1334, -8.8981, 20.9161, -24.7377, 10.3695])

  private static let cividisWay = ColourPolynomial(
    red: [-0.0351, 0.6469, 4.8635, -15.657, 19.0192, -7.8588],
    green: [0.1354, 0.6778, 0.0615, -0.1881, 0.3504, -0.1332],
    blue: [0.3284, 1.6286, -9.3438, 23.8462, -26.1443, 9.9013])

  private static let batlowWay = ColourPolynomial(
    red: [0.0112, 0.9829, -9.8258, 57.3199, -145.3243, 207.1362, -158.2912, 48.9827],
    green: [0.0983, 1.6142, -2.4267, -0.5416, 14.2992, -32.3999, 30.9368, -10.7841],
    blue: [0.3502, 0.4243, -5.3899, 50.8851, -221.0751, 418.3281, -351.2778, 108.7431])

  /// Both arms begin at the same centre.
  private static let vikBelow = ColourPolynomial(
    red: [0.9216, -0.7867, -3.4029, 4.2163, 0.3154, -1.2527],
    green: [0.898, 0.2682, -5.8733, 11.8529, -10.7732, 3.7046],
    blue: [0.8863, 0.6903, -6.0328, 11.7218, -10.3343, 3.453])

  private static let vikAbove = ColourPolynomial(
    red: [0.9216, 0.3675, -4.8306, 13.4626, -16.5028, 6.9424],
    green: [0.898, -0.7118, -1.4815, 4.3722, -5.7696, 2.7034],
    blue: [0.8863, -1.4815, 2.1101, -7.0397, 9.1147, -3.5482])
}
