import Statistics

/// Looks at readings and says when to stop.
struct EarlyStopWatch {
  private let limits: EarlyStop
  private let spots: Double
  private var empty = 0
  private var means: [Double] = []

  init(_ limits: EarlyStop, plan: HighwayPlan) {
    self.limits = limits
    spots = plan.stations.reduce(0.0) { $0 + min(Double($1.spots), 1e9) }
  }

  /// Returns why to stop after the last reading of a series; nil to go on.
  mutating func reason(after series: [HighwayReading]) -> EarlyStop.Reason? {
    guard limits != .disabled, let last = series.last else { return nil }
    empty = last.driving + last.waiting + last.charging == 0 ? empty + 1 : 0
    if limits.emptyReadings > 0, empty >= limits.emptyReadings { return .empty }
    guard series.count > limits.window else { return nil }
    let first = series[series.count - 1 - limits.window]
    let hours = (last.time - first.time) / 3600
    guard hours > 0 else { return nil }
    if Double(last.stranded - first.stranded) / hours > limits.strandedPerHour {
      return .stranding
    }
    let visits = Double(last.total(\.visits) - first.total(\.visits))
    let lost = Double(last.total(\.abandoned) - first.total(\.abandoned))
    if visits >= 10, lost / visits > limits.abandonment { return .abandonment }
    let queue = (last.waitingHours - first.waitingHours) / hours
    if queue / max(spots, 1) > limits.queueOccupancy { return .queue }
    let refused = Double(last.total(\.denied) - first.total(\.denied))
    if visits >= 10, 1 - (lost + refused) / visits < limits.serviceLevel { return .service }
    return hasConverged(series) ? .converged : nil
  }

  /// Whether batch means of the wait, without the warm-up that they show, are close enough.
  ///
  /// The wait of a reading interval is that of the sessions begun in it; intervals without any do not
  /// count, so that an empty road at the start is not taken for a wait of zero.
  private mutating func hasConverged(_ series: [HighwayReading]) -> Bool {
    guard limits.convergence > 0 else { return false }
    let (before, last) = (series[series.count - 2], series[series.count - 1])
    let started = last.total(\.started) - before.total(\.started)
    if started > 0 {
      means.append(
        (last.total(\.waitMinutes) - before.total(\.waitMinutes)) / Double(started))
    }
    guard means.count >= 200, means.count.isMultiple(of: 20) else { return false }
    let truncation = WarmUp.truncation(of: means)
    guard truncation.isReliable else { return false }
    let rest = Array(means[truncation.cut...])
    guard let interval = BatchMeans(rest, batches: 20).interval(), interval.mean > 0 else {
      return false
    }
    return interval.halfWidth <= limits.convergence * interval.mean
  }
}
