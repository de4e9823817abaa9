import AnalysisKit
import HighwayStudies
import HighwayWorld
import Statistics

/// Runs the days as they are, with more traffic, and with every remedy.
struct BlackoutsStudy {
  private let plan: BlackoutsPlan

  init(_ plan: BlackoutsPlan) { self.plan = plan }

  func result(in workshop: Workshop) throws(ToolFailure) -> BlackoutsResult {
    let runner = try workshop.study(of: plan.model)
    let replicates = 0..<plan.replications
    let grown = plan.growths.map { StudyTask([$0, 0, 0, 0], replicates: replicates) }
    let treated = plan.remedies.map {
      StudyTask($0.design(growth: plan.growths[0]), replicates: replicates)
    }
    let rows = try runner.evaluate("days", grown + treated).map { $0.map { Day($0) } }
    let days = Array(rows.prefix(grown.count))
    let totals = days[0].map(\.totals.notServed)
    let worst = totals.indices.max { (totals[$0], -$0) < (totals[$1], -$1) } ?? 0
    return BlackoutsResult(
      plan: plan, days: days, treated: Array(rows.dropFirst(grown.count)), worst: worst,
      series: try readings(of: worst), rare: try RareStudy(plan, runner).result(in: workshop))
  }

  /// Runs one replicate again and reads its meters every five minutes.
  private func readings(of replicate: Int) throws(ToolFailure) -> [HighwayReading] {
    var run = HighwayRun(
      try plan.model.plan(of: [plan.growths[0], 0, 0, 0], replicate: replicate),
      replication: replicate)
    // A long run is read less often: a day that looks bad is then looked at closely.
    let interval = max(300, plan.scenario.duration * 3600 / 20_000)
    do {
      return try run.finish(readingEvery: interval).series
    } catch {
      throw .defect("the book of \(error.line.book.rawValue) does not close: \(error.line.name)")
    }
  }
}

/// What failed, and what would have helped.
struct BlackoutsResult {
  let plan: BlackoutsPlan
  /// The replicates of every growth.
  let days: [[Day]]
  /// The replicates of the first growth with every remedy.
  let treated: [[Day]]
  /// The replicate of the first growth in which most was missing.
  let worst: Int
  /// What its meters show.
  let series: [HighwayReading]
  let rare: RareResult?

  /// The replicates that are looked at in every detail.
  var base: [Day] { days[0] }
  var stations: Int { plan.scenario.stations.list.count }

  /// A blackout with what would have prevented it.
  struct Event {
    var replicate: Int
    var blackout: Blackout
    /// The smallest step of each kind that would have, with what it costs a year at this station.
    var remedies: [(remedy: Remedy, yearly: Double)]

    /// The cheapest of those.
    var cheapest: (remedy: Remedy, yearly: Double)? {
      remedies.min { $0.yearly < $1.yearly }
    }
  }

  /// All blackouts in order, with what would have prevented them.
  var events: [Event] {
    let costs = plan.remedies.map { $0.yearly(plan.model, plan.costs) / Double(max(stations, 1)) }
    return base.indices.flatMap { replicate in
      base[replicate].blackouts.map { blackout in
        let found = Remedy.Kind.allCases.compactMap { kind -> (remedy: Remedy, yearly: Double)? in
          let helpful = plan.remedies.indices.filter {
            plan.remedies[$0].kind == kind && treated[$0][replicate].prevents(blackout)
          }
          return helpful.map { (plan.remedies[$0], costs[$0]) }.min { $0.0.size < $1.0.size }
        }
        return Event(replicate: replicate, blackout: blackout, remedies: found)
      }
    }
  }

  // MARK: - Indices

  /// The mean of something per year, with its interval over the replicates.
  func perYear(_ days: [Day], _ value: (Day) -> Double) -> Interval {
    Self.interval(days.map { $0.totals.hours > 0 ? value($0) * 8766 / $0.totals.hours : 0 })
  }

  static func interval(_ sample: [Double]) -> Interval {
    var interval = Interval.studentT(sample) ?? Interval(mean: sample[0], low: 0, high: .infinity)
    if sample.allSatisfy({ $0 >= 0 }) { interval.low = max(0, interval.low) }
    return interval
  }

  /// Energy not served per year, in kWh.
  func notServed(_ days: [Day]) -> Interval { perYear(days) { $0.totals.notServed } }

  /// Interruptions of a station per year, as SAIFI counts them for customers.
  var frequency: Interval { perYear(base) { $0.totals.events / Double(stations) } }

  /// Hours of interruption of a station per year, as SAIDI counts them.
  var duration: Interval {
    perYear(base) { day in
      day.blackouts.reduce(0) { $0 + ($1.end - $1.start) } / 3600 / Double(stations)
    }
  }

  /// The share of runs in which anything was missing.
  var badShare: Interval {
    Interval.wilson(successes: base.count { $0.totals.events > 0 }, of: base.count)
  }

  /// Cars per 1000 whose session was given up, or that stranded, for want of power.
  var carsPerThousand: Interval {
    Self.interval(
      base.map {
        $0.totals.cars > 0 ? 1000 * ($0.totals.cutShort + $0.totals.stranded) / $0.totals.cars : 0
      })
  }

  /// For how many hours a year exactly so many stations, from 1 on, lacked power at once.
  var concurrency: [Double] {
    let hours = base.reduce(0) { $0 + $1.totals.hours }
    guard hours > 0 else { return [] }
    var seconds = [Double](repeating: 0, count: stations + 1)
    for day in base {
      for (level, time) in Concurrency(day.blackouts).seconds.enumerated() {
        seconds[min(level, stations)] += time
      }
    }
    let most = seconds.lastIndex { $0 > 0 } ?? 0
    return most > 0 ? seconds[1...most].map { $0 / 3600 * 8766 / hours } : []
  }

  // MARK: - Remedies

  /// What a remedy does at all stations.
  struct Effect {
    var remedy: Remedy
    /// What it costs in a year.
    var yearly: Double
    /// Energy served more per year, in kWh: pairs of the same cars.
    var avoided: Interval
    /// The events prevented, of all.
    var prevented: Int
    var events: Int

    /// What serving a kWh more costs; nil where nothing more is served.
    var perKilowattHour: Double? { avoided.mean > 0 ? yearly / avoided.mean : nil }
  }

  var effects: [Effect] {
    zip(plan.remedies, treated).map { remedy, days in
      let pairs = zip(base, days).map { before, after in
        (before.totals.notServed - after.totals.notServed) * 8766 / max(before.totals.hours, 1e-9)
      }
      let blackouts = zip(base, days).flatMap { before, after in
        before.blackouts.map { after.prevents($0) }
      }
      let avoided =
        Interval.studentT(pairs) ?? Interval(mean: pairs[0], low: -.infinity, high: .infinity)
      return Effect(
        remedy: remedy, yearly: remedy.yearly(plan.model, plan.costs), avoided: avoided,
        prevented: blackouts.count { $0 }, events: blackouts.count)
    }
  }
}
