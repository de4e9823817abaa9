import AnalysisKit
import ChargingModels
import HighwayStudies
import HighwayWorld
import Statistics
import Text

/// The simulation of a road as it was asked for.
struct HighwayStudy {
  private let plan: HighwayPlan
  private let seed: Int
  private let stop: EarlyStop
  /// Seconds between two readings.
  private let interval: Double
  private let isLogged: Bool

  /// Lays options over a scenario.
  init(_ options: SimulateOptions, _ workshop: Workshop) throws(ToolFailure) {
    var scenario = try ScenarioSource.scenario(options.scenario, workshop)
    options.lay(over: &scenario)
    if let trace = options.trace {
      scenario.follow(
        try TrafficTrace.hours(in: trace, startHour: scenario.startHour, workshop),
        duration: options.duration)
    }
    plan = try ScenarioSource.plan(scenario, named: options.scenario)
    seed = scenario.seed
    stop = options.earlyStop.rule
    isLogged = options.tracksVehicles
    let days = (scenario.duration / 24).rounded(.up)
    interval = 60 * (options.interval ?? max(1, days))
    let rows = scenario.duration * 3600 / interval
    guard rows <= 1_000_000 else {
      throw .usage(
        .conflict(
          "--interval \(interval / 60) of \(scenario.duration) h would be more than a million rows; "
            + "give a longer interval."))
    }
  }

  /// Runs all replications; the first one with its readings and its log.
  func result(_ workshop: Workshop) throws(ToolFailure) -> HighwayResult {
    let first = try run(0, isFirst: true)
    let (plan, seed, stop, interval) = (plan, seed, stop, interval)
    let others = try workshop.evaluate(
      "replications", count: plan.scenario.replications - 1
    ) { (index) throws(ToolFailure) in
      let study = HighwayStudy(plan: plan, seed: seed, stop: stop, interval: interval)
      return try study.run(index + 1, isFirst: false).summary.measures.map(\.value)
    }
    return HighwayResult(
      plan: plan, seed: seed, interval: interval, outcome: first,
      samples: [first.summary.measures.map(\.value)] + others)
  }

  private init(plan: HighwayPlan, seed: Int, stop: EarlyStop, interval: Double) {
    (self.plan, self.seed, self.stop, self.interval) = (plan, seed, stop, interval)
    isLogged = false
  }

  private func run(_ replication: Int, isFirst: Bool) throws(ToolFailure) -> HighwayOutcome {
    var run = HighwayRun(
      try plan(for: replication), replication: replication, seed: seed,
      isLogged: isFirst && isLogged)
    do {
      guard isFirst || stop != .disabled else { return try run.finish() }
      return try run.finish(readingEvery: interval, stop: stop)
    } catch {
      let line = error.line
      throw .defect(
        "the book of \(line.book.rawValue) does not close: \(line.name): \(line.left) is not "
          + "\(line.right)")
    }
  }
}

extension HighwayScenario {
  /// Lets cars come at given hours, until the last of them where no duration is given.
  fileprivate mutating func follow(_ hours: [Double], duration: Double?) {
    if duration == nil { self.duration = max(1, (hours.last ?? 0).rounded(.up)) }
    let counted = hours.count { $0 < self.duration }
    traffic.process = .trace
    traffic.trace = hours
    traffic.vehiclesPerHour = Double(counted) / self.duration
  }
}

extension HighwayStudy {
  /// Returns the plan; for batteries that know the day, the plan of that replication's day.
  private func plan(for replication: Int) throws(ToolFailure) -> HighwayPlan {
    guard plan.scenario.needsForesight else { return plan }
    do {
      return try HighwayPlan(try plan.scenario.withForesight(replication: replication))
    } catch {
      throw .defect("batteries cannot be planned ahead: \(error)")
    }
  }
}

/// What came of all replications.
struct HighwayResult {
  let plan: HighwayPlan
  let seed: Int
  /// Seconds between two readings.
  let interval: Double
  /// The first replication.
  let outcome: HighwayOutcome
  /// One row of measures per replication.
  let samples: [[Double]]

  var scenario: HighwayScenario { plan.scenario }
  var summary: HighwaySummary { outcome.summary }
  var replications: Int { samples.count }

  /// One measure over all replications: its mean, and its interval where there are several.
  func estimate(_ name: String) -> (mean: Double, interval: Interval?) {
    guard let index = summary.measures.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("there is no measure named \(name)")
    }
    let sample = samples.map { $0[index] }
    let mean = sample.reduce(0, +) / Double(sample.count)
    guard Self.rareCounts.contains(where: name.hasPrefix), sample.count > 1, mean == 0 else {
      return (mean, Interval.studentT(sample))
    }
    // What was never seen has an upper bound, not a zero: 95 of 100 rarer streams would have shown one.
    return (mean, Interval(mean: 0, low: 0, high: 2.996 / Double(sample.count)))
  }

  /// Counts of misfortunes, which may be rare.
  private static let rareCounts = ["stranded", "abandoned", "denied", "blackouts"]

  /// The second of the day at which the run begins.
  var startSecond: Double { scenario.startHour * 3600 }

  /// The names of the stations: their places.
  var stationNames: [String] {
    let places = (0..<plan.stationCount).map { plan.position(ofStation: $0) }
    let isFine = Set(places.map { $0.rounded() }).count < places.count
    return places.map {
      (isFine ? $0.text(decimals: 1) : $0.rounded().text(decimals: 0)) + "\u{A0}km"
    }
  }
}

extension SimulateOptions {
  /// Changes of a scenario what was given.
  func lay(over scenario: inout HighwayScenario) {
    if let seed { scenario.seed = seed }
    if let replications { scenario.replications = replications }
    if let length { scenario.road.length = length }
    if let duration { scenario.duration = duration }
    if let warmUp { scenario.warmUp = warmUp }
    if let vehiclesPerHour { scenario.traffic.vehiclesPerHour = vehiclesPerHour }
    if let pattern { scenario.traffic.process = pattern.process }
    if let stations {
      scenario.stations.count = stations
      scenario.stations.positions = []
      scenario.stations.list = []
    }
    if let waitingSpots {
      scenario.waitingSpots = waitingSpots.limit
      for index in scenario.stations.list.indices {
        scenario.stations.list[index].waitingSpots = waitingSpots.limit
      }
    }
    layStations(over: &scenario)
    layEnergy(over: &scenario.energy)
    for index in scenario.stations.list.indices {
      layEnergy(over: &scenario.stations.list[index].energy)
    }
  }

  private func layStations(over scenario: inout HighwayScenario) {
    guard let chargers else { return }
    scenario.stations.chargers = chargers
    for index in scenario.stations.list.indices {
      let type = scenario.stations.list[index].chargers.first?.type ?? scenario.stations.charger
      scenario.stations.list[index].chargers = [ChargerGroup(type: type, count: chargers)]
    }
  }

  private func layEnergy(over energy: inout EnergyOptions) {
    if let grid { energy.grid = .atMost(grid) }
    if let solar { energy.solar.peak = solar }
    if let wind { energy.wind.base = wind }
    if let battery { energy.battery.capacity = battery }
  }
}
