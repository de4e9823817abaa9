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

  /// Counts whole days after whole days of warm-up, for arrivals that follow the time of day.
  init(warmUpDays: Int, days: Int, perDay: Double, sections wanted: Int) {
    // Whole days per section, so that every section has mornings and evenings alike.
    let daysPerSection = (days + wanted - 1) / wanted
    sections = (days + daysPerSection - 1) / daysPerSection
    customers = Double(daysPerSection * sections) * perDay
    let hours = daysPerSection * sections * 24
    borders = .moments(
      (0...hours).map { .start + .hours(Double(warmUpDays * 24 + $0)) })
  }
}

/// Finds out how many customers have come before a station that opened empty is in its usual state.
struct WarmUpPilot: Sendable {
  let plan: StationPlan
  let seed: UInt64

  /// Runs on random numbers of its own, so that the cut does not depend on what is then counted, and
  /// returns how many customers to skip.
  ///
  /// What theory says of the relaxation time, or more if that is what the pilots show: twice the cut
  /// of MSER-5 on what arriving customers see, averaged over the pilots.
  ///
  /// MSER-5 alone is not enough. It cuts where the mean of *one* run is known best, which leaves as much
  /// bias as that run has noise, and a hundred replications have ten times less noise.
  func customersToSkip(_ workshop: Workshop) throws(ToolFailure) -> Int {
    guard plan.isStable else { return 0 }
    let expected = StationMemory(plan).customersToSkip
    let truncation = WarmUp.truncation(of: try seenOnAverage(Self.length, workshop))
    return truncation.isReliable ? max(expected, 2 * truncation.cut) : expected
  }

  private func seenOnAverage(_ length: Int, _ workshop: Workshop) throws(ToolFailure) -> [Double] {
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
  private static let length = 4096
}
