import Numerics

/// Student's *t* distribution, which a mean follows when its spread is estimated from the sample.
public enum StudentT {
  /// Returns the share of the distribution below *t*, to about 1e-14 for any degrees of freedom.
  ///
  ///     StudentT.cumulative(1, degreesOfFreedom: 1)   // 0.75
  ///
  /// The lower tail keeps its relative accuracy. Infinite degrees of freedom are the normal
  /// distribution; zero and negative ones are refused.
  public static func cumulative(_ t: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0, "degrees of freedom are positive")
    guard degreesOfFreedom < nearlyNormal else { return StandardNormal.cumulative(t) }
    guard !t.isNaN else { return .nan }
    let tail = StudentCurve(degreesOfFreedom).tail(t.magnitude)
    return t < 0 ? tail : 1 - tail
  }

  /// Returns the value below which a share *p* of the distribution lies; NaN outside 0...1.
  ///
  ///     StudentT.quantile(0.975, degreesOfFreedom: 4)   // 2.776445105198
  public static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0, "degrees of freedom are positive")
    guard degreesOfFreedom < nearlyNormal else { return StandardNormal.quantile(p) }
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : (p == 1 ? .infinity : .nan) }
    let curve = StudentCurve(degreesOfFreedom)
    let centre = (p - 0.5).magnitude
    let magnitude =
      centre < curve.centre(1)
      ? curve.point(centre: centre) : curve.point(tail: p < 0.5 ? p : 1 - p)
    return p < 0.5 ? -magnitude : magnitude
  }

  /// From here on the distribution and the normal differ by less than a rounding error.
  private static let nearlyNormal = 1e15
}

/// The right half of Student's curve for one number of degrees of freedom.
private struct StudentCurve {
  let degrees: Double
  /// 1 / B(ν/2, 1/2), which scales every area under the curve.
  let reciprocalBeta: Double

  init(_ degrees: Double) {
    self.degrees = degrees
    reciprocalBeta = Self.gammaStep(0.5 * degrees) / Double.pi.squareRoot()
  }

  /// Returns the height of the curve at *t* ≥ 0.
  func density(_ t: Double) -> Double {
    let place = Place(t, degrees)
    return reciprocalBeta * place.power * (place.far / degrees).squareRoot()
  }

  /// Returns the area from 0 to a *t* that is not large, by a power series of positive terms.
  func centre(_ t: Double) -> Double {
    let place = Place(t, degrees)
    var term = 1.0
    var sum = 1.0
    var n = 0.0
    repeat {
      term *= place.near * (0.5 * degrees + 0.5 + n) / (1.5 + n)
      sum += term
      n += 1
    } while term > sum * 1e-17
    return reciprocalBeta * place.power * place.near.squareRoot() * sum
  }

  /// Returns the area right of *t* ≥ 0, small ones with all their digits.
  func tail(_ t: Double) -> Double {
    guard t >= 1.5 else { return 0.5 - centre(t) }
    guard t < .infinity else { return 0 }
    let place = Place(t, degrees)
    let front = 0.5 * reciprocalBeta * place.power * place.near.squareRoot()
    return front / continuedFraction(place)
  }

  /// Returns the continued fraction of the incomplete beta function, by Lentz's method.
  ///
  /// The one of DiDonato and Morris 1992, doi:10.1145/131766.131776. With many degrees of freedom it
  /// turns into that of the normal tail, so it needs few terms everywhere.
  private func continuedFraction(_ place: Place) -> Double {
    let a = 0.5 * degrees
    let (x, y) = (place.far, place.near)
    let excess = 0.5 * (degrees * y - x)
    func denominator(_ n: Double) -> Double {
      let first = n + n * (0.5 - n) * x / (a + 2 * n - 1)
      return first + (a + n) / (a + 2 * n + 1) * (excess + 1 + n * (1 + y))
    }
    var fraction = a / (a + 1) * (excess + 1)
    var c = fraction
    var d = 0.0
    for i in 1...10_000 {
      let n = Double(i)
      let step = x / (a + 2 * n - 1)
      let numerator = (a + n - 1) * step * (a + n - 0.5) * step * n * (0.5 - n)
      let next = denominator(n)
      d = 1 / (next + numerator * d)
      c = next + numerator / c
      let factor = c * d
      fraction *= factor
      if (factor - 1).magnitude < 3e-16 { break }
    }
    return fraction
  }

  /// Returns the point below 1 with a given area between 0 and it.
  ///
  /// The area is concave in *t*, so Newton's steps from 0 never overshoot.
  func point(centre area: Double) -> Double {
    var t = 0.0
    for _ in 0..<50 {
      let step = (area - centre(t)) / density(t)
      t += step
      if step <= t * 2e-16 { break }
    }
    return t
  }

  /// Returns the point above 1 with a given area right of it.
  ///
  /// The logarithm of the area is concave in that of *t*, so Newton's steps close in from any start.
  func point(tail area: Double) -> Double {
    var t = max(1, -StandardNormal.quantile(area))
    for _ in 0..<50 {
      let right = tail(t)
      let place = Place(t, degrees)
      // t times the height, which stays in range where the height itself does not.
      let slope = reciprocalBeta * place.power * place.near.squareRoot()
      let step = Double.log(right / area) * right / slope
      t *= Double.exp(step)
      guard step.magnitude > 2e-16, t < .infinity else { break }
    }
    return t
  }

  /// Returns Γ(*x* + ½) / Γ(*x*), where the difference of two logarithms would lose digits.
  ///
  /// The asymptotic series of that difference above 15; the recurrence leads there.
  private static func gammaStep(_ x: Double) -> Double {
    var shifted = x
    var product = 1.0
    while shifted < 15 {
      product *= shifted / (shifted + 0.5)
      shifted += 1
    }
    let inverse = 1 / shifted
    let z = inverse * inverse
    let series =
      inverse
      * (1.0 / 8 - z
        * (1.0 / 192 - z
          * (1.0 / 640 - z * (17.0 / 14_336 - z * (31.0 / 18_432 - z * (691.0 / 180_224))))))
    return product * shifted.squareRoot() * Double.exp(-series)
  }
}

/// A point of Student's curve in the coordinates of the beta function.
private struct Place {
  /// t² / (ν + t²).
  let near: Double
  /// ν / (ν + t²), which is 1 − `near` without the rounding.
  let far: Double
  /// `far` to the power ν/2.
  let power: Double

  init(_ t: Double, _ degrees: Double) {
    let ratio = t / degrees.squareRoot()
    let square = ratio * ratio
    guard ratio > 1 else {
      near = square / (1 + square)
      far = 1 / (1 + square)
      power = Double.exp(-0.5 * degrees * Double.log(onePlus: square))
      return
    }
    // The square of a far point may be infinite; its reciprocal is not.
    let reciprocal = 1 / square
    near = 1 / (1 + reciprocal)
    far = reciprocal / (1 + reciprocal)
    power = Double.exp(
      -degrees * (Double.log(ratio) + 0.5 * Double.log(onePlus: reciprocal)))
  }
}
