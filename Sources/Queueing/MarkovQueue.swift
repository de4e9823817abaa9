import Numerics

/// A queue with Poisson arrivals, exponential service and, if wanted, a full room or lost patience.
///
///     let station = MarkovQueue(arrivalRate: 1, serviceRate: 1, servers: 2, waitingSpots: nil)
///     station.waitProbability   // 1/3
///     station.meanWait          // 1/3 of the unit of time
///
/// In Kendall's letters M/M/*c*/(*c* + spots) + M. It holds Erlang's loss system (no spots),
/// M/M/*c* (unlimited room, endless patience) and Palm's queue, "Erlang A" (Garnett, Mandelbaum and Reiman
/// 2002, doi:10.1287/msom.4.3.208.7753). Rates are per unit of the caller's time,
/// waits in that unit.
public struct MarkovQueue: Sendable {
  /// Whether the queue settles: false with an unlimited room, endless patience and too much load.
  ///
  /// The measures of a queue that does not settle are their limits: everybody waits, for ever.
  public let isStable: Bool
  /// The share of arrivals turned away because servers and waiting room are full.
  public let blockedShare: Double
  /// The share of all arrivals that leave the queue unserved.
  public let abandonedShare: Double
  /// The share of admitted customers who cannot start at once.
  public let waitProbability: Double
  /// The mean time in queue of those who are served, zero waits included.
  public let meanWait: Double
  /// The mean number of busy servers per server.
  public let utilisation: Double
  /// The time average of the number of customers waiting.
  public let meanQueueLength: Double
  /// The time average of the number of busy servers.
  public let meanBusy: Double

  private let wait: ServedWait

  /// The distribution of the wait of the served, in the form that suits the queue.
  private enum ServedWait {
    case exponential(share: Double, rate: Double)
    case room(WaitingRoom)
    case offered(OfferedWait)
    case endless
  }

  /// Solves the queue.
  ///
  /// - Parameters:
  ///   - arrivalRate: Arrivals per unit of time.
  ///   - serviceRate: Services per unit of time of one busy server.
  ///   - servers: The number of servers, at least one.
  ///   - waitingSpots: The number of customers who can wait; `nil` if unlimited.
  ///   - abandonmentRate: One over the mean patience of those who wait; zero if nobody leaves.
  /// - Complexity: O(*servers* + *waitingSpots*).
  public init(
    arrivalRate: Double, serviceRate: Double, servers: Int, waitingSpots: Int?,
    abandonmentRate: Double = 0
  ) {
    precondition(arrivalRate >= 0 && arrivalRate < .infinity, "The arrival rate is finite.")
    precondition(serviceRate > 0 && serviceRate < .infinity, "The service rate is positive.")
    precondition(servers >= 1, "A queue has at least one server.")
    precondition(waitingSpots ?? 0 >= 0, "The number of waiting spots is not negative.")
    precondition(
      abandonmentRate >= 0 && abandonmentRate < .infinity, "The abandonment rate is finite.")

    if let waitingSpots {
      let room = WaitingRoom(
        arrivalRate: arrivalRate, serviceRate: serviceRate, servers: servers, spots: waitingSpots,
        abandonmentRate: abandonmentRate)
      isStable = true
      blockedShare = room.blockedShare
      abandonedShare = room.abandonedShare
      waitProbability = room.waitProbability
      meanWait = room.meanWait
      meanQueueLength = room.meanQueueLength
      meanBusy = room.meanBusy
      wait = .room(room)
    } else if abandonmentRate > 0 {
      let offered = OfferedWait(
        arrivalRate: arrivalRate, serviceRate: serviceRate, servers: servers,
        abandonmentRate: abandonmentRate)
      isStable = true
      blockedShare = 0
      abandonedShare = offered.abandonedShare
      waitProbability = offered.waitProbability
      meanWait = offered.meanWait
      meanQueueLength = offered.meanQueueLength
      meanBusy = arrivalRate / serviceRate * offered.servedShare
      wait = .offered(offered)
    } else {
      // Spare capacity from the load, as in Erlang's formula, so that both agree when it is nil.
      let load = arrivalRate / serviceRate
      let spare = Double(servers) - load
      isStable = spare > 0
      blockedShare = 0
      abandonedShare = 0
      waitProbability = ErlangC.waitProbability(offeredLoad: load, servers: servers)
      meanWait = isStable ? waitProbability / (spare * serviceRate) : .infinity
      meanQueueLength = isStable ? waitProbability * load / spare : .infinity
      meanBusy = Swift.min(load, Double(servers))
      wait =
        isStable ? .exponential(share: waitProbability, rate: spare * serviceRate) : .endless
    }
    utilisation = meanBusy / Double(servers)
  }

  /// Returns the wait that a share *p* of the served customers does not exceed.
  ///
  ///     let station = MarkovQueue(arrivalRate: 1, serviceRate: 2, servers: 1, waitingSpots: nil)
  ///     station.waitQuantile(0.75)   // ln 2 = 0.693…
  public func waitQuantile(_ p: Double) -> Double {
    switch wait {
    case .room(let room): return room.quantile(p)
    case .offered(let offered): return offered.quantile(p)
    case .endless: return p >= 0 && p <= 1 ? .infinity : .nan
    case .exponential(let share, let rate):
      guard p >= 0, p <= 1 else { return .nan }
      return share > 1 - p ? Double.log(share / (1 - p)) / rate : 0
    }
  }

  /// Returns the share of the served customers who wait longer than a time.
  public func shareWaitingLonger(than t: Double) -> Double {
    guard t >= 0 else { return t.isNaN ? .nan : 1 }
    switch wait {
    case .room(let room): return room.shareWaitingLonger(than: t)
    case .offered(let offered): return offered.shareWaitingLonger(than: t)
    case .endless: return 1
    case .exponential(let share, let rate): return share * Double.exp(-rate * t)
    }
  }
}
