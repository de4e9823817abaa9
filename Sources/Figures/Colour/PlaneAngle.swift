/// The few functions of angles that colours need, in degrees and with the same bits on every machine.
///
/// Good to some 1e-15 of the result, which is more than any formula of colour needs.
enum PlaneAngle {
  static let degree = Double.pi / 180

  static func cosine(degrees: Double) -> Double { sine(degrees: degrees + 90) }

  /// The angle is brought to within 45° of a multiple of 90°, then the series converge fast.
  static func sine(degrees: Double) -> Double {
    let quarters = (degrees / 90).rounded()
    let rest = (degrees - 90 * quarters) * degree
    let turn = Int(quarters - 4 * (quarters / 4).rounded(.down))
    let isCosine = turn % 2 == 1
    let value = isCosine ? series(rest, from: 0) : rest * series(rest, from: 1)
    return turn >= 2 ? -value : value
  }

  /// The series of cos *x* (from 0) or of (sin *x*) / *x* (from 1).
  private static func series(_ x: Double, from start: Double) -> Double {
    var sum = 1.0
    var order = 18.0
    while order > 0 {
      sum = 1 - x * x / ((order + start) * (order + start - 1)) * sum
      order -= 2
    }
    return sum
  }

  /// The direction of a point, from 0 up to 360°; 0 for the origin.
  static func degrees(x: Double, y: Double) -> Double {
    guard x != 0 || y != 0 else { return 0 }
    let (short, long) = (Swift.min(x.magnitude, y.magnitude), Swift.max(x.magnitude, y.magnitude))
    let octant = arcTangent(short / long) / degree
    let quadrant = y.magnitude > x.magnitude ? 90 - octant : octant
    let half = x < 0 ? 180 - quadrant : quadrant
    return y < 0 ? 360 - half : half
  }

  /// The arc tangent from 0 to 1; halving the angle twice makes the series short.
  private static func arcTangent(_ t: Double) -> Double {
    func half(_ t: Double) -> Double { t / (1 + (1 + t * t).squareRoot()) }
    let t = half(half(t))
    var sum = 0.0
    var order = 27.0
    while order > 0 {
      sum = 1 / order - t * t * sum
      order -= 2
    }
    return 4 * t * sum
  }
}
