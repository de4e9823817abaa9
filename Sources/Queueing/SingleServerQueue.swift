/// A queue at one server with Poisson arrivals and any service time (M/G/1).
///
///     SingleServerQueue(arrivalRate: 0.5, meanService: 1, serviceVariance: 0).meanWait   // 0.5
///
/// The formula of Pollaczek (1930, doi:10.1007/BF01194620) and Khinchine needs only the first two
/// moments of the service. Rates are per unit of the caller's time.
public struct SingleServerQueue: Sendable {
  /// Whether the load is below one; otherwise the measures are their limits.
  public let isStable: Bool
  /// The share of customers who cannot start at once.
  public let waitProbability: Double
  /// The mean time in queue, zero waits included.
  public let meanWait: Double
  /// The share of time the server is busy.
  public let utilisation: Double
  /// The time average of the number of customers waiting.
  public let meanQueueLength: Double
  /// The time average of the number of busy servers.
  public let meanBusy: Double

  /// Solves the queue.
  ///
  /// - Parameters:
  ///   - arrivalRate: Arrivals per unit of time.
  ///   - meanService: The mean service time.
  ///   - serviceVariance: The variance of the service time, in the square of the unit of time.
  public init(arrivalRate: Double, meanService: Double, serviceVariance: Double) {
    precondition(arrivalRate >= 0 && arrivalRate < .infinity, "The arrival rate is finite.")
    precondition(meanService > 0 && meanService < .infinity, "The mean service is positive.")
    precondition(serviceVariance >= 0, "A variance is not negative.")
    let load = arrivalRate * meanService
    isStable = load < 1
    utilisation = Swift.min(1, load)
    meanBusy = utilisation
    waitProbability = utilisation
    let secondMoment = serviceVariance + meanService * meanService
    meanWait = isStable ? arrivalRate * secondMoment / (2 * (1 - load)) : .infinity
    meanQueueLength = isStable ? arrivalRate * meanWait : .infinity
  }
}
