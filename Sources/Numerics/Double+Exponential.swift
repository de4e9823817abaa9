extension Double {
  /// Returns e to the power *x*, the same bits on every machine.
  ///
  ///     Double.exp(1)   // 2.718281828459045
  ///
  /// With *x* = *k* ln 2 + *r* and |*r*| ≤ ½ ln 2: eˣ = 2ᵏ(1 + *r* + *r*²/2! + …). Within one unit in
  /// the last place of the exact value.
  @inlinable
  public static func exp(_ x: Double) -> Double {
    guard x <= 0x1.62e42fefa39efp+9 else { return x.isNaN ? .nan : .infinity }
    guard x > -746 else { return 0 }
    let (k, exponent) = nearestPowerOfTwo(x)
    let head = x - k * lnTwoHead
    let tail = k * lnTwoTail
    let r = head - tail
    let sum = 1 + head
    let lost = (1 - sum) + head
    let fraction = sum + (lost - (tail - r * r * exponentialTail(r)))
    guard exponent > -1022 else {
      return scaled(scaled(fraction, by: exponent &+ 100), by: -100)
    }
    guard exponent < 1024 else { return 2 * scaled(fraction, by: exponent &- 1) }
    return scaled(fraction, by: exponent)
  }

  /// Returns eˣ − 1, accurate also where eˣ would round to 1.
  ///
  ///     Double.expMinusOne(1e-20)   // 1e-20
  ///
  /// Within one unit in the last place: 2ᵏeʳ − 1 = 2ᵏ((1 − 2⁻ᵏ) + (eʳ − 1)), where the first
  /// bracket is exact and nothing cancels afterwards.
  @inlinable
  public static func expMinusOne(_ x: Double) -> Double {
    guard x > -40, x < 40 else { return exp(x) - 1 }
    let (k, exponent) = nearestPowerOfTwo(x)
    guard exponent != 0 else { return x + x * x * exponentialTail(x) }
    let head = x - k * lnTwoHead
    let tail = k * lnTwoTail
    let r = head - tail
    let lostOfR = (head - r) - tail
    let start = 1 - scaled(1, by: 0 &- exponent)
    let sum = start + head
    let lost = (start - sum) + head
    let rest = r * r * exponentialTail(r) + r * lostOfR
    return scaled(sum + (lost - (tail - rest)), by: exponent)
  }

  /// Returns the whole number *k* nearest to *x* / ln 2, as a `Double` and as an exponent.
  ///
  /// Above 2⁵² a `Double` has no digits after the point, so adding such a number rounds.
  @inlinable
  @inline(__always)
  static func nearestPowerOfTwo(_ x: Double) -> (k: Double, exponent: Int64) {
    let shifted = x * 0x1.71547652b82fep0 + 0x1.8p52
    return (shifted - 0x1.8p52, Int64(Int32(truncatingIfNeeded: shifted.bitPattern)))
  }

  /// Returns (eʳ − 1 − *r*)/*r*² for |*r*| ≤ ½ ln 2, by its Taylor series.
  @inlinable
  @inline(__always)
  static func exponentialTail(_ r: Double) -> Double {
    let low = 1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120)))
    let middle =
      1.0 / 720 + r * (1.0 / 5040 + r * (1.0 / 40_320 + r * (1.0 / 362_880)))
    let high =
      1.0 / 3_628_800 + r
      * (1.0 / 39_916_800 + r * (1.0 / 479_001_600 + r * (1.0 / 6_227_020_800)))
    let square = r * r
    let fourth = square * square
    return low + fourth * (middle + fourth * high)
  }

  /// Returns *x* · 2ⁿ for an *n* whose power of two is a normal number.
  @inlinable
  @inline(__always)
  static func scaled(_ x: Double, by n: Int64) -> Double {
    x * Double(bitPattern: UInt64(bitPattern: n &+ 1023) << 52)
  }
}
