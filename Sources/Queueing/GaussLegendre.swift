/// Gauss and Legendre's rule of 16 points, exact for polynomials up to degree 31.
enum GaussLegendre {
  /// Calls `body` with each point of an interval and its weight.
  @inline(__always)
  static func forEachPoint(
    from start: Double, width: Double, _ body: (_ point: Double, _ weight: Double) -> Void
  ) {
    let half = 0.5 * width
    let centre = start + half
    for i in 0..<8 {
      let reach = half * abscissas[i]
      let weight = half * weights[i]
      body(centre - reach, weight)
      body(centre + reach, weight)
    }
  }

  private static let abscissas: SIMD8<Double> = [
    0.09501250983763744019, 0.28160355077925891323, 0.45801677765722738634,
    0.61787624440264374845, 0.75540440835500303390, 0.86563120238783174388,
    0.94457502307323257608, 0.98940093499164993260,
  ]
  private static let weights: SIMD8<Double> = [
    0.18945061045506849629, 0.18260341504492358887, 0.16915651939500253819,
    0.14959598881657673208, 0.12462897125553387205, 0.09515851168249278481,
    0.06225352393864789286, 0.02715245941175409485,
  ]
}
