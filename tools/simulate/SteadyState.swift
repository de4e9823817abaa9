import ChargingModels
import HighwayWorld
import Statistics

/// Whether the first replication has settled, and how well its own length tells the mean number waiting.
struct SteadyState {
  /// How long the run still remembers that it began empty, by MSER-5, in hours from the start.
  let warmUp: Double
  /// Whether that is less than half of the run.
  let isSettled: Bool
  /// The mean number waiting after that, with the interval of 20 batch means.
  let waiting: Interval?
  /// How much neighbouring batches resemble each other; beyond about 0.45 the interval is too narrow.
  let correlation: Double

  /// Looks at the readings; nil where traffic follows the day, or where the run is too short to tell.
  init?(_ result: HighwayResult) {
    let steady: [TrafficProcess] = [.uniform, .poisson, .bursty, .hawkes, .regular]
    guard steady.contains(result.scenario.traffic.process) else { return nil }
    let series = result.outcome.series
    // Cars go on leaving after the last has come; that is not the steady state.
    let counted = series.filter { $0.time <= result.scenario.duration * 3600 }
    let waiting = zip(counted, counted.dropFirst()).compactMap { before, after -> Double? in
      let hours = (after.time - before.time) / 3600
      return hours > 0 ? (after.waitingHours - before.waitingHours) / hours : nil
    }
    guard waiting.count >= 100, let last = counted.last, last.time >= 12 * 3600 else { return nil }
    let truncation = WarmUp.truncation(of: waiting)
    let step = last.time / Double(waiting.count) / 3600
    warmUp = Double(truncation.cut) * step
    isSettled = truncation.isReliable
    let batches = BatchMeans(Array(waiting.dropFirst(truncation.cut)), batches: 20)
    self.waiting = batches.interval()
    correlation = batches.lagOneCorrelation
  }
}
