import HighwayWorld
import Queueing

/// What queueing theory would say of each station of a road, had its cars come by chance: the waits of
/// M/G/*c* queues with the requests and the sessions that were seen.
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

    /// The mean wait in theory, in minutes; nil where more is asked for than a queue alone can say.
    var theory: Double? { load < StationCheck.mostLoad ? queue.meanWait : nil }
  }

  /// The stations at which enough cars charged.
  let lines: [Line]

  /// How many sessions it takes to say something of a station.
  private static let fewest = 30
  /// Beyond this load rooms and patience, not chance, decide how long one waits.
  static let mostLoad = 0.95

  /// Compares; nil where no station has enough sessions, or where theory has an exact answer.
  init?(_ result: HighwayResult) {
    guard result.scenario.service.model == .physics else { return nil }
    let rows = result.stationRows
    let hours = result.summary.hours
    lines = rows.indices.compactMap { station in
      let seen = Self.sessions(result.outcome, at: station)
      guard seen.count >= Self.fewest, seen.mean > 0, hours > 0 else { return nil }
      let arrivals = Double(rows[station].visits) / hours
      return Line(
        station: station, arrivals: arrivals, session: seen.mean, variation: seen.variation,
        load: arrivals / 60 * seen.mean / Double(rows[station].chargers),
        queue: GeneralServiceApproximation(
          arrivalRate: arrivals / 60, meanService: seen.mean, variation: seen.variation,
          servers: rows[station].chargers),
        simulated: rows[station].meanWait)
    }
    if lines.isEmpty { return nil }
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
