import ChargingModels
import HighwayWorld
import Queueing
import Statistics
import Testing

@Suite("The highway as a textbook queue")
struct TextbookTests {
  private func queue(
    perHour: Double, chargers: Int, service: Double, spots: Limit = .unlimited,
    patience: Double? = nil, model: ServiceOptions.Model = .exponential, hours: Double = 2000
  ) -> HighwayScenario {
    var scenario = HighwayScenario.textbook
    scenario.traffic.vehiclesPerHour = perHour
    scenario.stations.chargers = chargers
    scenario.service = ServiceOptions(model: model, mean: service)
    scenario.waitingSpots = spots
    if let patience { scenario.patience = PatienceOptions(model: .exponential, mean: patience) }
    scenario.duration = hours
    scenario.warmUp = 100
    return scenario
  }

  /// Twenty replications; each measure as mean and standard error.
  private func simulate(_ scenario: HighwayScenario) throws -> [String: RunningMoments] {
    let plan = try HighwayPlan(scenario)
    var moments: [String: RunningMoments] = [:]
    for replication in 0..<20 {
      var run = HighwayRun(plan, replication: replication)
      for (name, value) in try run.finish().summary.measures {
        moments[name, default: RunningMoments()].add(value)
      }
    }
    return moments
  }

  private func expect(
    _ moments: [String: RunningMoments], _ name: String, _ exact: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let measured = try #require(moments[name], sourceLocation: sourceLocation)
    let error = (measured.mean - exact) / measured.standardError
    // 3.9 standard errors of 20 runs: once in a thousand.
    #expect(
      error.magnitude < 3.9,
      "\(name): \(measured.mean) ± \(measured.standardError), exact \(exact)",
      sourceLocation: sourceLocation)
    #expect(
      measured.standardError < 0.05 * exact, "too coarse a test", sourceLocation: sourceLocation)
  }

  @Test("M/M/c waits as Erlang says", arguments: [(8.0, 4, 25.0), (2, 1, 20), (30, 9, 15)])
  func markov(perHour: Double, chargers: Int, service: Double) throws {
    let exact = MarkovQueue(
      arrivalRate: perHour / 60, serviceRate: 1 / service, servers: chargers, waitingSpots: nil)
    let moments = try simulate(queue(perHour: perHour, chargers: chargers, service: service))
    try expect(moments, "wait_mean_min", exact.meanWait)
    try expect(moments, "p_wait", exact.waitProbability)
    try expect(moments, "utilisation", exact.utilisation)
    try expect(moments, "queue_mean", exact.meanQueueLength)
    try expect(moments, "wait_p90_min", exact.waitQuantile(0.9))
  }

  @Test("M/M/c/K turns away as many as it should", arguments: [0.0, 3])
  func room(spots: Double) throws {
    let exact = MarkovQueue(
      arrivalRate: 10.0 / 60, serviceRate: 1.0 / 25, servers: 4, waitingSpots: Int(spots))
    let moments = try simulate(
      queue(perHour: 10, chargers: 4, service: 25, spots: .atMost(spots)))
    let arrivals = try #require(moments["arrivals"]).mean
    let denied = try #require(moments["denied"])
    #expect(
      ((denied.mean / arrivals - exact.blockedShare) / (denied.standardError / arrivals)).magnitude
        < 3.9)
    try expect(moments, "utilisation", exact.utilisation)
    if spots == 0 {
      let loss = ErlangB.blocking(offeredLoad: 10 * 25.0 / 60, servers: 4)
      #expect((loss - exact.blockedShare).magnitude < 1e-12)
    } else {
      try expect(moments, "wait_mean_min", exact.meanWait)
    }
  }

  @Test("Erlang A loses those who lose patience", arguments: [(12.0, 30.0), (8, 10)])
  func patience(perHour: Double, mean: Double) throws {
    let exact = MarkovQueue(
      arrivalRate: perHour / 60, serviceRate: 1.0 / 25, servers: 4, waitingSpots: nil,
      abandonmentRate: 1 / mean)
    let moments = try simulate(queue(perHour: perHour, chargers: 4, service: 25, patience: mean))
    let arrivals = try #require(moments["arrivals"]).mean
    let abandoned = try #require(moments["abandoned"])
    let error =
      (abandoned.mean / arrivals - exact.abandonedShare) / (abandoned.standardError / arrivals)
    #expect(error.magnitude < 3.9)
    try expect(moments, "wait_mean_min", exact.meanWait)
    try expect(moments, "p_wait", exact.waitProbability)
  }

  @Test("M/D/c waits as Franx's formula says", arguments: [1, 4])
  func deterministic(chargers: Int) throws {
    let exact = DeterministicServiceQueue(
      arrivalRate: 2.0 * Double(chargers) / 60, serviceTime: 25, servers: chargers)
    let moments = try simulate(
      queue(perHour: 2 * Double(chargers), chargers: chargers, service: 25, model: .deterministic))
    try expect(moments, "wait_mean_min", exact.meanWait)
    try expect(moments, "p_wait", exact.waitProbability)
  }

  @Test("M/G/1 of a regular stream never waits")
  func regular() throws {
    var scenario = queue(perHour: 2, chargers: 1, service: 29, model: .deterministic)
    scenario.traffic.process = .regular
    #expect(try run(scenario).summary.waitMean == 0)
  }

  @Test("M_t/M/∞ follows its arrivals with the lag and the amplitude of theory")
  func infinite() throws {
    var scenario = queue(perHour: 20, chargers: 400, service: 90, hours: 24 * 80)
    scenario.warmUp = 0
    scenario.startHour = 0
    scenario.traffic.process = .singlePeak
    let rates = scenario.traffic.rates()
    let plan = try HighwayPlan(scenario)
    // Mean number charging by hour of the day, from exact integrals between readings.
    var sums = [Double](repeating: 0, count: 24)
    let runs = 4
    for replication in 0..<runs {
      var run = HighwayRun(plan, replication: replication)
      let series = try run.finish(readingEvery: 3600).series
      for (before, after) in zip(series, series.dropFirst()) where before.time >= 86_400 {
        sums[Int(before.time / 3600) % 24] += after.chargingHours - before.chargingHours
      }
    }
    let days = Double(runs * 79)
    let theory = TimeVaryingInfiniteServer(
      rates: rates, period: 24, meanService: 1.5, limitedMean: LimitedMean.exponential(mean: 1.5))
    // The station stands 5 km behind the entry, at 110 km/h.
    let way = 5.0 / 110
    for hour in 0..<24 {
      let moments = (0..<60).map { Double(hour) + (Double($0) + 0.5) / 60 - way }
      let expected = moments.map { theory.meanBusy(at: $0) }.reduce(0, +) / 60
      let measured = sums[hour] / days
      #expect(
        (measured / expected - 1).magnitude < 0.04, "hour \(hour): \(measured), exact \(expected)")
    }
  }

  @Test("covers the truth with 95 % intervals in about 95 of 100 seeds")
  func coverage() throws {
    let exact = MarkovQueue(
      arrivalRate: 6.0 / 60, serviceRate: 1.0 / 25, servers: 4, waitingSpots: nil)
    var covered = 0
    var scenario = queue(perHour: 6, chargers: 4, service: 25, hours: 600)
    for seed in 1...100 {
      scenario.seed = seed
      let plan = try HighwayPlan(scenario)
      var waits: [Double] = []
      for replication in 0..<10 {
        var run = HighwayRun(plan, replication: replication)
        waits.append(try run.finish().summary.waitMean)
      }
      let interval = try #require(Interval.studentT(waits))
      covered += interval.contains(exact.meanWait) ? 1 : 0
    }
    #expect((88...100).contains(covered), "\(covered) of 100")
  }

  @Test("serves by class when asked to: the preferred wait less, all together as long")
  func priority() throws {
    var scenario = queue(perHour: 8.6, chargers: 4, service: 25, hours: 1000)
    scenario.fleet.vehicles = [plainCar(charge: 1), plainCar(charge: 1)]
    scenario.fleet.vehicles[0].priority = 0
    func means(_ discipline: Discipline) throws -> (Double, Double, Double) {
      scenario.discipline = discipline
      let outcome = try run(scenario)
      var kinds: [Int: Int] = [:]
      for entry in outcome.log.entries where entry.kind == .entered {
        kinds[entry.vehicle] = Int(entry.b) & 0xff
      }
      var (sums, counts) = ([0.0, 0.0], [0.0, 0.0])
      for wait in outcome.waits {
        let kind = kinds[Int(wait.vehicle)] ?? 0
        sums[kind] += wait.minutes
        counts[kind] += 1
      }
      return (sums[0] / counts[0], sums[1] / counts[1], outcome.summary.waitMean)
    }
    let (fair, ranked) = (try means(.firstCome), try means(.priority))
    #expect(ranked.0 < 0.5 * fair.0)
    #expect(ranked.1 > 1.2 * fair.1)
    // Work is conserved: with the same services the mean wait of all hardly changes.
    #expect((ranked.2 / fair.2 - 1).magnitude < 0.1)
  }
}
