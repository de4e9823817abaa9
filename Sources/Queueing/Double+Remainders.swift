import Numerics

// Two functions that vanish like x² at zero, where the obvious formula would leave only noise.
extension Double {
  /// Returns (eˣ − 1 − *x*)/*x*², which is ½ at zero.
  static func exponentialRemainder(_ x: Double) -> Double {
    guard x > -0.5, x < 0.5 else {
      // Divided twice, so that the square of a huge number does not overflow.
      return (exp(x) - 1 - x) / x / x
    }
    var sum = 0.0
    for divisor in stride(from: 17.0, through: 3, by: -1) { sum = (1 + sum) * x / divisor }
    return 0.5 * (1 + sum)
  }

  /// Returns *x* − ln(1 + *x*), which is *x*²/2 to second order.
  ///
  /// With *s* = *x*/(2 + *x*): ln(1 + *x*) = 2(*s* + *s*³/3 + …) and *x* − 2*s* = *x* *s*.
  static func logarithmRemainder(_ x: Double) -> Double {
    guard x > -0.4, x < 0.6 else { return x - log(onePlus: x) }
    let s = x / (2 + x)
    let square = s * s
    var sum = 0.0
    for odd in stride(from: 27.0, through: 3, by: -2) { sum = (sum + 1 / odd) * square }
    return s * (x - 2 * sum)
  }
}
