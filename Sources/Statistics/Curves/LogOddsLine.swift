import Numerics

/// The straight line of log odds that makes binomial counts most likely.
///
/// Measured from the centre of the levels and in units of their spread, so that no digits are lost
/// when levels are large and close together.
struct LogOddsLine: Equatable, Sendable {
  private let centre: Double
  private let spread: Double
  private var height: Double
  private var rise: Double
  private var covariance = Symmetric()
  /// Pearson's statistic of what the line leaves over.
  private(set) var pearson = 0.0

  /// Fits the line by Newton's method, or fails where that does not settle.
  ///
  /// The likelihood has one summit; a step that overshoots it is halved.
  init?(_ successes: [Double], _ trials: [Double], _ levels: [Double]) {
    let moments = RunningMoments(levels)
    (centre, spread) = (moments.mean, moments.standardDeviation)
    let share = successes.reduce(0, +) / trials.reduce(0, +)
    (height, rise) = (Double.log(share / (1 - share)), 0)
    let counts = levels.indices.map { index in
      Count(
        place: (levels[index] - moments.mean) / moments.standardDeviation,
        successes: successes[index], trials: trials[index])
    }
    for _ in 0..<200 {
      guard let inverse = Symmetric(informationOf: counts, height, rise).inverse else { return nil }
      let slope = gradient(counts)
      var step = (
        height: inverse.first * slope.height + inverse.mixed * slope.rise,
        rise: inverse.mixed * slope.height + inverse.second * slope.rise
      )
      let likelihood = likelihood(counts, height, rise)
      for _ in 0..<30
      where self.likelihood(counts, height + step.height, rise + step.rise) < likelihood {
        step = (0.5 * step.height, 0.5 * step.rise)
      }
      height += step.height
      rise += step.rise
      covariance = inverse
      let scale = 1 + height.magnitude + rise.magnitude
      if max(step.height.magnitude, step.rise.magnitude) <= 1e-13 * scale {
        pearson = counts.reduce(0) { $0 + $1.pearson(height + rise * $1.place) }
        return
      }
    }
    return nil
  }

  private func gradient(_ counts: [Count]) -> (height: Double, rise: Double) {
    counts.reduce((0, 0)) { sum, count in
      let share = (height + rise * count.place).inverseLogOdds
      let excess = count.successes - count.trials * share
      return (sum.0 + excess, sum.1 + excess * count.place)
    }
  }

  private func likelihood(_ counts: [Count], _ height: Double, _ rise: Double) -> Double {
    counts.reduce(0) { sum, count in
      let odds = height + rise * count.place
      let logOfOnePlus = max(odds, 0) + Double.log(onePlus: Double.exp(-odds.magnitude))
      return sum + count.successes * odds - count.trials * logOfOnePlus
    }
  }

  /// Multiplies all variances.
  mutating func scaleVariances(by factor: Double) {
    covariance.first *= factor
    covariance.mixed *= factor
    covariance.second *= factor
  }

  /// The change per unit of the level, and the variance of its estimate.
  var slope: Double { rise / spread }
  var slopeVariance: Double { covariance.second / (spread * spread) }

  /// Returns the log odds at a level.
  func value(at level: Double) -> Double { height + rise * ((level - centre) / spread) }

  /// Returns the standard error of the log odds at a level.
  func standardError(at level: Double) -> Double {
    let place = (level - centre) / spread
    return (covariance.first + place * (2 * covariance.mixed + place * covariance.second))
      .squareRoot()
  }

  /// Returns where the line reaches log odds, and between which levels it might.
  ///
  /// These are the places *z* with (height + rise *z* − odds)² ≤ multiplier² variance(*z*), the
  /// solutions of a quadratic inequality.
  func level(reaching odds: Double, _ multiplier: Double) -> Interval {
    let square = multiplier * multiplier
    let gap = height - odds
    let a = rise * rise - square * covariance.second
    let b = rise * gap - square * covariance.mixed
    let c = gap * gap - square * covariance.first
    let estimate = centre + spread * (-gap / rise)
    guard a > 0 else { return Interval(mean: estimate, low: -.infinity, high: .infinity) }
    let root = max(0, b * b - a * c).squareRoot()
    // The larger solution in magnitude first, the other from their product: nothing cancels.
    let far = (b > 0 ? -b - root : -b + root) / a
    let near = far == 0 ? 0 : c / (a * far)
    return Interval(
      mean: estimate, low: centre + spread * min(far, near), high: centre + spread * max(far, near))
  }
}

/// The counts at one level.
private struct Count {
  let place: Double
  let successes: Double
  let trials: Double

  /// The squared distance from the expectation in units of the binomial variance.
  func pearson(_ odds: Double) -> Double {
    let share = odds.inverseLogOdds
    let excess = successes - trials * share
    return excess * excess / (trials * share * (1 - share))
  }
}

/// A symmetric matrix of two rows.
private struct Symmetric: Equatable, Sendable {
  var first = 0.0
  var mixed = 0.0
  var second = 0.0

  init() {}

  /// Sums up how sharply the likelihood bends at a line.
  init(informationOf counts: [Count], _ height: Double, _ rise: Double) {
    for count in counts {
      let share = (height + rise * count.place).inverseLogOdds
      let weight = count.trials * share * (1 - share)
      first += weight
      mixed += weight * count.place
      second += weight * count.place * count.place
    }
  }

  /// The inverse, or `nil` where there is none.
  var inverse: Symmetric? {
    let determinant = first * second - mixed * mixed
    guard determinant > 0, determinant.isFinite else { return nil }
    var inverse = Symmetric()
    inverse.first = second / determinant
    inverse.mixed = -mixed / determinant
    inverse.second = first / determinant
    return inverse
  }
}
