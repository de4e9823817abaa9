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
    let counts = plan.counts(options)
    guard counts.count * options.replications <= 1_000_000 else {
      throw .usage(
        .conflict(
          "\(counts.count) numbers of chargers with \(options.replications) replications are more than "
            + "a million runs; ask for fewer of one or the other."))
    }
    plans = counts.map { count in
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
        sections: own.flatMap { Replication.Section.sections(in: $0) },
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
  /// The section as one row of numbers, as the journal keeps it; the first says how many follow.
  fileprivate var row: [Double] {
    let fixed = measures.values + [length]
    let hours = [Double(busyByHour.count)] + busyByHour + queueByHour
    let content = fixed + hours + waits.row
    return [Double(content.count)] + content
  }

  /// Reads the sections back from the rows of one replication, one after another.
  fileprivate static func sections(in rows: [Double]) -> [Replication.Section] {
    var sections: [Replication.Section] = []
    var rest = rows[...]
    while let count = rest.popFirst() {
      sections.append(Replication.Section(row: rest.prefix(Int(count))))
      rest = rest.dropFirst(Int(count))
    }
    return sections
  }

  private init(row: ArraySlice<Double>) {
    var rest = row
    func take(_ count: Int) -> [Double] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    measures = Measures(take(Measure.allCases.count))
    length = take(1)[0]
    let hours = Int(take(1)[0])
    busyByHour = take(hours)
    queueByHour = take(hours)
    waits = WaitHistogram(row: rest)
  }
}
