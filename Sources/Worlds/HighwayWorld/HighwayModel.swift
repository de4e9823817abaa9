import ChargingModels
public import EventSimulation
import Numerics
import Quantities
import Randomness

/// The road in one moment: what changes during a run.
///
/// A copy is a snapshot. No random state is stored: every draw is a function of the seed, the
/// replication, a purpose and the number of the vehicle, charger or station it is for, so that one
/// charger more does not change who comes.
public struct HighwayModel: EventDrivenModel {
  /// What never changes.
  public let plan: HighwayPlan
  /// Which of the independent runs this is.
  public let replication: Int
  private(set) var chance: Chance
  var arrivals: ArrivalClock
  var vehicles: [Vehicle] = []
  var firstFree: Int32 = -1
  var stations: [StationState]
  var chargers: [ChargerState]
  var road = RoadAccount()
  var isOpen = true
  /// The served waits of those who asked after the warm-up, in the order in which they were served.
  public internal(set) var waits: [ServedWait] = []
  /// Who stood still, in order.
  public internal(set) var strandings: [Stranding] = []
  /// Times of too little power, in the order in which they began.
  public internal(set) var blackouts: [Blackout] = []
  /// What happened, if it is written down.
  public internal(set) var log: EventLog
  // Room to think in, so that no event has to ask for memory.
  var wishes: [Double]
  var prospects: [Prospect]

  /// What can happen.
  public typealias Event = HighwayEvent

  /// The names of all chance.
  struct Chance: Sendable {
    private(set) var arrivals: RandomKey
    private(set) var vehicles: RandomKey
    let visits: RandomKey
    let tastes: RandomKey
    private(set) var failures: RandomKey
    private(set) var outages: RandomKey
    let wind: RandomKey

    init(seed: Int, replication: Int) {
      let key = RandomKey(seed: UInt64(bitPattern: Int64(seed))).key("highway")
      func part(_ name: String) -> RandomKey { key.key(name).key(replication) }
      arrivals = part("arrivals")
      vehicles = part("vehicles")
      visits = part("visits")
      tastes = part("tastes")
      failures = part("failures")
      outages = part("outages")
      wind = part("wind")
    }

    /// Replaces what is drawn once and never looked up again; tastes, visits and wind stay as they are.
    mutating func renew(with key: RandomKey) {
      arrivals = key.key("arrivals")
      vehicles = key.key("vehicles")
      failures = key.key("failures")
      outages = key.key("outages")
    }
  }

  init(_ plan: HighwayPlan, seed: Int, replication: Int, isLogged: Bool) {
    self.plan = plan
    self.replication = replication
    chance = Chance(seed: seed, replication: replication)
    arrivals = ArrivalClock(
      plan.scenario.traffic, startHour: plan.scenario.startHour, key: chance.arrivals)
    chargers = Array(repeating: ChargerState(), count: plan.chargers.count)
    stations = plan.stations.map { station in
      var state = StationState()
      state.stored = station.initialStored
      state.gridLimit = station.gridLimit
      return state
    }
    log = EventLog(isOn: isLogged)
    let most = plan.stations.map { Int($0.endCharger - $0.firstCharger) }.max() ?? 0
    wishes = Array(repeating: 0, count: most)
    prospects = []
    prospects.reserveCapacity(plan.stations.count + 1)
    vehicles.reserveCapacity(64)
  }

  /// Draws who comes and what breaks from now on from another key.
  mutating func renew(with key: RandomKey) {
    chance.renew(with: key)
    arrivals.renew(with: chance.arrivals)
  }

  /// Schedules what happens first.
  mutating func open(_ agenda: inout Agenda<HighwayEvent>) {
    for station in stations.indices { publish(station, at: 0) }
    scheduleArrival(&agenda)
    scheduleDisturbances(&agenda)
  }

