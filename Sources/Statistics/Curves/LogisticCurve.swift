import Numerics

/// A share that rises or falls with a level along an S: its log odds are a straight line.
///
///     let curve = LogisticCurve(successes: [1, 9, 27], of: [30, 30, 30], at: [30, 60, 90])
///     curve?.share(at: 75)           // about two in three, with its interval
///     curve?.level(reaching: 0.5)    // the level of even odds, with its interval
///
/// Maximum likelihood for binomial counts, by iteratively reweighted least squares (McCullagh and
/// Nelder, *Generalized Linear Models*, chapter 4). Few numbers carry far, if the shape is right;
/// ``IsotonicRegression`` presumes none. For a share that rises with the logarithm of a level, give
/// logarithms.
public struct LogisticCurve: Equatable, Sendable {
  /// How much the counts scatter around their expectations.
  public enum Dispersion: Equatable, Sendable {
    /// As independent trials do.
    case binomial
    /// As Pearson's statistic shows, as where vehicles of one run share their luck: a multiple.
    case estimated
  }

  /// The log odds at level 0.
  public let intercept: Interval
  /// The change of the log odds per unit of the level.
  public let slope: Interval
  /// By how much the variance of the counts exceeds the binomial one; 1 where it was not estimated.
  public let dispersion: Double

  private let line: LogOddsLine
  private let multiplier: Double

  /// Fits the curve to counts at ascending levels.
  ///
  /// Fails where no curve fits best: with fewer than two levels, or where a step does — all trials
  /// fail up to some level and succeed from it on, or the other way around. Estimating the
  /// dispersion needs three levels.
  public init?(
    successes: [Int], of trials: [Int], at levels: [Double], dispersion: Dispersion = .binomial,
    confidence: Double = 0.95
  ) {
    levels.requireAscending()
    precondition(
      successes.count == levels.count && trials.count == levels.count, "every level has its counts")
    precondition(
      zip(successes, trials).allSatisfy { $1 > 0 && (0...$1).contains($0) },
      "every level has at least one trial, and no more successes than trials")
    let failures = zip(successes, trials).map { $1 - $0 }
    guard levels.count >= (dispersion == .binomial ? 2 : 3),
      !Self.isStep(successes, failures), !Self.isStep(failures, successes),
      var line = LogOddsLine(successes.map(Double.init), trials.map(Double.init), levels)
    else { return nil }

    let tail = Interval.tail(of: confidence)
    switch dispersion {
    case .binomial:
      self.dispersion = 1
      multiplier = -StandardNormal.quantile(tail)
    case .estimated:
      let degrees = Double(levels.count - 2)
      self.dispersion = line.pearson / degrees
      multiplier = -StudentT.quantile(tail, degreesOfFreedom: degrees)
      line.scaleVariances(by: self.dispersion)
    }
    self.line = line
    let (start, reach) = (line.value(at: 0), multiplier * line.standardError(at: 0))
    intercept = Interval(mean: start, low: start - reach, high: start + reach)
    let slopeReach = multiplier * line.slopeVariance.squareRoot()
    slope = Interval(mean: line.slope, low: line.slope - slopeReach, high: line.slope + slopeReach)
  }

  /// Whether the highest level with one kind of outcome is not above the lowest with the other.
  private static func isStep(_ early: [Int], _ late: [Int]) -> Bool {
    guard let last = early.lastIndex(where: { $0 > 0 }),
      let first = late.firstIndex(where: { $0 > 0 })
    else { return true }
    return last <= first
  }

  /// Returns the share at a level, with an interval that never leaves 0...1.
  public func share(at level: Double) -> Interval {
    let (centre, reach) = (line.value(at: level), multiplier * line.standardError(at: level))
    return Interval(
      mean: centre.inverseLogOdds, low: (centre - reach).inverseLogOdds,
      high: (centre + reach).inverseLogOdds)
  }

  /// Returns the level at which the curve reaches a share between 0 and 1.
  ///
  /// The interval holds the levels whose own interval holds the share (Fieller 1954). Where the
  /// slope might be 0 they have no bounds, and the ends are infinite.
  public func level(reaching share: Double) -> Interval {
    precondition(share > 0 && share < 1, "a logistic curve reaches shares between 0 and 1 alone")
    return line.level(reaching: Double.log(share / (1 - share)), multiplier)
  }
}

extension Double {
  /// The probability whose log odds this is.
  var inverseLogOdds: Double { 1 / (1 + Double.exp(-self)) }
}
