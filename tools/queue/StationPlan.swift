import Quantities
import Randomness

/// A charging station and the demand on it, as a queue.
struct StationPlan: Sendable {
  /// When customers come.
  var arrivals: Arrivals
  /// How long they charge.
  var service: ServiceModel
  /// How many can charge at a time; nil when any number can.
  var chargers: Int?
  /// How many can wait; nil when any number can.
  var waitingSpots: Int?
  /// The mean of the exponential time after which a waiting customer leaves; nil when nobody ever does.
  var meanPatience: TimeSpan?

  /// When customers come.
  enum Arrivals: Sendable {
    /// At random, at a rate that never changes.
    case steady(Rate)
    /// At random, at a rate that depends on the hour of the day.
    case daily(IntensityProfile)
  }

  /// The mean number of chargers that would be busy if there were always one free.
  var offeredLoad: Double { meanRate * service.mean }

  /// The mean rate of arrivals.
  var meanRate: Rate {
    switch arrivals {
    case .steady(let rate): rate
    case .daily(let profile): .perHour(profile.meanRate)
    }
  }

  /// Whether the queue has a long-run mean, rather than growing as long as one looks.
  var isStable: Bool {
    guard let chargers, waitingSpots == nil, meanPatience == nil else { return true }
    // A load that only rounding keeps below the number of chargers has no long-run mean either.
    return offeredLoad < Double(chargers) * (1 - 1e-9)
  }
}
