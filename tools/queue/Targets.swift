/// What a station has to achieve.
struct Targets: Sendable {
  /// A measure and the largest value it may have.
  struct Target: Sendable {
    let measure: Measure
    let limit: Double
  }

  let targets: [Target]

  /// Whether there is anything to achieve.
  var isEmpty: Bool { targets.isEmpty }

  /// How a station does.
  enum Standing: Sendable {
    /// All intervals lie within the targets.
    case met
    /// An interval lies beyond its target.
    case missed(Target)
    /// A target lies inside its interval, or there is no interval.
    case undecided(Target)
    /// The runs are too short to tell; it would take so many customers.
    case tooShort(customers: Double)
  }

  /// Judges a station by the ends of its intervals; a queue without end meets nothing.
  func standing(of answer: StationAnswer) -> Standing {
    if answer.plan.isStable, case .needs(let customers) = answer.settling {
      return .tooShort(customers: customers)
    }
    var doubtful: Target?
    for target in targets {
      let estimate = answer[target.measure]
      guard answer.plan.isStable else { return .missed(target) }
      if let low = estimate.low, low > target.limit { return .missed(target) }
      if (estimate.high ?? .infinity) > target.limit { doubtful = doubtful ?? target }
    }
    return doubtful.map { .undecided($0) } ?? .met
  }

  init(_ options: QueueOptions) {
    let limits: [(Measure, Double?)] = [
      (.waitMean, options.targetWaitMean), (.waitP95, options.targetWaitP95),
      (.waitProbability, options.targetWaitProbability), (.blockedShare, options.targetBlocked),
      (.abandonedShare, options.targetAbandoned),
    ]
    targets = limits.compactMap { measure, limit in
      limit.map { Target(measure: measure, limit: $0) }
    }
  }
}
