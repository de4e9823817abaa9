import Numerics

extension Interval {
  /// Returns the confidence interval of a share, such as that of stranded vehicles.
  ///
  ///     Interval.wilson(successes: 0, of: 10)   // mean 0, low 0, high 0.2775
  ///
  /// Wilson's score interval (doi:10.1080/01621459.1927.10502953). It never leaves 0...1 and stays
  /// honest for rare events, where the textbook interval has no width (Brown, Cai and DasGupta 2001,
  /// doi:10.1214/ss/1009213286). Needs at least one trial: the share of nothing is unknown.
  public static func wilson(
    successes: Int, of trials: Int, confidence: Double = 0.95
  ) -> Interval {
    precondition(trials > 0, "a share needs at least one trial")
    precondition((0...trials).contains(successes), "successes lie between 0 and the trials")
    let z = -StandardNormal.quantile(tail(of: confidence))
    let (hits, count) = (Double(successes), Double(trials))
    let centre = (hits + 0.5 * z * z) / (count + z * z)
    let spread = (hits * (count - hits) / count + 0.25 * z * z).squareRoot()
    let reach = z * spread / (count + z * z)
    // At the borders the formula gives 0 and 1 but for rounding.
    return Interval(
      mean: hits / count,
      low: successes == 0 ? 0 : centre - reach,
      high: successes == trials ? 1 : centre + reach)
  }
}
