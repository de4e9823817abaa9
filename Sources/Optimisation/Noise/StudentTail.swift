internal import Numerics

/// The two tails of Student's curve, as far as this room needs them.
enum StudentTail {
  /// Returns how likely a value is to be farther from 0 than *t*, on both sides together.
  static func beyond(_ t: Double, degrees: Double) -> Double {
    guard t.magnitude < .infinity else { return 0 }
    return BetaFunction.regularised(degrees / (degrees + t * t), 0.5 * degrees, 0.5)
  }

  /// Returns how likely a value is to be more than *t*.
  static func above(_ t: Double, degrees: Double) -> Double {
    let both = beyond(t, degrees: degrees)
    return t >= 0 ? 0.5 * both : 1 - 0.5 * both
  }

  /// Returns the *t* with a given share beyond it on both sides together.
  static func point(beyond share: Double, degrees: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    while beyond(high, degrees: degrees) > share, high < 1e12 { (low, high) = (high, 2 * high) }
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      if beyond(middle, degrees: degrees) > share { low = middle } else { high = middle }
    }
    return high
  }
}
