import AnalysisKit
import Randomness

/// All simulations of one question: every number of chargers, every replication.
struct QueueStudy {
  private let options: QueueOptions
  private let plans: [StationPlan]
  private let seed: UInt64

  init(_ options: QueueOptions, _ workshop: Workshop) throws(ToolFailure) {
    self.options = options
    seed = UInt64(workshop.seed)
    let plan = try StationPlan(options, workshop)
    plans = plan.counts(options).map { count in
      var copy = plan
      copy.chargers = count
      return copy
    }
  }

  /// Runs everything and returns one answer per number of chargers.
  func answers(_ workshop: Workshop) throws(ToolFailure) -> [StationAnswer] {
    let warmUps = try warmUps(workshop)
    let schedules = self.plans.indices.map { schedule(self.plans[$0], warmUp: warmUps[$0]) }
    let replications = options.replications
    let (plans, seed) = (plans, seed)
    let rows = try workshop.evaluate("replications", count: plans.count * replications) {
      (turn: Int) throws(ToolFailure) in
      let which = turn / replications
      let replication = Replication(
        plan: plans[which], schedule: schedules[which], seed: seed, index: turn % replications)
      return try replication.run(workshop).flatMap(\.row)
    }
    return plans.indices.map { which in
      let own = rows[(which * replications)..<((which + 1) * replications)]
      return StationAnswer(
        plans[which], schedule: schedules[which],
        warmUp: plans[which].isSteady ? warmUps[which] : nil,
        sections: own.flatMap { Replication.Section.sections(in: $0, schedules[which].sections) },
        confidence: options.confidence)
    }
  }

  private func warmUps(_ workshop: Workshop) throws(ToolFailure) -> [Int] {
    let (plans, seed) = (plans, seed)
    guard plans[0].isSteady else { return plans.map { _ in 0 } }
    let rows = try workshop.evaluate("warm-up", count: plans.count) {
      (which: Int) throws(ToolFailure) in
      let pilot = WarmUpPilot(plan: plans[which], seed: seed)
      return [Double(try pilot.customersToSkip(workshop))]
    }
    return rows.map { Int($0[0]) }
  }

  private func schedule(_ plan: StationPlan, warmUp: Int) -> RunSchedule {
    let memory = StationMemory(plan)
    let batches = options.replications == 1 ? memory.batches(in: options.customers) : 1
    guard case .daily(let profile) = plan.arrivals else {
      return RunSchedule(warmUp: warmUp, customers: options.customers, sections: batches)
    }
    let perDay = profile.expectedPerPeriod
    let days = max(1, Int((Double(options.customers) / perDay).rounded(.up)))
    let skipped = plan.isStable ? Int((Double(memory.customersToSkip) / perDay).rounded(.up)) : 0
    return RunSchedule(
      warmUpDays: max(2, skipped), days: days, perDay: perDay, sections: min(batches, days))
  }
}

extension StationPlan {
  fileprivate var isSteady: Bool {
    if case .steady = arrivals { return true }
    return false
  }
}

extension Replication.Section {
  /// The section as one row of numbers, as the journal keeps it.
  fileprivate var row: [Double] { measures.values + [length] + busyByHour + queueByHour }

  /// Reads the sections back from the rows of one replication, one after another.
  fileprivate static func sections(in rows: [Double], _ count: Int) -> [Replication.Section] {
    let width = rows.count / count
    let fixed = Measure.allCases.count + 1
    let hours = (width - fixed) / 2
    return (0..<count).map { index in
      let row = Array(rows[(index * width)..<((index + 1) * width)])
      return Replication.Section(
        measures: Measures(row[..<(fixed - 1)]), length: row[fixed - 1],
        busyByHour: Array(row[fixed..<(fixed + hours)]),
        queueByHour: Array(row[(fixed + hours)...]))
    }
  }
}
