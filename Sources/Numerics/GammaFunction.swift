/// The gamma function and the distributions that are its integrals.
public enum GammaFunction {
  /// Returns ln Γ(*x*) for *x* > 0, to about 1e-15 (absolute, 1e-14, near its zeros at 1 and 2).
  ///
  ///     GammaFunction.log(5)   // ln 24 = 3.178053830347946
  ///
  /// Stirling's series above 10; below, the recurrence Γ(*x* + 1) = *x* Γ(*x*) leads there.
  public static func log(_ x: Double) -> Double {
    guard x > 0 else { return .nan }
    guard x < .infinity else { return .infinity }
    var shifted = x
    var product = 1.0
    while shifted < 10 {
      product *= shifted
      shifted += 1
    }
    return stirling(shifted) + stirlingSeries(shifted) - Double.log(product)
  }

  /// Returns the logarithm of *x*ᵃ⁻¹ e⁻ˣ / Γ(*a*), the density at *x* of the gamma distribution of
  /// shape *a* and scale 1.
  ///
  ///     Double.exp(GammaFunction.logDensity(shape: 3, 4))   // 8 e⁻⁴ = 0.1465…
  ///
  /// The same number is the logarithm of the probability that a Poisson count of mean *x* is *a* − 1.
  public static func logDensity(shape a: Double, _ x: Double) -> Double {
    guard a > 0, x >= 0 else { return .nan }
    guard x > 0 else { return a > 1 ? -.infinity : (a == 1 ? 0 : .infinity) }
    guard x < .infinity else { return -.infinity }
    guard a >= 10 else { return (a - 1) * Double.log(x) - x - log(a) }
    return 0.5 * Double.log(a / twoPi) - a * deviance((x - a) / a, ratio: x / a) - stirlingSeries(a)
      - Double.log(x)
  }

  /// Returns P(*a*, *x*), the share of the gamma distribution of shape *a* and scale 1 below *x*.
  ///
  ///     GammaFunction.lowerRegularised(shape: 1, 1)   // 1 − 1/e = 0.632…
  public static func lowerRegularised(shape a: Double, _ x: Double) -> Double {
    guard a > 0, x >= 0 else { return .nan }
    guard x > 0 else { return 0 }
    guard x < .infinity else { return 1 }
    return x < a + 1 ? series(a, x) : 1 - continuedFraction(a, x)
  }

  /// Returns Q(*a*, *x*) = 1 − P(*a*, *x*), for *x* > *a* + 1 without cancellation.
  ///
  ///     GammaFunction.upperRegularised(shape: 1, 50)   // e⁻⁵⁰ = 1.9287e-22
  public static func upperRegularised(shape a: Double, _ x: Double) -> Double {
    guard a > 0, x >= 0 else { return .nan }
    guard x > 0 else { return 1 }
    guard x < .infinity else { return 0 }
    return x < a + 1 ? 1 - series(a, x) : continuedFraction(a, x)
  }

  /// Returns *x*ᵃ e⁻ˣ / Γ(*a*); for large *a* as the few digits that remain of Stirling's formula
  /// once the huge terms, which cancel, are left out.
  private static func prefactor(_ a: Double, _ x: Double) -> Double {
    guard a >= 10 else { return Double.exp(a * Double.log(x) - x - log(a)) }
    return (a / twoPi).squareRoot()
      * Double.exp(-a * deviance((x - a) / a, ratio: x / a) - stirlingSeries(a))
  }

  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var n = a
    repeat {
      n += 1
      term *= x / n
      sum += term
    } while term > sum * 1e-17
    return sum * prefactor(a, x)
  }

  /// Lentz's method for Legendre's continued fraction of the upper tail.
  private static func continuedFraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var fraction = d
    for i in 1...10_000_000 {
      let step = -Double(i) * (Double(i) - a)
      b += 2
      d = nonZero(step * d + b, tiny)
      c = nonZero(b + step / c, tiny)
      d = 1 / d
      let factor = d * c
      fraction *= factor
      if (factor - 1).magnitude < 0x1p-52 { break }
    }
    return fraction * prefactor(a, x)
  }
}

// MARK: - Stirling's formula

extension GammaFunction {
  static var twoPi: Double { 6.283185307179586 }

  /// Returns (*x* − ½) ln *x* − *x* + ½ ln 2π.
  static func stirling(_ x: Double) -> Double {
    (x - 0.5) * Double.log(x) - x + 0.918938533204672741780
  }

  /// Returns ln Γ(*x*) less Stirling's formula.
  static func stirlingError(_ x: Double) -> Double {
    x < 10 ? log(x) - stirling(x) : stirlingSeries(x)
  }

  /// Returns what Stirling's formula lacks of ln Γ(*x*), for *x* ≥ 10.
  static func stirlingSeries(_ x: Double) -> Double {
    let inverse = 1 / x
    let z = inverse * inverse
    return inverse
      * (1.0 / 12 - z
        * (1.0 / 360 - z
          * (1.0 / 1260 - z
            * (1.0 / 1680 - z * (1.0 / 1188 - z * (691.0 / 360_360 - z * (1.0 / 156)))))))
  }

  /// Returns *t* − ln(1 + *t*) to full relative accuracy; takes 1 + *t*, too, whose digits are lost
  /// in *t* where that is nearly −1.
  static func deviance(_ t: Double, ratio: Double) -> Double {
    guard t.magnitude < 0.4 else { return t - Double.log(ratio) }
    // With s = t/(2 + t): t − ln(1 + t) = t s − 2(s³/3 + s⁵/5 + …).
    let s = t / (2 + t)
    let square = s * s
    var power = 2 * s * square
    var sum = t * s
    var n = 3.0
    while power.magnitude > sum * 1e-18 {
      sum -= power / n
      power *= square
      n += 2
    }
    return sum
  }
}

/// Keeps a denominator of Lentz's method away from zero.
func nonZero(_ x: Double, _ tiny: Double) -> Double { x.magnitude < tiny ? tiny : x }
