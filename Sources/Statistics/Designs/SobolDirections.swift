/// The direction numbers of a Sobol sequence: what each binary digit of an index adds to a point.
///
/// A dimension is made by a primitive polynomial and by initial numbers *m*₁ … *m*ₛ, as many as the
/// polynomial has degrees, where *m*ₖ is odd and below 2ᵏ. The polynomials are computed
/// (``PrimitivePolynomials``); the initial numbers are ours, found by a search.
///
/// The search, which `SobolSearch` in the tests repeats, goes from dimension to dimension. Of all
/// choices of initial numbers, or of 4096 drawn ones where there are more, it keeps those with
/// Sobol's property A (of the first 2ᵈ points each of the 2ᵈ parts of the halved cube holds one; Sobol 1976,
/// doi:10.1016/0041-5553(76)90154-3). Among these it takes the one whose pairs with all earlier
/// dimensions are spread best: the least sum of 2²ᵗ⁻ᵐ over these pairs and over *m* from 1 to 16,
/// where *t* is the quality of the pair's first 2ᵐ points as a (*t*, *m*, 2)-net. 2ᵗ⁻ᵐ bounds their
/// discrepancy and 2⁻ᵐᐟ² is that of random points, so it is the square of "how much worse than
/// chance at worst". Good pairs are what counts in practice (Joe and Kuo 2008,
/// doi:10.1137/070709359).
package enum SobolDirections {
  /// How many binary digits a coordinate has, and an index at most.
  package static let digits = 53

  /// Returns what each digit of an index adds in a dimension, the first binary place highest.
  package static func numbers(dimension: Int) -> [UInt64] {
    guard dimension > 0 else { return (0..<digits).map { 1 << (63 - $0) } }
    return numbers(
      polynomial: polynomials[dimension - 1], initial: initialNumbers[dimension - 1])
  }

  /// Returns the direction numbers that a polynomial and its initial numbers make.
  ///
  /// The free bits of the initial numbers stand in one word: that of *m*₂ lowest, then the two of
  /// *m*₃ and so on. The last bit of each is 1 and is left out.
  package static func numbers(
    polynomial: UInt64, initial: UInt64, count: Int = digits
  ) -> [UInt64] {
    let degree = polynomial.degree
    var rest = initial
    var numbers: [UInt64] = []
    for bits in 0..<degree {
      let odd = rest & ((1 << bits) - 1) << 1 | 1
      rest >>= bits
      numbers.append(odd << (63 - bits))
    }
    while numbers.count < count {
      let oldest = numbers[numbers.count - degree]
      var next = oldest ^ oldest >> degree
      for back in 1..<degree where polynomial >> (degree - back) & 1 == 1 {
        next ^= numbers[numbers.count - back]
      }
      numbers.append(next)
    }
    return numbers
  }

  package static let polynomials = PrimitivePolynomials.first(initialNumbers.count)

  /// The free bits of the initial numbers of every dimension but the first, as the search found them.
  package static let initialNumbers: [UInt64] = [
    0x0, 0x0, 0x0, 0x6, 0xa, 0x34, 0x1fa, 0x86, 0x270, 0x27c, 0x182, 0x2ca, 0x5428, 0x642e,
    0x4574, 0x3c30, 0x45d6, 0x2a39, 0x14_8ac7, 0x4_a99d, 0x1e_35ed, 0x4_a4f6, 0x5_9b0b, 0x13_6bf5,
    0x9_f7dd, 0x7_45ae, 0x18_f858, 0x1_1103, 0x6_bbc4, 0x2_826e, 0xe_166a, 0x14_8b00, 0x14_4c1c,
    0x1e_4795, 0x18_292a, 0x1b_63d6, 0x6d5_0ea2, 0x9e8_843d, 0x1f4_1190, 0xa5a_f44b, 0xf63_9656,
    0xf2d_8352, 0x49e_5461, 0x571_990d, 0xda7_e464, 0xbb0_f20f, 0x32a_064a, 0x52d_6df2,
    0x6ed_f34b, 0xb53_ef27, 0xe68_9236, 0xa75_3626, 0x1_907f_d5ae, 0x9_04e1_f000, 0x5_3251_c6b4,
    0x9_f06e_9af6, 0x2_3c8f_72e9, 0x4427_24be, 0x7_a6ee_fd6b, 0x6_102b_380e, 0xe_8c94_d47d,
    0x8_5a09_1881, 0x3_0e07_70db, 0xe_4b02_bdac, 0xd_a53c_e354, 0x5_65da_17c9, 0x9_fa38_c3b8,
    0xb_456e_3ac3, 0xd_5f87_7b98, 0x6_a611_a4f4, 0x1_6a4a_49d4, 0x7589_c507, 0xf_aedf_9da0,
    0x3_fb48_3f65, 0x6_43b6_b6dc, 0xe_683d_72fd, 0x2_48a8_4e04, 0x5_d0da_d230, 0xe_5584_b8c2,
    0x5_725e_a18e, 0x3_4ebc_6926, 0x6_68cc_aa87, 0x7_31ad_d497, 0x5_f431_125a, 0xe_4959_66fb,
    0xd_b411_171e, 0xd_15e4_1b38, 0x6_af35_9af8, 0xba87_a7f6, 0x6_50ec_76d9, 0xb_f709_05b0,
    0x6_5915_7c93, 0xf_88e4_0265, 0x9_73aa_9b94, 0x8_5de1_ac7b, 0xb_a660_bb7e, 0xd_c884_4f56,
    0x3_0d9f_81ec, 0xa_3380_6862, 0x7_a060_f7e2,
  ]
}
