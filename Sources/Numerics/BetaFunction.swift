/// The beta distribution's integral, on which Student's *t* and exact binomial intervals stand.
public enum BetaFunction {
  /// Returns I(*x*; *a*, *b*), the share of the beta(*a*, *b*) distribution below *x*.
  ///
  ///     BetaFunction.regularised(0.5, 2, 2)   // 0.5
  ///
  /// To 1e-12 of the value below the mean and of 1 above it, for weights up to 10⁴; to 1e-10 at 10⁶.
  public static func regularised(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard a > 0, b > 0, x >= 0, x <= 1 else { return .nan }
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    // The fraction converges fast below the mean; above it, use the mirror image.
    guard x < (a + 1) / (a + b + 2) else { return 1 - belowMean(1 - x, x, b, a) }
    return belowMean(x, 1 - x, a, b)
  }

  /// Takes *x* and *y* = 1 − *x*, so that the mirror image keeps the digits of both.
  private static func belowMean(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    prefactor(x, y, a, b) / a * continuedFraction(x, a, b)
  }

  /// Returns *x*ᵃ*y*ᵇ/B(*a*, *b*) from the small remainders of Stirling's formula alone: its large
  /// terms cancel on paper, not in the digits.
  private static func prefactor(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    let sum = a + b
    guard sum >= 10 else {
      let logBeta = GammaFunction.log(a) + GammaFunction.log(b) - GammaFunction.log(sum)
      return Double.exp(a * Double.log(x) + b * Double.log(y) - logBeta)
    }
    // Of x and y the smaller one has all its digits: it tells how far x lies above the mean.
    let excess = x < y ? sum * x - a : b - sum * y
    let deviance =
      a * GammaFunction.deviance(excess / a, ratio: sum * x / a)
      + b * GammaFunction.deviance(-excess / b, ratio: sum * y / b)
    let remainder =
      GammaFunction.stirlingError(sum) - GammaFunction.stirlingError(a)
      - GammaFunction.stirlingError(b)
    return (a / GammaFunction.twoPi * (b / sum)).squareRoot() * Double.exp(remainder - deviance)
  }

  /// Lentz's method for the continued fraction of the incomplete beta function.
  private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 / nonZero(1 - (a + b) * x / (a + 1), tiny)
    var fraction = d
    for i in 1...10_000_000 {
      let m = Double(i)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonZero(1 + even * d, tiny)
      c = nonZero(1 + even / c, tiny)
      fraction *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonZero(1 + odd * d, tiny)
      c = nonZero(1 + odd / c, tiny)
      let factor = d * c
      fraction *= factor
      if (factor - 1).magnitude < 0x1p-52 { break }
    }
    return fraction
  }
}
