import Quantities
import Randomness

/// How long a customer occupies a charger.
enum ServiceModel: Sendable {
  case exponential(ExponentialDistribution)
  case deterministic(minutes: Double)
  case lognormal(LogNormalDistribution)
  case trace(EmpiricalDistribution)

  /// The mean time at a charger.
  var mean: TimeSpan {
    switch self {
    case .exponential(let distribution): .minutes(distribution.mean)
    case .deterministic(let minutes): .minutes(minutes)
    case .lognormal(let distribution): .minutes(distribution.mean)
    case .trace(let distribution): .minutes(distribution.mean)
    }
  }

  /// The variance of the time at a charger, in square minutes.
  var variance: Double {
    switch self {
    case .exponential(let distribution): distribution.variance
    case .deterministic: 0
    case .lognormal(let distribution): distribution.variance
    case .trace(let distribution): distribution.variance
    }
  }

  /// Returns the time that belongs to one random word.
  @inline(__always)
  func duration(for word: UInt64) -> TimeSpan {
    switch self {
    case .exponential(let distribution): .minutes(distribution.value(for: word))
    case .deterministic(let minutes): .minutes(minutes)
    case .lognormal(let distribution): .minutes(distribution.value(for: word))
    case .trace(let distribution): .minutes(distribution.value(for: word))
    }
  }
}
