import EventSimulation
import Foundation
import Quantities

/// A small station for tests: customers come, take a server, wait or give up.
///
/// Its random numbers are a part of the value, so that a copy of it has the same future. Events leave a
/// running fingerprint, in which their order and their exact times count.
struct ImpatientQueue: EventDrivenModel {
  enum Event: BitwiseCopyable, Sendable {
    case arrival
    case departure
    case givesUp(Ticket)
  }

  struct Customer: BitwiseCopyable, Sendable {
    let number: Int
    var patience = Ticket.none
  }

  private var random: UInt64
  private let arrivals: Int
  private(set) var servers: Resource<Customer>
  private(set) var arrived = 0
  private(set) var served = 0
  private(set) var lost = 0
  private(set) var fingerprint: UInt64 = 0

  init(seed: UInt64, servers count: Int, arrivals: Int) {
    random = seed
    self.arrivals = arrivals
    servers = Resource(servers: count, waitingSpots: 20)
  }

  /// A station with its first customer to come.
  static func simulation(
    seed: UInt64 = 1, servers: Int = 3, arrivals: Int = 500, reservingCapacity capacity: Int = 4
  ) -> Simulation<ImpatientQueue> {
    let model = ImpatientQueue(seed: seed, servers: servers, arrivals: arrivals)
    var simulation = Simulation(of: model, reservingCapacity: capacity)
    simulation.agenda.schedule(.arrival, after: .zero)
    return simulation
  }

  mutating func handle(_ event: Event, in agenda: inout Agenda<Event>) {
    note(event, at: agenda.now)
    switch event {
    case .arrival: arrive(&agenda)
    case .departure: depart(&agenda)
    case .givesUp(let ticket):
      if servers.withdraw(ticket, at: agenda.now) != nil { lost += 1 }
    }
  }

  private mutating func arrive(_ agenda: inout Agenda<Event>) {
    arrived += 1
    if arrived < arrivals { agenda.schedule(.arrival, after: drawn(mean: 1)) }
    let customer = Customer(number: arrived)
    switch servers.request(customer, at: agenda.now) {
    case .started: agenda.schedule(.departure, after: drawn(mean: 3))
    case .refused: lost += 1
    case .waiting(let ticket):
      let patience = agenda.schedule(.givesUp(ticket), after: drawn(mean: 4))
      servers.replace(ticket, with: Customer(number: arrived, patience: patience))
    }
  }

  private mutating func depart(_ agenda: inout Agenda<Event>) {
    served += 1
    guard let next = servers.release(at: agenda.now) else { return }
    agenda.cancel(next.patience)
    agenda.schedule(.departure, after: drawn(mean: 3))
  }

  /// Exponential, from Knuth's linear congruential generator MMIX.
  private mutating func drawn(mean: Double) -> TimeSpan {
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let uniform = (Double(random >> 11) + 0.5) * 0x1p-53
    return .seconds(-mean * log(uniform))
  }

  private mutating func note(_ event: Event, at time: SimulatedTime) {
    let kind: UInt64
    switch event {
    case .arrival: kind = 1
    case .departure: kind = 2
    case .givesUp: kind = 3
    }
    fingerprint = (fingerprint ^ time.sinceStart.seconds.bitPattern ^ kind) &* 0x100_0000_01b3
  }
}

/// All that can be seen of a simulation.
struct View: Equatable {
  let counts: [Int]
  let fingerprint: UInt64
  let now: SimulatedTime
  let busy: TimeSpan
  let queue: TimeSpan

  init(_ simulation: Simulation<ImpatientQueue>) {
    let model = simulation.model
    counts = [
      model.arrived, model.served, model.lost, model.servers.busyServers,
      model.servers.queueLength, simulation.agenda.count, simulation.eventsHandled,
    ]
    fingerprint = model.fingerprint
    now = simulation.agenda.now
    busy = model.servers.busy.total(at: now)
    queue = model.servers.queue.total(at: now)
  }
}
