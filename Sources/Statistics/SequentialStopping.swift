/// The rule that ends a study: replicate until the mean is known well enough.
///
///     let rule = SequentialStopping(relativeHalfWidth: 0.05)
///     switch rule.decide(after: meanWaits) {
///     case .enough(let interval): …
///     case .more(let expected): …         // about so many replications in all
///     case .exhausted(let interval): …    // the maximum came first
///     }
///
/// Law, *Simulation Modeling and Analysis*, section 9.4. Looking after every replication makes the
/// interval hold slightly less often than its confidence says (Chow and Robbins 1965,
/// doi:10.1214/aoms/1177700156); a minimum of ten or more keeps the loss to a point or two.
public struct SequentialStopping: Equatable, Sendable {
  /// What to do next.
  public enum Decision: Equatable, Sendable {
    /// Stop: the half-width is small enough.
    case enough(Interval)
    /// Go on; this many replications in all are forecast to be needed, the maximum at most.
    case more(expected: Int)
    /// Stop: the maximum is reached, and this is what is known.
    case exhausted(Interval?)
  }

  /// The half-width that is enough, as a share of the mean's magnitude.
  public let relativeHalfWidth: Double?
  /// The half-width that is enough, in the unit of the values.
  public let absoluteHalfWidth: Double?
  /// The confidence of the interval.
  public let confidence: Double
  /// The number of replications below which nothing is decided.
  public let minimum: Int
  /// The number of replications at which to give up.
  public let maximum: Int

  /// Makes a rule from one target or two.
  ///
  /// With two targets either one is enough: the absolute one then rescues a mean near zero, of which
  /// no share is ever reached.
  public init(
    relativeHalfWidth: Double? = nil, absoluteHalfWidth: Double? = nil,
    confidence: Double = 0.95, minimum: Int = 10, maximum: Int = 10_000
  ) {
    precondition(
      relativeHalfWidth != nil || absoluteHalfWidth != nil,
      "a stopping rule needs a relative or an absolute half-width")
    precondition(
      relativeHalfWidth ?? 1 > 0 && absoluteHalfWidth ?? 1 > 0, "a half-width to reach is positive")
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    precondition(2 <= minimum && minimum <= maximum, "2 ≤ minimum ≤ maximum must hold")
    self.relativeHalfWidth = relativeHalfWidth
    self.absoluteHalfWidth = absoluteHalfWidth
    self.confidence = confidence
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Returns what to do after the replications so far, whose values must be finite.
  public func decide(after sample: [Double]) -> Decision {
    let moments = RunningMoments(sample)
    guard let interval = Interval.studentT(moments, confidence: confidence) else {
      return .more(expected: minimum)
    }
    if sample.count >= minimum, interval.halfWidth <= target(for: moments.mean) {
      return .enough(interval)
    }
    guard sample.count < maximum else { return .exhausted(interval) }
    return .more(expected: forecast(from: moments))
  }

  private func target(for mean: Double) -> Double {
    max(absoluteHalfWidth ?? 0, (relativeHalfWidth ?? 0) * mean.magnitude)
  }

  /// Returns the smallest number at which the spread seen so far would give the half-width asked for.
  private func forecast(from moments: RunningMoments) -> Int {
    let target = target(for: moments.mean)
    let tail = Interval.tail(of: confidence)
    var low = max(minimum, moments.count + 1)
    var high = maximum
    while low < high {
      let middle = low + (high - low) / 2
      let multiplier = -StudentT.quantile(tail, degreesOfFreedom: Double(middle - 1))
      let halfWidth = multiplier * moments.standardDeviation / Double(middle).squareRoot()
      if halfWidth <= target { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
