import Numerics

/// A queue with Poisson arrivals, the same service time for everybody, and several servers (M/D/*c*).
///
///     let wash = DeterministicServiceQueue(arrivalRate: 0.5, serviceTime: 1, servers: 1)
///     wash.meanWait   // 0.5, half of what exponential service would cost
///
/// Rates are per unit of the caller's time, waits in that unit; the waiting room is unlimited.
public struct DeterministicServiceQueue: Sendable {
  /// Whether the load is below the number of servers; otherwise the measures are their limits.
  public let isStable: Bool
  /// The share of customers who cannot start at once.
  public let waitProbability: Double
  /// The mean time in queue, zero waits included.
  public let meanWait: Double
  /// The mean number of busy servers per server.
  public let utilisation: Double
  /// The time average of the number of customers waiting.
  public let meanQueueLength: Double
  /// The time average of the number of busy servers.
  public let meanBusy: Double

  private let arrivalRate: Double
  private let serviceTime: Double
  private let servers: Int
  private let queue: BatchQueue?

  /// Solves the queue.
  ///
  /// - Parameters:
  ///   - arrivalRate: Arrivals per unit of time.
  ///   - serviceTime: The service time of every customer.
  ///   - servers: The number of servers, at least one.
  /// - Complexity: O(*servers*), some milliseconds at the most.
  public init(arrivalRate: Double, serviceTime: Double, servers: Int) {
    precondition(arrivalRate >= 0 && arrivalRate < .infinity, "The arrival rate is finite.")
    precondition(serviceTime > 0 && serviceTime < .infinity, "The service time is positive.")
    precondition(servers >= 1, "A queue has at least one server.")
    self.arrivalRate = arrivalRate
    self.serviceTime = serviceTime
    self.servers = servers
    let load = arrivalRate * serviceTime
    meanBusy = Swift.min(load, Double(servers))
    utilisation = meanBusy / Double(servers)
    isStable = load < Double(servers)
    queue = isStable && load > 0 ? BatchQueue(load: load, batch: servers) : nil
    guard let queue else {
      waitProbability = isStable ? 0 : 1
      meanWait = isStable ? 0 : .infinity
      meanQueueLength = meanWait
      return
    }
    waitProbability = queue.shareBehind(places: servers, arrivals: load)
    meanQueueLength = queue.meanLength
    meanWait = queue.meanLength / arrivalRate
  }

  /// Returns the share of customers who wait longer than a time.
  ///
  /// For (*k* − 1)*D* ≤ *x* < *kD* that is P(*Q* + *N* ≥ *kc*), with *Q* the number waiting
  /// at any time and *N* the Poisson number of arrivals during *kD* − *x*
  /// (Franx 2001, doi:10.1016/S0167-6377(01)00108-0).
  public func shareWaitingLonger(than t: Double) -> Double {
    guard t >= 0 else { return t.isNaN ? .nan : 1 }
    guard let queue else { return isStable ? 0 : 1 }
    let turns = (t / serviceTime).rounded(.down) + 1
    // Beyond any queue that a Double can tell from none.
    guard turns * Double(servers) < 1e18 else { return 0 }
    let arrivals = arrivalRate * Swift.max(0, turns * serviceTime - t)
    return queue.shareBehind(places: Int(turns) * servers, arrivals: arrivals)
  }

  /// Returns the wait that a share *p* of the customers does not exceed.
  public func waitQuantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    guard isStable else { return .infinity }
    let scale = waitProbability > 0 ? Swift.max(meanWait / waitProbability, 1e-300) : serviceTime
    return WaitSearch.quantile(p, scale: scale) { shareWaitingLonger(than: $0) }
  }
}
