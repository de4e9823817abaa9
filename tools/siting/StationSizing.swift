import Queueing

/// How many chargers a station needs, by queueing theory.
///
/// Sessions come independently of each other and take exponentially distributed times (M/M/*c*): the fewest
/// chargers that keep the target are taken. As more load never shortens a wait, each number of chargers
/// has a largest load, and those are worked out once.
package struct StationSizing {
  /// What a station has to keep in its busiest hour.
  package struct Target {
    /// The wait that 95 % do not exceed, in hours, with a waiting room without end.
    package var wait: Double
    /// The share that finds the waiting room full, and how many can wait; nil where nobody asks.
    package var blocked: (share: Double, spots: Int)?

    /// Sets a target.
    package init(wait: Double, blocked: (share: Double, spots: Int)? = nil) {
      (self.wait, self.blocked) = (wait, blocked)
    }
  }

  /// The largest load in erlangs that each number of chargers carries, from 0 on.
  package let largestLoads: [Double]
  /// The fewest chargers of a station.
  package let least: Int
  private let session: Double
  private let target: Target

  /// Works out the loads for sessions of a mean length in hours.
  package init(session: Double, _ target: Target, least: Int, most: Int) {
    precondition(session > 0 && least >= 1 && most >= least, "A station has chargers and sessions.")
    (self.session, self.target, self.least) = (session, target, least)
    largestLoads = (0...most).map { chargers in
      chargers == 0 ? 0 : Self.largestLoad(chargers, session, target)
    }
  }

  /// Returns the fewest chargers for a load; nil where the most are too few.
  package func chargers(for load: Double) -> Int? {
    var (low, high) = (least, largestLoads.count)
    while low < high {
      let middle = (low + high) / 2
      if largestLoads[middle] < load { low = middle + 1 } else { high = middle }
    }
    return low < largestLoads.count ? low : nil
  }

  /// Returns the wait in hours that 95 % do not exceed.
  package func wait95(load: Double, chargers: Int) -> Double {
    Self.queue(load, chargers, session, spots: nil).waitQuantile(0.95)
  }

  private static func queue(
    _ load: Double, _ chargers: Int, _ session: Double, spots: Int?
  ) -> MarkovQueue {
    MarkovQueue(
      arrivalRate: load / session, serviceRate: 1 / session, servers: chargers,
      waitingSpots: spots)
  }

  /// Halves the range until its ends are neighbours to nine digits, and takes the end that keeps the target.
  private static func largestLoad(
    _ chargers: Int, _ session: Double, _ target: Target
  ) -> Double {
    func keeps(_ load: Double) -> Bool {
      guard queue(load, chargers, session, spots: nil).waitQuantile(0.95) <= target.wait else {
        return false
      }
      guard let (share, spots) = target.blocked else { return true }
      return queue(load, chargers, session, spots: spots).blockedShare <= share
    }
    var (low, high) = (0.0, Double(chargers))
    while high - low > 1e-9 * Double(chargers) {
      let middle = 0.5 * (low + high)
      if keeps(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