  /// Lets one event happen.
  public mutating func handle(_ event: HighwayEvent, in agenda: inout Agenda<HighwayEvent>) {
    let now = agenda.now.sinceStart.seconds
    let subject = Int(event.subject)
    switch event.kind {
    case .arrival: arrive(now, &agenda)
    case .reach: reach(subject, now, &agenda)
    case .strand: strand(subject, now)
    case .finish: finish(subject, now, &agenda)
    case .station: change(atStation: subject, now, &agenda)
    case .patience: losePatience(subject, now, &agenda)
    case .tick: tick(now, &agenda)
    case .outageBegins: loseGrid(subject, now, &agenda)
    case .outageEnds: regainGrid(subject, now, &agenda)
    case .chanceOutageBegins: loseGridByChance(subject, now, &agenda)
    case .chanceOutageEnds: regainGridByChance(subject, now, &agenda)
    case .failure: fail(subject, now, &agenda)
    case .repair: repair(subject, now, &agenda)
    case .workBegins: close(subject, now, &agenda)
    case .workEnds: reopen(subject, now, &agenda)
    }
  }

  /// How many vehicles are on the road or at a station.
  public var onRoad: Int { road.arrived - road.completed - road.strandedAll }

  // MARK: - Stopwatches

  /// Ends what a vehicle was doing and begins something else.
  mutating func turn(_ slot: Int, to phase: VehiclePhase, _ now: Double) {
    stop(slot, now)
    vehicles[slot].phase = phase
    switch phase {
    case .driving: road.driving.change(by: 1, at: .second(now))
    case .waiting: road.waiting.change(by: 1, at: .second(now))
    case .charging: road.charging.change(by: 1, at: .second(now))
    }
  }

  /// Stops the watch of what a vehicle was doing.
  mutating func stop(_ slot: Int, _ now: Double) {
    let spent = now - vehicles[slot].since
    vehicles[slot].since = now
    switch vehicles[slot].phase {
    case .driving:
      vehicles[slot].drivingSeconds += spent
      vehicles[slot].sinceRest += spent
      road.driving.change(by: -1, at: .second(now))
    case .waiting:
      vehicles[slot].waitingSeconds += spent
      road.waiting.change(by: -1, at: .second(now))
    case .charging:
      vehicles[slot].chargingSeconds += spent
      road.charging.change(by: -1, at: .second(now))
    }
  }

  // MARK: - Coming and going

  /// Takes a vehicle off the road and closes its accounts.
  mutating func remove(_ slot: Int, _ now: Double) {
    stop(slot, now)
    road.drivingSeconds.add(vehicles[slot].drivingSeconds)
    road.waitingSeconds.add(vehicles[slot].waitingSeconds)
    road.chargingSeconds.add(vehicles[slot].chargingSeconds)
    road.tripSeconds.add(now - vehicles[slot].entered)
    road.kilometres.add(vehicles[slot].kilometres)
    road.charged.add(vehicles[slot].charged)
    road.consumed.add(vehicles[slot].consumed)
    road.takenOut.add(vehicles[slot].energy)
    road.paid.add(vehicles[slot].paid)
    vehicles[slot].isPresent = false
    vehicles[slot].link = firstFree
    firstFree = Int32(slot)
  }

  /// Finds a place for a new vehicle.
  mutating func place(_ vehicle: Vehicle) -> Int {
    guard firstFree >= 0 else {
      vehicles.append(vehicle)
      return vehicles.count - 1
    }
    let slot = Int(firstFree)
    firstFree = vehicles[slot].link
    vehicles[slot] = vehicle
    return slot
  }
}

/// A place where a car could charge, seen from where it is.
struct Prospect: Sendable, BitwiseCopyable {
  let station: Int32
  /// What it takes to get there, in kWh.
  let energy: Double
  /// How far it is, in km.
  let length: Double
  /// How long it takes, in seconds.
  let seconds: Double
}

extension SimulatedTime {
  @inline(__always)
  static func second(_ seconds: Double) -> SimulatedTime {
    SimulatedTime(sinceStart: .seconds(seconds))
  }
}
