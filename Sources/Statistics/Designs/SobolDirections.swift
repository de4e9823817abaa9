/// The direction numbers of a Sobol sequence: what each binary digit of an index adds to a point.
///
/// A dimension is made by a primitive polynomial and by initial numbers *m*₁ … *m*ₛ, as many as the
/// polynomial has degrees, where *m*ₖ is odd and below 2ᵏ. The polynomials are computed
/// (``PrimitivePolynomials``); the initial numbers are ours, found by a search.
///
/// The search, which `SobolSearch` in the tests repeats, goes from dimension to dimension. Of all
/// choices of initial numbers, or of 4096 drawn ones where there are more, it keeps those with
/// Sobol's property A: of the first 2ᵈ points each of the 2ᵈ parts of the halved cube holds one
/// (Sobol 1976, doi:10.1016/0041-5553(76)90154-3). Among these it takes the one whose pairs with
/// all earlier dimensions are spread best: the least sum of 2²ᵗ⁻ᵐ over these pairs and over *m*
/// from 1 to 16, where *t* is the quality of the pair's first 2ᵐ points as a (*t*, *m*, 2)-net.
/// Their discrepancy is bounded by a multiple of 2ᵗ⁻ᵐ, that of random points is near 2⁻ᵐᐟ²; the
/// square of the ratio is 2²ᵗ⁻ᵐ. Good pairs are what counts in practice (Joe and Kuo 2008,
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
      let odd = (rest & ((1 << bits) - 1)) << 1 | 1
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

  private static let polynomials = PrimitivePolynomials.first(initialNumbers.count)

  /// The free bits of the initial numbers of every dimension but the first, as the search found
  /// them.
  package static let initialNumbers: [UInt64] = [
    0x0, 0x0, 0x0, 0x3, 0x5, 0x1a, 0x2d9, 0x2d7, 0x156, 0x2ad, 0x3a3, 0x78, 0x7923, 0x1f14,
    0x42ae, 0x4c1, 0x4977, 0x6d57, 0x18_9202, 0x7_f58e, 0x8_427a, 0x19_0e4f, 0x3_534c, 0x11_6d88,
    0x9_90f6, 0x5_5fd9, 0xd_11ad, 0x18_cba3, 0x868, 0x10_e191, 0xae66, 0xa_e3bf, 0x1e_0a5c,
    0xa_71e6, 0x1a_c131, 0x4_9278, 0x966_0dc7, 0x6a6_7df2, 0x74f_d5d9, 0x944_611a, 0x892_98ff,
    0x4b0_db4f, 0x9b_ec86, 0x782_951c, 0x4f0_3123, 0xce7_ae01, 0x2d3_8eeb, 0xe46_eab4, 0x7bd_2c72,
    0x39f_7350, 0xdaa_4e5f, 0xa5c_4def, 0xe_b244_d7bf, 0x5fbe_b96e, 0xa_aa4b_1e4a, 0x9_7f99_5dc5,
    0xf_c49b_e3c9, 0x9_6114_88c3, 0xd_87ee_0bff, 0x6_1da1_1a5e, 0x5_a6e0_f89e, 0x2_d954_3c55,
    0x2_f0bb_deb0, 0x5_316d_e752, 0xbc30_e8fb, 0xb_716c_923e, 0xe_8fec_5769, 0x9_ad2e_b476,
    0xf_7674_5f04, 0x9_723a_3b10, 0x4_4cab_bc2f, 0x1c11_bb78, 0xf_4925_3297, 0xcbeb_9d1a,
    0x7_0618_e66c, 0x2_0dc4_9d68, 0x6_ee24_0c04, 0x5_412d_18e9, 0xb_d917_c56e, 0x7_74f3_2341,
    0x7867_5977, 0x5_0096_dead, 0x5_ca0d_743e, 0xe_5563_ccc7, 0x7_6eaa_d962, 0x2_563b_25da,
    0xe_664d_56e3, 0x6_21a3_d439, 0x1_537d_e5af, 0x8_7261_22c9, 0xa_fbf0_2375, 0xa_f4de_3bf8,
    0x4_527a_1ec4, 0x6_c7df_9cfc, 0xa_3345_cef8, 0x8_bc55_c70e, 0xe_2582_aa00, 0xf_5f85_7915,
    0x3367_9e7b, 0x2_cc3c_a215,
  ]
}
