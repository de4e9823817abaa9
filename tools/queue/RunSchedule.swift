import AnalysisKit
import EventSimulation
import Quantities
import Statistics

/// How long a replication runs and which parts of it count.
struct RunSchedule: Sendable {
  /// Where the counted sections begin and end.
  let borders: Observation.Borders
  /// Into how many samples a replication is cut: one, unless it is the only one.
  let sections: Int
  /// How many customers the counted part sees on average.
  let customers: Double

  /// Counts off customers after a warm-up, for arrivals at a steady rate.
  init(warmUp: Int, customers: Int, sections: Int) {
    self.sections = sections
    self.customers = Double(customers)
    borders = .customers((0...sections).map { warmUp + customers * $0 / sections })
  }

  /// Counts whole days after two of warm-up, for arrivals that follow the time of day.
  init(days: Int, perDay: Double, sections: Int) {
    // Whole days per section, so that every section has mornings and evenings alike.
    let daysPerSection = (days + sections - 1) / sections
    self.sections = sections
    customers = Double(daysPerSection * sections) * perDay
    let hours = daysPerSection * sections * 24
    borders = .moments(
      (0...hours).map { .start + .hours(Double(Self.warmUpDays * 24 + $0)) })
  }

  /// The days until one day resembles the next.
  static let warmUpDays = 2

  /// How many samples to cut the only replication into; for batch means.
  static let batches = 32
}

/// Finds out how many customers have come before a station that opened empty is in its usual state.
struct WarmUpPilot: Sendable {
  let plan: StationPlan
  let seed: UInt64

  /// Runs on random numbers of its own, so that the cut does not depend on what is then counted, and
  /// returns how many customers to skip.
  ///
  /// MSER-5 on what arriving customers see, averaged over a few pilots; twice the cut, for the cut is
  /// an estimate too. When no cut is found the pilots are made longer.
  func customersToSkip(_ workshop: Workshop) throws(Interruption) -> Int {
    guard plan.isStable else { return 0 }
    var length = 4096
    while true {
      let truncation = WarmUp.truncation(of: try seenOnAverage(length, workshop))
      if truncation.isReliable && truncation.cut < length / 4 { return 2 * truncation.cut }
      guard length < 1_048_576 else { return length }
      length *= 4
    }
  }

  private func seenOnAverage(_ length: Int, _ workshop: Workshop) throws(Interruption) -> [Double] {
    var sums = [Double](repeating: 0, count: length)
    for pilot in 0..<Self.pilots {
      let stories = CustomerStories(of: plan, seed: seed, replication: -1 - pilot)
      let observation = Observation(borders: .customers([0, length]), recordsWhatIsSeen: true)
      var simulation = Simulation(of: Station(plan, stories: stories, observation: observation))
      simulation.model.open(&simulation.agenda)
      while simulation.run(events: 65_536) { try workshop.stopIfInterrupted() }
      for (index, seen) in simulation.model.seen.enumerated() { sums[index] += seen }
    }
    return sums
  }

  private static let pilots = 8
}
