import Numerics

/// A queue whose arrival rate changes slowly, as if it were at every moment the queue that its rate
/// would settle to.
///
///     PointwiseStationaryQueue(
///       arrivalRates: [0.5, 1.5], serviceRate: 1, servers: 2, waitingSpots: nil).meanWait
///
/// The pointwise stationary approximation (Green and Kolesar 1991, doi:10.1287/mnsc.37.1.84): an
/// average over the day of Markov queues, waits weighted by who comes. Good when the rate changes little
/// during a service, and not at all when the busiest moment is beyond what the servers can do.
public struct PointwiseStationaryQueue: Sendable {
  /// Whether the queue of every moment settles.
  public let isStable: Bool
  /// The share of admitted customers who cannot start at once.
  public let waitProbability: Double
  /// The mean time in queue of those who are served.
  public let meanWait: Double
  /// The mean number of busy servers per server.
  public let utilisation: Double
  /// The time average of the number of customers waiting.
  public let meanQueueLength: Double

  /// Solves the queue of each rate and averages.
  ///
  /// - Parameters:
  ///   - arrivalRates: Arrivals per unit of time in equal parts of the day, at least one of them
  ///     above 0.
  ///   - serviceRate: Services per unit of time of one busy server.
  ///   - servers: The number of servers, at least one.
  ///   - waitingSpots: The number of customers who can wait; `nil` if unlimited.
  ///   - abandonmentRate: One over the mean patience of those who wait; zero if nobody leaves.
  public init(
    arrivalRates: [Double], serviceRate: Double, servers: Int, waitingSpots: Int?,
    abandonmentRate: Double = 0
  ) {
    let queues = arrivalRates.map { rate in
      MarkovQueue(
        arrivalRate: rate, serviceRate: serviceRate, servers: servers, waitingSpots: waitingSpots,
        abandonmentRate: abandonmentRate)
    }
    let admitted = zip(arrivalRates, queues).map { $0 * (1 - $1.blockedShare) }
    let served = zip(arrivalRates, queues).map { $0 * (1 - $1.blockedShare - $1.abandonedShare) }
    func average(_ values: [Double], by weights: [Double]) -> Double {
      zip(values, weights).map { $1 > 0 ? $0 * $1 : 0 }.compensatedSum() / weights.compensatedSum()
    }
    let count = Double(max(arrivalRates.count, 1))
    isStable = queues.allSatisfy(\.isStable)
    waitProbability = average(queues.map(\.waitProbability), by: admitted)
    meanWait = average(queues.map(\.meanWait), by: served)
    utilisation = queues.map(\.utilisation).compensatedSum() / count
    meanQueueLength = queues.map(\.meanQueueLength).compensatedSum() / count
  }
}
