extension Double {
  /// Returns the natural logarithm, the same bits on every machine.
  ///
  ///     Double.log(10)   // 2.302585092994046
  ///
  /// The C library's `log` differs between versions and processors in the last bit, and one bit is
  /// enough to send a simulation down another path. This one uses only `+ - * /`, which IEEE 754
  /// fixes. Within one unit in the last place of the exact value.
  @inlinable
  @inline(__always)
  public static func log(_ x: Double) -> Double {
    guard x >= 0x1p-1022, x < .infinity else { return logarithm(ofUnusual: x) }
    return logarithm(ofNormal: x)
  }

  /// Returns ln(1 + *x*), accurate also where 1 + *x* would round to 1.
  ///
  ///     Double.log(onePlus: 1e-20)   // 1e-20
  ///
  /// Within one unit in the last place, and bit for bit `log(1 + x)` where that sum is exact.
  @inlinable
  @inline(__always)
  public static func log(onePlus x: Double) -> Double {
    guard x > -1, x < .infinity else { return logarithm(ofUnusual: 1 + x) }
    let sum = 1 + x
    guard sum != 1 else { return x }
    let lost = x >= 1 ? 1 - (sum - x) : x - (sum - 1)
    guard lost != 0 else { return logarithm(ofNormal: sum) }
    // The rounding error of the sum, to first order: ln(1 + x) = ln(sum) + lost / sum.
    return logarithm(ofNormal: sum, adding: lost / sum)
  }

  /// Returns ln(2ⁿ*x*) + *correction* for a positive normal number.
  ///
  /// With *x* = 2ᵏ(1 + *f*) and *s* = *f*/(2 + *f*): ln(1 + *f*) = *f* − *f*²/2 + *s*(*f*²/2 + *R*),
  /// where *R* = 2(*s*²/3 + *s*⁴/5 + …) is the tail of the inverse hyperbolic tangent.
  @inlinable
  @inline(__always)
  static func logarithm(
    ofNormal x: Double, timesTwoToThe n: Int64 = 0, adding correction: Double = 0
  ) -> Double {
    // Split so that 1 + f lies between √½ and √2: adding the offset carries into the exponent.
    let bits = x.bitPattern &+ (0x3ff0_0000_0000_0000 &- 0x3fe6_a09e_667f_3bcd)
    let exponent = Double(Int64(bitPattern: bits >> 52) &- 0x3ff &+ n)
    let mantissa = Double(
      bitPattern: (bits & 0x000f_ffff_ffff_ffff) &+ 0x3fe6_a09e_667f_3bcd)
    let f = mantissa - 1
    let s = f / (2 + f)
    let half = 0.5 * f * f
    let tail = s * (half + inverseTangentTail(s * s)) + (exponent * lnTwoTail + correction)
    return exponent * lnTwoHead - ((half - tail) - f)
  }

  /// Returns 2(*z*/3 + *z*²/5 + *z*³/7 + …) for 0 ≤ *z* ≤ 0.0295, to 1 part in 10¹⁷ of 1.
  ///
  /// Seven terms that meet the series at the Chebyshev points of that range do the work of eleven
  /// terms of the series; in pairs, so that a processor can compute several at once.
  @inlinable
  @inline(__always)
  static func inverseTangentTail(_ z: Double) -> Double {
    let low = 0.666666666666667 + z * 0.39999999999899444
    let middle = 0.2857142862600327 + z * 0.22222211130259878
    let high = 0.18182889455674947 + z * 0.15331710618210773
    let square = z * z
    return z * ((low + square * middle) + square * square * (high + square * 0.14616585424888623))
  }

  /// Handles what is not a positive normal number.
  @usableFromInline
  static func logarithm(ofUnusual x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x < .infinity else { return .infinity }
    return logarithm(ofNormal: x * 0x1p54, timesTwoToThe: -54)
  }

  /// ln 2 without its last digits: 21 zero bits at the end, so that a whole number of up to eleven
  /// bits times it is exact.
  @inlinable static var lnTwoHead: Double { 0x1.62e42feep-1 }
  /// The digits of ln 2 that `lnTwoHead` leaves out.
  @inlinable static var lnTwoTail: Double { 0x1.a39ef35793c76p-33 }
}
