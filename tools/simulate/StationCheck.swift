import ChargingModels
import HighwayWorld
import Queueing

/// What queueing theory would say of each station of a road, had its cars come by chance: the waits of
/// queues with the requests and the sessions that were seen, its room and its drivers' patience.
struct StationCheck {
  /// One station.
  struct Line {
    let station: Int
    /// Who asked to be charged, per hour.
    let arrivals: Double
    /// Minutes at the charger: the mean, and the standard deviation over it.
    let session: Double
    let variation: Double
    /// Charging asked for, as a share of what the chargers can do.
    let load: Double
    let queue: GeneralServiceApproximation
    /// The mean wait of the served, in minutes.
    let simulated: Double
  }

  /// The stations at which enough cars charged.
  let lines: [Line]

  /// How many sessions it takes to say something of a station.
  private static let fewest = 30

  /// Compares; nil where no station has enough sessions, or where theory has an exact answer.
  init?(_ result: HighwayResult) {
    guard result.scenario.service.model == .physics else { return nil }
    let rows = result.stationRows
    let hours = result.summary.hours
    let quitting = Self.quitting(result.scenario)
    lines = rows.indices.compactMap { station in
      let seen = Self.sessions(result.outcome, at: station)
      guard seen.count >= Self.fewest, seen.mean > 0, hours > 0 else { return nil }
      let arrivals = Double(rows[station].visits) / hours
      return Line(
        station: station, arrivals: arrivals, session: seen.mean, variation: seen.variation,
        load: arrivals / 60 * seen.mean / Double(rows[station].chargers),
        queue: GeneralServiceApproximation(
          arrivalRate: arrivals / 60, meanService: seen.mean, variation: seen.variation,
          servers: rows[station].chargers,
          waitingSpots: result.waitingSpots(at: station),
          abandonmentRate: quitting),
        simulated: rows[station].meanWait)
    }
    if lines.isEmpty { return nil }
  }

  /// How many of those who wait leave per minute, by the mean patience.
  private static func quitting(_ scenario: HighwayScenario) -> Double {
    switch scenario.patience.model {
    case .none: return 0
    case .exponential: return 1 / scenario.patience.mean
    case .profile:
      let drivers = scenario.fleet.drivers
      let sum = drivers.reduce(0.0) { sum, driver in
        sum + driver.weight * 0.5 * (driver.patience.low + driver.patience.high)
      }
      let mean = sum / drivers.reduce(0.0) { $0 + $1.weight }
      return mean > 0 ? 1 / mean : 0
    }
  }

  /// The number, the mean and the spread of the sessions at a station that ended after the warm-up.
  private static func sessions(
    _ outcome: HighwayOutcome, at station: Int
  ) -> (count: Int, mean: Double, variation: Double) {
    let (first, last) = (outcome.start.stations[station], outcome.finish.stations[station])
    let count = last.ended - first.ended
    guard count > 1 else { return (count, 0, 0) }
    let mean = (last.sessionMinutes - first.sessionMinutes) / Double(count)
    let square = (last.sessionSquares - first.sessionSquares) / Double(count)
    return (count, mean, max(square - mean * mean, 0).squareRoot() / mean)
  }
}
