import AnalysisKit
import Quantities
import Queueing
import Randomness
import Text

extension StationPlan {
  /// Builds the plan that the options describe, all but the number of chargers.
  init(_ options: QueueOptions, _ workshop: Workshop) throws(ToolFailure) {
    let rate = options.arrivals
    let weights = try options.pattern.hourlyWeights(workshop)
    if let weights {
      let mean = weights.reduce(0, +) / 24
      arrivals = .daily(IntensityProfile(rates: weights.map { $0 / mean * rate }, period: 24))
    } else {
      arrivals = .steady(.perHour(rate))
    }
    service = try ServiceModel(options, workshop)
    switch options.waitingSpots {
    case .limited(let spots): waitingSpots = spots
    case .unlimited: waitingSpots = nil
    }
    switch options.patience {
    case .none: meanPatience = nil
    case .exponential: meanPatience = .minutes(options.patienceMean ?? 30)
    }
  }

  /// The numbers of chargers to try; nil stands for any number.
  func counts(_ options: QueueOptions) -> [Int?] {
    switch options.chargers {
    case .unlimited: [nil]
    case .range(let range): Array(range)
    case .automatic: Array(aroundTheLoad(Targets(options)))
    }
  }

  /// From the smallest count that can keep up to the first that should meet the targets, and a few
  /// more; judged by the formulas for exponential charging times.
  private func aroundTheLoad(_ targets: Targets) -> ClosedRange<Int> {
    let largest = ChargerCounts.largest
    let canOverflow = waitingSpots == nil && meanPatience == nil
    let load = offeredLoad
    let smallest = canOverflow ? Int(load) + 1 : max(1, Int(0.7 * load))
    guard smallest < largest else { return largest...largest }
    var count = smallest
    while count < min(largest, smallest + 60), !seemsEnough(count, targets) { count += 1 }
    return smallest...min(largest, max(count + 1, smallest + 4))
  }

  /// The rate of arrivals in the busiest hour.
  private var busiestRate: Rate {
    guard case .daily(let profile) = arrivals else { return meanRate }
    return .perHour(profile.rates.max() ?? 0)
  }

  private func seemsEnough(_ chargers: Int, _ targets: Targets) -> Bool {
    var markov = self
    markov.chargers = chargers
    markov.arrivals = .steady(busiestRate)
    markov.service = .exponential(ExponentialDistribution(mean: service.mean.minutes))
    guard markov.isStable else { return false }
    let exact = ExactAnswers(markov, customers: 1).measures
    // Waits grow with the spread of the charging times as in heavy traffic.
    let spread = service.variance / (service.mean.minutes * service.mean.minutes)
    return targets.targets.allSatisfy { target in
      let isWait = target.measure == .waitMean || target.measure == .waitP95
      return exact[target.measure] * (isWait ? max(1, 0.5 * (1 + spread)) : 1) <= target.limit
    }
  }
}

extension ServiceModel {
  fileprivate init(_ options: QueueOptions, _ workshop: Workshop) throws(ToolFailure) {
    let mean = options.serviceMean ?? 30
    switch options.service {
    case .exponential:
      self = .exponential(ExponentialDistribution(mean: mean))
    case .deterministic:
      self = .deterministic(minutes: mean)
    case .lognormal:
      self = .lognormal(
        LogNormalDistribution(
          mean: mean, coefficientOfVariation: options.serviceVariation ?? 0.5))
    case .trace(let path):
      self = .trace(try Self.record(path, scaledTo: options.serviceMean, workshop))
    }
  }

  /// Reads recorded durations; a mean that is asked for stretches them all alike.
  private static func record(
    _ path: FilePath, scaledTo mean: Double?, _ workshop: Workshop
  ) throws(ToolFailure) -> EmpiricalDistribution {
    let column = try NumberColumn(path, named: ["minutes", "duration_min", "duration"], workshop)
    for (value, position) in zip(column.values, column.positions) {
      guard value < 0 || value > 1e6 else { continue }
      throw .input(
        InputFailure(
          file: path.text, position: position,
          problem: "\(value.shortestText) is not a charging time in minutes (0 to 1000000)"))
    }
    let recorded = EmpiricalDistribution(column.values)
    guard recorded.mean > 0 else {
      throw .input(InputFailure(file: path.text, problem: "all charging times are zero"))
    }
    guard let mean else { return recorded }
    return EmpiricalDistribution(column.values.map { $0 * mean / recorded.mean })
  }
}
