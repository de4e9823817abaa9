import AnalysisKit
import EventSimulation
import Numerics
import Quantities

/// One independent run of a station: open, observe, close the door, wait until the last has left.
struct Replication: Sendable {
  let plan: StationPlan
  let schedule: RunSchedule
  let seed: UInt64
  let index: Int

  /// What one section of a run gave.
  struct Section: Sendable {
    var measures = Measures()
    /// How long it was, in hours.
    var length = 0.0
    /// How the waits were spread.
    var waits = WaitHistogram(row: [])
    /// How many charged and how many waited in each hour of the day, as means; empty when the day has
    /// no pattern.
    var busyByHour: [Double] = []
    var queueByHour: [Double] = []
  }

  /// Runs, and returns one result per section.
  func run(_ workshop: Workshop) throws(ToolFailure) -> [Section] {
    var station = try simulate(workshop)
    // Taken out of the station, the outcomes can be moved where they lie.
    var outcomes = station.takeOutcomes()
    let marks = station.marks
    let perSection = (marks.count - 1) / schedule.sections
    return outcomes.withUnsafeMutableBufferPointer { outcomes in
      (0..<schedule.sections).map { section in
        let first = section * perSection
        return observe(outcomes, Array(marks[first...(first + perSection)]))
      }
    }
  }

  private func simulate(_ workshop: Workshop) throws(ToolFailure) -> Station {
    let stories = CustomerStories(of: plan, seed: seed, replication: index)
    var simulation = Simulation(
      of: Station(plan, stories: stories, observation: Observation(borders: schedule.borders)))
    simulation.model.open(&simulation.agenda)
    while simulation.run(events: 65_536) { try workshop.stopIfInterrupted() }
    try checkBooks(of: simulation.model, at: simulation.agenda.now)
    return simulation.model
  }

  /// Little's law on a run that empties: the time that customers spent here is the integral of how
  /// many were here.
  private func checkBooks(of station: Station, at end: SimulatedTime) throws(ToolFailure) {
    let integral = station.chargers.busy.total(at: end) + station.chargers.queue.total(at: end)
    let gap = (integral - station.timeInStation).seconds.magnitude
    guard gap <= 1e-9 * max(1, station.timeInStation.seconds) else {
      throw .defect("the books of a replication do not close, Little's law is off by \(gap) s")
    }
    guard station.chargers.queueLength == 0, station.chargers.busyServers == 0 else {
      throw .defect("a customer was forgotten in a station that has closed")
    }
  }

  private func observe(
    _ outcomes: UnsafeMutableBufferPointer<Double>, _ marks: [Mark]
  ) -> Section {
    let (first, last) = (marks[0], marks[marks.count - 1])
    var section = Section()
    let own = UnsafeMutableBufferPointer(rebasing: outcomes[first.arrivals..<last.arrivals])
    section.measures = count(own)
    let served = Int(section.measures[.served])
    section.waits = WaitHistogram(UnsafeMutableBufferPointer(rebasing: own[..<served]))
    let length = last.time - first.time
    section.length = length.hours
    let busy = (last.busy - first.busy) / length
    section.measures[.busyMean] = busy
    section.measures[.queueMean] = (last.queue - first.queue) / length
    if let chargers = plan.chargers { section.measures[.utilisation] = busy / Double(chargers) }
    guard case .moments = schedule.borders else { return section }
    section.busyByHour = byHour(marks, \.busy)
    section.queueByHour = byHour(marks, \.queue)
    return section
  }

  /// Counts what became of the customers, and moves the waits of the served to the front.
  private func count(_ outcomes: UnsafeMutableBufferPointer<Double>) -> Measures {
    var (served, delayed, blocked) = (0, 0, 0)
    var sum = CompensatedSum()
    for outcome in outcomes {
      if outcome >= 0 {
        outcomes[served] = outcome
        served += 1
        delayed += outcome > 0 ? 1 : 0
        sum.add(outcome)
      } else {
        blocked += outcome == Outcome.blocked ? 1 : 0
      }
    }
    let abandoned = outcomes.count - served - blocked
    let arrivals = Double(outcomes.count)
    var measures = Measures()
    measures[.arrivals] = arrivals
    measures[.served] = Double(served)
    measures[.blocked] = Double(blocked)
    measures[.abandoned] = Double(abandoned)
    measures[.blockedShare] = Double(blocked) / arrivals
    measures[.abandonedShare] = Double(abandoned) / arrivals
    measures[.waitProbability] = Double(delayed + abandoned) / Double(outcomes.count - blocked)
    measures[.waitMean] = sum.value / Double(served)
    return measures
  }

  /// The time average within each hour of the day, over all days of a section.
  private func byHour(_ marks: [Mark], _ integral: KeyPath<Mark, TimeSpan>) -> [Double] {
    var sums = [Double](repeating: 0, count: 24)
    for (index, mark) in marks.dropLast().enumerated() {
      let next = marks[index + 1]
      sums[index % 24] += (next[keyPath: integral] - mark[keyPath: integral]).hours
    }
    let days = Double((marks.count - 1) / 24)
    return sums.map { $0 / days }
  }
}
