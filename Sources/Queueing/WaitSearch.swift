import Numerics

/// Finds the wait that a given share of customers does not exceed.
enum WaitSearch {
  /// Returns the smallest wait whose share of longer waits is at most 1 − *p*.
  ///
  /// The logarithm of that share is nearly straight, so interpolation needs few steps;
  /// Chandrupatla's rule (1997, doi:10.1016/s0965-9978(96)00051-8) falls back on halving where it is not.
  ///
  /// - Parameters:
  ///   - p: The share of customers, from 0 to 1.
  ///   - scale: A positive wait of the expected order of magnitude.
  ///   - share: The share of waits longer than its argument.
  /// - Returns: The wait; infinite for a *p* of 1 unless nobody waits.
  static func quantile(_ p: Double, scale: Double, share: (Double) -> Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    guard share(0) > 1 - p else { return 0 }
    guard p < 1 else { return .infinity }
    let goal = Double.log(1 - p)
    func excess(_ t: Double) -> Double { Swift.max(Double.log(share(t)), -1000) - goal }

    var low = 0.0
    var lowExcess = excess(0)
    var high = scale
    var highExcess = excess(high)
    while highExcess > 0, high < .greatestFiniteMagnitude / 4 {
      (low, lowExcess) = (high, highExcess)
      high *= 2
      highExcess = excess(high)
    }
    return crossing(of: excess, (low, lowExcess), (high, highExcess))
  }

  private static func crossing(
    of excess: (Double) -> Double, _ first: (Double, Double), _ second: (Double, Double)
  ) -> Double {
    var (b, atB) = first
    var (a, atA) = second
    var c = a
    var atC = atA
    var step = 0.5
    for _ in 0..<200 {
      let t = a + step * (b - a)
      let atT = excess(t)
      if (atT > 0) == (atA > 0) {
        (c, atC) = (a, atA)
      } else {
        (c, atC) = (b, atB)
        (b, atB) = (a, atA)
      }
      (a, atA) = (t, atT)
      let best = atA.magnitude < atB.magnitude ? a : b
      let tolerance = 2 * best.ulp / (b - a).magnitude
      guard tolerance < 0.5, atA != 0 else { return best }
      let xi = (a - b) / (c - b)
      let phi = (atA - atB) / (atC - atB)
      let isInterpolable = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
      if isInterpolable {
        step =
          atA / (atB - atA) * atC / (atB - atC)
          + (c - a) / (b - a) * atA / (atC - atA) * atB / (atC - atB)
      } else {
        step = 0.5
      }
      step = Swift.min(1 - tolerance, Swift.max(tolerance, step))
    }
    return 0.5 * (a + b)
  }
}
