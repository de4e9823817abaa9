import ChargingModels

/// A warning before cars strand or lights go out, judged as a detector.
///
/// From every reading each station, and the road as a whole, get a stress between 0 and 1: the mean of how full the
/// waiting room is, how empty the batteries on the road are, whether power is missing and how much. The
/// score adds how fast the stress has risen. Whether the score is worth anything is not assumed but
/// measured: how often it is higher before an event than otherwise (the area under the ROC curve) and
/// how long before.
public struct EarlyWarning: Sendable, Equatable {
  /// The moments looked at, in seconds from the start.
  public let times: [Double]
  /// The score at each moment.
  public let scores: [Double]
  /// Whether something happens within the horizon after each moment.
  public let isFollowed: [Bool]
  /// The detector's curve from (0, 0) to (1, 1), one point per distinct score.
  public let curve: [Point]
  /// The chance that a moment before an event has a higher score than another; 0.5 is worthless, nil
  /// when there are no moments of one kind.
  public let area: Double?
  /// How long before each event the score first rose above the threshold within the horizon, in minutes,
  /// for events that it announced.
  public let leadTimes: [Double]
  /// The events that were not announced.
  public let missed: Int
  /// The score that best separates the two kinds of moments (Youden's index).
  public let threshold: Double

  /// One point of the curve.
  public struct Point: Sendable, Equatable {
    /// The share of quiet moments at which an alarm would be given.
    public var falseAlarms: Double
    /// The share of moments before events at which it would be given.
    public var hits: Double
    /// The score from which on it would be given.
    public var threshold: Double
  }

  /// Judges the warning over a series of readings.
  ///
  /// - Parameters:
  ///   - series: Readings at equal intervals.
  ///   - outcome: The run they are of.
  ///   - plan: Its plan.
  ///   - horizon: How many minutes ahead a warning should tell.
  ///   - gradientWeight: How much the rise of stress per reading counts.
  public init(
    series: [HighwayReading], outcome: HighwayOutcome, plan: HighwayPlan, horizon: Double = 30,
    gradientWeight: Double = 1
  ) {
    let events = Self.events(outcome)
    let stress = series.map { Self.stress($0, plan) }
    var (times, scores, followed): ([Double], [Double], [Bool]) = ([], [], [])
    var next = 0
    for (index, reading) in series.enumerated() {
      while next < events.count, events[next] <= reading.time { next += 1 }
      // A moment whose horizon reaches beyond the run says nothing.
      guard reading.time + horizon * 60 <= outcome.finish.time else { break }
      // While the lights are out there is nothing left to warn of.
      guard !Self.isDark(reading) else { continue }
      let rise = index > 0 ? stress[index] - stress[index - 1] : 0
      times.append(reading.time)
      scores.append(stress[index] + gradientWeight * max(rise, 0))
      followed.append(next < events.count && events[next] <= reading.time + horizon * 60)
    }
    self.init(
      times: times, scores: scores, isFollowed: followed, events: events, horizon: horizon)
  }

  /// Judges scores that came from elsewhere.
  ///
  ///     EarlyWarning(times: [0, 60, 120, 180], scores: [1, 4, 2, 3],
  ///                  isFollowed: [false, true, false, true], events: [], horizon: 1).area   // 1.0
  public init(
    times: [Double], scores: [Double], isFollowed: [Bool], events: [Double], horizon: Double
  ) {
    self.times = times
    self.scores = scores
    self.isFollowed = isFollowed
    curve = Self.curve(scores, isFollowed)
    area = Self.area(curve)
    let best = curve.max { $0.hits - $0.falseAlarms < $1.hits - $1.falseAlarms }
    let threshold = best?.threshold ?? .infinity
    self.threshold = threshold
    var (leads, missed): ([Double], Int) = ([], 0)
    for event in events {
      let window = times.indices.filter {
        times[$0] < event && times[$0] >= event - horizon * 60 && scores[$0] >= threshold
      }
      guard let first = window.first else {
        missed += 1
        continue
      }
      leads.append((event - times[first]) / 60)
    }
    leadTimes = leads
    self.missed = missed
  }

  /// When something happened that a better network could have avoided.
  private static func events(_ outcome: HighwayOutcome) -> [Double] {
    (outcome.strandings.filter { $0.cause != .infeasible }.map(\.time)
      + outcome.blackouts.map(\.start)).sorted()
  }

  private static func isDark(_ reading: HighwayReading) -> Bool {
    reading.stations.contains { $0.flows.shortfall >= 0.1 * max($0.demand, 1) }
  }

  /// Returns the stress of the road at one moment.
  public static func stress(_ reading: HighwayReading, _ plan: HighwayPlan) -> Double {
    guard !reading.stations.isEmpty else { return 0 }
    var worst = 0.0
    for (station, place) in zip(reading.stations, plan.stations) {
      let servers = Double(place.endCharger - place.firstCharger)
      let room = min(Double(place.spots), servers)
      let queue = room > 0 ? min(Double(station.waiting) / room, 1) : 0
      let missing = station.flows.shortfall
      let gap = station.demand > 0 ? min(missing / station.demand, 1) : 0
      let busy = servers > 0 ? Double(station.charging + station.broken) / servers : 0
      worst = max(worst, (queue + busy + (missing > 0 ? 1 : 0) + gap) / 4)
    }
    let onRoad = reading.driving + reading.waiting + reading.charging
    let empty = onRoad > 0 ? 1 - reading.meanCharge : 0
    let low = onRoad > 0 ? Double(reading.lowCharge) / Double(onRoad) : 0
    return (2 * worst + empty + low) / 4
  }

  private static func curve(_ scores: [Double], _ isFollowed: [Bool]) -> [Point] {
    let order = scores.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    let positives = isFollowed.count { $0 }
    let negatives = isFollowed.count - positives
    guard positives > 0, negatives > 0 else { return [] }
    var points = [Point(falseAlarms: 0, hits: 0, threshold: .infinity)]
    var (hits, alarms) = (0, 0)
    for (rank, index) in order.enumerated() {
      if isFollowed[index] { hits += 1 } else { alarms += 1 }
      let isLast = rank + 1 == order.count || scores[order[rank + 1]] != scores[index]
      guard isLast else { continue }
      points.append(
        Point(
          falseAlarms: Double(alarms) / Double(negatives), hits: Double(hits) / Double(positives),
          threshold: scores[index]))
    }
    return points
  }

  /// The area under the curve by trapezoids: equal to the statistic of Mann and Whitney, ties by half.
  private static func area(_ curve: [Point]) -> Double? {
    guard !curve.isEmpty else { return nil }
    return zip(curve, curve.dropFirst()).reduce(0.0) { sum, pair in
      sum + (pair.1.falseAlarms - pair.0.falseAlarms) * 0.5 * (pair.1.hits + pair.0.hits)
    }
  }
}
