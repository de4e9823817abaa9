/// Polynomials with coefficients 0 and 1 whose powers of *x* run through all remainders but zero.
///
/// Each one gives a Sobol sequence a dimension of its own. The bits of a number are the
/// coefficients, so that 0b1011 is *x*³ + *x* + 1.
package enum PrimitivePolynomials {
  /// Returns the first so many, by degree and then by number, from *x* + 1 on.
  ///
  ///     PrimitivePolynomials.first(4)   // [0b11, 0b111, 0b1011, 0b1101]
  package static func first(_ count: Int) -> [UInt64] {
    var found: [UInt64] = []
    // Without the summand 1 a polynomial is divisible by x, so only odd numbers come in question.
    var candidate: UInt64 = 0b11
    while found.count < count {
      if isPrimitive(candidate) { found.append(candidate) }
      candidate += 2
    }
    return found
  }

  /// Returns whether the powers of *x* modulo the polynomial come back to 1 only after 2ᵈ − 1
  /// steps.
  static func isPrimitive(_ polynomial: UInt64) -> Bool {
    let period = (1 << polynomial.degree) - 1
    var power: UInt64 = 1
    for step in 1...period {
      power <<= 1
      if power >> polynomial.degree == 1 { power ^= polynomial }
      if power == 1 { return step == period }
    }
    return false
  }
}

extension UInt64 {
  /// The place of the highest 1: the degree of the polynomial whose coefficients are the bits.
  var degree: Int { 63 - leadingZeroBitCount }
}
