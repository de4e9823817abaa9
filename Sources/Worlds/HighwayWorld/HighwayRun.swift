public import EventSimulation
import Quantities
public import Randomness

/// One run of a scenario, from its first car to its end.
///
///     var run = HighwayRun(try HighwayPlan(.corridor300))
///     let outcome = try run.finish()
///     outcome.summary.completed
///
/// A run is a value: a copy is a snapshot, and finishing the copy leaves the original where it was.
public struct HighwayRun: Sendable {
  /// The road and what is to come.
  public private(set) var simulation: Simulation<HighwayModel>
  private var start: HighwayReading?

  /// Puts a run of a plan at its start.
  ///
  /// - Parameters:
  ///   - plan: The scenario, made ready.
  ///   - replication: Which of the independent runs.
  ///   - seed: The seed, if not the scenario's.
  ///   - isLogged: Whether all events are written down, for ``Audit`` and figures.
  public init(
    _ plan: HighwayPlan, replication: Int = 0, seed: Int? = nil, isLogged: Bool = false
  ) {
    simulation = Simulation(
      of: HighwayModel(
        plan, seed: seed ?? plan.scenario.seed, replication: replication, isLogged: isLogged),
      reservingCapacity: 128)
    simulation.model.open(&simulation.agenda)
  }

  /// Puts a run of a scenario at its start, or says what is wrong with the scenario.
  public init(_ scenario: HighwayScenario, isLogged: Bool = false) throws(ScenarioFailure) {
    self.init(try HighwayPlan(scenario), isLogged: isLogged)
  }

  /// The plan that is followed.
  public var plan: HighwayPlan { simulation.model.plan }

  /// The present moment in seconds from the start.
  public var time: Double { simulation.agenda.now.sinceStart.seconds }

  /// Whether all has happened.
  public var isOver: Bool {
    guard time >= plan.duration else { return false }
    return !plan.scenario.drains || simulation.model.onRoad == 0 || time >= drainEnd
  }

  /// Nobody waits for a charger or for power longer than a week after the last arrival.
  private var drainEnd: Double { plan.duration + 7 * 86_400 }

  /// Reads all meters now.
  public var reading: HighwayReading { simulation.model.reading(at: time) }

  /// Lets happen what happens until a moment in seconds from the start, but not beyond the end.
  public mutating func advance(to seconds: Double) {
    let warm = plan.scenario.warmUp * 3600
    if start == nil, seconds >= warm {
      // Without a warm-up everything counts, also a car that comes at the very start.
      if warm > 0 { simulation.run(until: .second(max(warm, time))) }
      start = reading
    }
    simulation.run(until: .second(max(min(seconds, plan.duration), time)))
    guard plan.scenario.drains, seconds > plan.duration else { return }
    drain(until: min(seconds, drainEnd))
  }

  private mutating func drain(until end: Double) {
    while simulation.model.onRoad > 0, simulation.agenda.nextTime <= .second(end) {
      simulation.step()
    }
    if simulation.model.onRoad > 0 { simulation.run(until: .second(end)) }
  }

  /// Lets the future go another way: who comes, which grid fails for how long and which charger breaks is drawn
  /// from another key from now on.
  ///
  ///     var other = run        // a snapshot
  ///     other.renew(with: RandomKey(seed: 7).key(path))
  ///
  /// What has been decided stays: the next arrival, the next outage and the end of the present one. So what follows has
  /// the law of the road given all that has been, as
  /// `FixedEffortSplitting` asks for. The tastes and visits of numbered cars and the wind of numbered
  /// hours are looked up again and again, and belong to a run from its start; runs that begin with seeds of their own
  /// differ in them.
  public mutating func renew(with key: RandomKey) { simulation.model.renew(with: key) }

