/// The mean wait at several servers with Poisson arrivals and any service time, approximately.
///
///     GeneralServiceApproximation(
///       arrivalRate: 0.5, meanService: 1, variation: 0, servers: 1).meanWait   // 0.5, exact here
///
/// The wait of exponential services times (1 + *cv*²)/2, with *cv* the standard deviation of the
/// service over its mean (Lee and Longton 1959). With unlimited room and endless patience it is exact
/// for one server (Pollaczek and Khinchine), and the better the busier the station is; exponential service
/// is exact always.
public struct GeneralServiceApproximation: Sendable {
  /// Whether the queue settles; otherwise the waits are endless.
  public let isStable: Bool
  /// The share of customers who cannot start at once, as if service were exponential.
  public let waitProbability: Double
  /// The mean time in queue of those who are served, zero waits included.
  public let meanWait: Double
  /// The mean number of busy servers per server.
  public let utilisation: Double

  /// Solves the queue.
  ///
  /// - Parameters:
  ///   - arrivalRate: Arrivals per unit of time.
  ///   - meanService: The mean service time.
  ///   - variation: The standard deviation of the service time over its mean.
  ///   - servers: The number of servers, at least one.
  ///   - waitingSpots: The number of customers who can wait; `nil` if unlimited.
  ///   - abandonmentRate: One over the mean patience of those who wait; zero if nobody leaves.
  public init(
    arrivalRate: Double, meanService: Double, variation: Double, servers: Int,
    waitingSpots: Int? = nil, abandonmentRate: Double = 0
  ) {
    precondition(variation >= 0, "A standard deviation is not negative.")
    let queue = MarkovQueue(
      arrivalRate: arrivalRate, serviceRate: 1 / meanService, servers: servers,
      waitingSpots: waitingSpots, abandonmentRate: abandonmentRate)
    isStable = queue.isStable
    waitProbability = queue.waitProbability
    meanWait = queue.meanWait * (1 + variation * variation) / 2
    utilisation = queue.utilisation
  }
}
