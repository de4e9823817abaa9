import ChargingModels
import HighwayWorld
import Queueing
import Statistics

/// What queueing theory says of a road whose stations are queues of the textbooks, beside what was simulated.
struct TextbookCheck {
  /// One number, known in theory and simulated.
  struct Line {
    let name: String
    let theory: Double
    let simulated: Double
    let interval: Interval?

    /// Whether the interval holds the theory; nil where there is no interval.
    var agrees: Bool? { interval.map { $0.contains(theory) } }
  }

  /// The queue in Kendall's letters.
  let law: String
  /// Whether theory is exact, or an approximation.
  let isExact: Bool
  /// Whether the queue settles at all.
  let isStable: Bool
  /// The numbers; none where the queue does not settle.
  let lines: [Line]

  /// Compares; nil where no such theory is known.
  init?(_ result: HighwayResult) {
    let scenario = result.scenario
    guard scenario.service.model != .physics, scenario.discipline == .firstCome,
      scenario.reliability.meanUptime == 0, !scenario.road.isTwoWay, scenario.road.trips.isEmpty,
      scenario.traffic.vehiclesPerHour > 0, let theory = Theory(result)
    else { return nil }
    (law, isExact, isStable) = (theory.law, theory.isExact, theory.isStable)
    lines = theory.isStable ? Self.lines(theory, result) : []
  }

  private static func lines(_ theory: Theory, _ result: HighwayResult) -> [Line] {
    func line(_ name: String, _ value: Double?, of measure: String, over base: String? = nil)
      -> Line?
    {
      guard let value, value.isFinite else { return nil }
      let sample = result.sample(measure, over: base)
      return Line(
        name: name, theory: value, simulated: RunningMoments(sample).mean,
        interval: Interval.studentT(sample))
    }
    return [
      line("mean wait of the served (min)", theory.meanWait, of: "wait_mean_min"),
      line("95 % of the served wait at most (min)", theory.wait95, of: "wait_p95_min"),
      line("share that must wait", theory.waitProbability, of: "p_wait"),
      line("share of charger time in use", theory.utilisation, of: "utilisation"),
      line("mean number waiting", theory.queueLength, of: "queue_mean"),
      line("share turned away", theory.blockedShare, of: "denied", over: "visits"),
      line("share giving up", theory.abandonedShare, of: "abandoned", over: "visits"),
    ].compactMap { $0 }
  }
}

/// The queues of the stations, solved.
private struct Theory {
  var law = ""
  var isExact = true
  var isStable = true
  var meanWait: Double?
  var wait95: Double?
  var waitProbability: Double?
  var utilisation: Double?
  var queueLength: Double?
  var blockedShare: Double?
  var abandonedShare: Double?

  init?(_ result: HighwayResult) {
    let scenario = result.scenario
    let rate = scenario.traffic.vehiclesPerHour / 60
    let stations = result.plan.stationOptions
    let chargers = result.chargersByStation
    let spots = stations.indices.map { result.waitingSpots(at: $0) }
    let quitting = scenario.patience.model == .none ? 0 : 1 / scenario.patience.mean
    let isEndless = spots.allSatisfy { $0 == nil } && quitting == 0
    guard let first = chargers.first else { return nil }
    switch (scenario.traffic.process, scenario.service.model) {
    case (.poisson, .exponential), (.uniform, .exponential):
      // Who leaves an endless Markov queue is a Poisson stream again (Burke 1956): so all stations are known.
      guard stations.count == 1 || isEndless else { return nil }
      let queues = chargers.indices.map {
        MarkovQueue(
          arrivalRate: rate, serviceRate: 1 / scenario.service.mean, servers: chargers[$0],
          waitingSpots: spots[$0], abandonmentRate: quitting)
      }
      take(queues, chargers, spots: spots[0], isEndless: quitting == 0)
    case (.poisson, .deterministic), (.uniform, .deterministic):
      guard stations.count == 1, isEndless else { return nil }
      let queue = DeterministicServiceQueue(
        arrivalRate: rate, serviceTime: scenario.service.mean, servers: first)
      law = "M/D/\(first)"
      (meanWait, waitProbability) = (queue.meanWait, queue.waitProbability)
      (utilisation, queueLength) = (queue.utilisation, queue.meanQueueLength)
      wait95 = queue.isStable ? queue.waitQuantile(0.95) : nil
      isStable = queue.isStable
    case (.rushHour, .exponential), (.singlePeak, .exponential), (.periodic, .exponential),
      (.hourly, .exponential):
      guard stations.count == 1 else { return nil }
      let queue = PointwiseStationaryQueue(
        arrivalRates: scenario.traffic.rates().map { $0 / 60 },
        serviceRate: 1 / scenario.service.mean, servers: first, waitingSpots: spots[0],
        abandonmentRate: quitting)
      law = "M_t/M/\(first), pointwise stationary"
      isExact = false
      (meanWait, waitProbability) = (queue.meanWait, queue.waitProbability)
      (utilisation, queueLength) = (queue.utilisation, queue.meanQueueLength)
      isStable = queue.isStable
    default: return nil
    }
  }

  private mutating func take(
    _ queues: [MarkovQueue], _ chargers: [Int], spots: Int?, isEndless: Bool
  ) {
    let count = Double(queues.count)
    let letters = spots.map { "M/M/\(chargers[0])/\(chargers[0] + $0)" } ?? "M/M/\(chargers[0])"
    law =
      queues.count > 1
      ? "\(queues.count) M/M/c queues in a row" : letters + (isEndless ? "" : " + M")
    isStable = queues.allSatisfy(\.isStable)
    meanWait = queues.map(\.meanWait).reduce(0, +) / count
    waitProbability = queues.map(\.waitProbability).reduce(0, +) / count
    queueLength = queues.map(\.meanQueueLength).reduce(0, +)
    let busy = queues.map(\.meanBusy).reduce(0, +)
    utilisation = busy / Double(chargers.reduce(0, +))
    guard let only = queues.first, queues.count == 1 else { return }
    wait95 = only.isStable ? only.waitQuantile(0.95) : nil
    blockedShare = spots == nil ? nil : only.blockedShare
    abandonedShare = isEndless ? nil : only.abandonedShare
  }
}

extension HighwayResult {
  /// How many can wait at a station; nil where room is unlimited, or so large that nobody could tell.
  func waitingSpots(at station: Int) -> Int? {
    let spots = plan.stationOptions[station].waitingSpots.value
    return spots <= 100_000 ? Int(spots) : nil
  }

  /// A measure of every replication, or its ratio to another.
  func sample(_ measure: String, over base: String? = nil) -> [Double] {
    let names = summary.measures.map(\.name)
    guard let index = names.firstIndex(of: measure) else { return [] }
    let other = base.flatMap { names.firstIndex(of: $0) }
    return samples.map { row in
      guard let other else { return row[index] }
      return row[other] > 0 ? row[index] / row[other] : 0
    }
  }
}