  /// Sets what the battery of a station should give from now on, in kW; negative to take.
  ///
  /// For policies: the station's dispatch must be `schedule`, and a schedule of its own would overrule
  /// it at the next quarter of an hour.
  public mutating func setBattery(power: Double, atStation station: Int) {
    simulation.model.setBattery(power, atStation: station, time, &simulation.agenda)
  }

  /// Lets happen all that is still to happen, checks the books and tells what came of it.
  public mutating func finish() throws(BooksFailure) -> HighwayOutcome {
    advance(to: .infinity)
    return try outcome()
  }

  /// Does the same, stopping the clock at equal intervals to read all meters.
  ///
  /// - Parameters:
  ///   - interval: The seconds between two readings.
  ///   - stop: What may end the run before its time.
  /// - Returns: What came of it, with the readings.
  /// - Throws: The equation that does not hold, if the books do not close.
  public mutating func finish(
    readingEvery interval: Double, stop: EarlyStop = .disabled
  ) throws(BooksFailure) -> HighwayOutcome {
    precondition(interval > 0, "readings lie some time apart")
    var series = [reading]
    var watch = EarlyStopWatch(stop, plan: plan)
    var end = HighwayOutcome.End.completed
    while !isOver {
      let next = (Double(series.count)) * interval
      advance(to: next)
      series.append(reading)
      guard let reason = watch.reason(after: series) else { continue }
      end = .stopped(reason)
      break
    }
    var outcome = try outcome()
    outcome.series = series
    outcome.end = end
    return outcome
  }

  /// Tells what has come of it so far.
  public mutating func outcome() throws(BooksFailure) -> HighwayOutcome {
    let end = reading
    let books = simulation.model.books(at: time)
    for line in books where !line.isBalanced { throw BooksFailure(line: line) }
    simulation.model.noteWhoIsLeft(time)
    let model = simulation.model
    let start = start ?? HighwayReading(atRestOf: model)
    return HighwayOutcome(
      summary: HighwaySummary(
        from: start, to: end, waits: model.waits,
        blackouts: model.blackouts, plan: plan),
      start: start, finish: end, waits: model.waits,
      strandings: model.strandings, blackouts: model.blackouts, books: books,
      log: model.log, events: simulation.eventsHandled)
  }
}

/// What came of a run.
public struct HighwayOutcome: Sendable {
  /// The numbers of the time that counts.
  public var summary: HighwaySummary
  /// All meters when counting began.
  public var start: HighwayReading
  /// All meters at the end.
  public var finish: HighwayReading
  /// All meters at equal intervals, if they were read.
  public var series: [HighwayReading] = []
  /// The waits that count.
  public var waits: [ServedWait]
  /// Who stood still.
  public var strandings: [Stranding]
  /// Times of too little power.
  public var blackouts: [Blackout]
  /// The equations of the books.
  public var books: [BookLine]
  /// What happened, if it was written down.
  public var log: EventLog
  /// How many events there were.
  public var events: Int
  /// How it ended.
  public var end = End.completed

  /// How a run ends.
  public enum End: Sendable, Equatable {
    /// At its time.
    case completed
    /// Before.
    case stopped(EarlyStop.Reason)
  }
}

extension HighwayReading {
  /// What the meters of a road show before anything has happened.
  init(atRestOf model: HighwayModel) {
    self.init()
    strandedByCause = Array(repeating: 0, count: StrandingCause.allCases.count)
    stations = model.plan.stations.map { plan in
      var reading = StationReading()
      reading.stored = plan.initialStored
      return reading
    }
  }
}

extension HighwayModel {
  /// Writes down where everybody is when a run ends.
  mutating func noteWhoIsLeft(_ now: Double) {
    guard log.isOn else { return }
    for slot in vehicles.indices where vehicles[slot].isPresent {
      let here = position(of: slot, at: now)
      log.note(
        .left, at: now, vehicle: vehicles[slot].number, station: vehicles[slot].station,
        charger: vehicles[slot].charger, energy: here.energy, here.place,
        Double(vehicles[slot].phase.rawValue))
    }
  }
}
