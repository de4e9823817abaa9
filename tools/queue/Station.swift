import EventSimulation
import Quantities
import Randomness

/// A charging station at work: customers come, take a free charger, wait, give up or turn away.
struct Station: EventDrivenModel {
  private let plan: StationPlan
  private var stories: CustomerStories
  private let observation: Observation
  private let profile: IntensityProfile?
  private let meanGap: TimeSpan
  private(set) var chargers: Resource<Customer>
  private var nextBorder = 0
  private var borderCustomer = Int.max
  private var isOpen = true
  private var expectedSoFar = 0.0

  /// What became of each customer, in the order of arrival; see ``Outcome``.
  private(set) var outcomes: [Double] = []
  /// How many each arriving customer saw here; kept only when asked for.
  private(set) var seen: [Double] = []
  /// What stood in the books at the borders of the sections.
  private(set) var marks: [Mark] = []
  /// The time that all customers together have been here.
  private(set) var timeInStation = TimeSpan.zero

  enum Event: BitwiseCopyable, Sendable {
    case arrival
    case departure
    case losesPatience(Ticket)
    case border
  }

  /// Prepares an empty station and its first customer.
  init(_ plan: StationPlan, stories: CustomerStories, observation: Observation) {
    self.plan = plan
    self.stories = stories
    self.observation = observation
    meanGap = plan.meanRate.meanGap
    if case .daily(let profile) = plan.arrivals { self.profile = profile } else { profile = nil }
    chargers = Resource(servers: plan.chargers ?? .max, waitingSpots: plan.waitingSpots)
    guard case .customers(let borders) = observation.borders else { return }
    borderCustomer = borders[0]
    outcomes.reserveCapacity(borders.last ?? 0)
  }

  /// Schedules what happens first.
  mutating func open(_ agenda: inout Agenda<Event>) {
    scheduleArrival(in: &agenda)
    scheduleBorder(in: &agenda)
  }

  /// Hands over what became of the customers.
  mutating func takeOutcomes() -> [Double] {
    let taken = outcomes
    outcomes = []
    return taken
  }

  mutating func handle(_ event: Event, in agenda: inout Agenda<Event>) {
    switch event {
    case .arrival: arrive(in: &agenda)
    case .departure: depart(in: &agenda)
    case .losesPatience(let ticket): giveUp(ticket, at: agenda.now)
    case .border:
      crossBorder(at: agenda.now)
      scheduleBorder(in: &agenda)
    }
  }

  // MARK: - What can happen

  private mutating func arrive(in agenda: inout Agenda<Event>) {
    let index = outcomes.count
    if index == borderCustomer { crossBorder(at: agenda.now) }
    guard isOpen else { return }
    if observation.recordsWhatIsSeen {
      seen.append(Double(chargers.busyServers + chargers.queueLength))
    }
    let story = stories.current
    scheduleArrival(in: &agenda)
    admit(
      Customer(index: index, arrival: agenda.now, service: story.service),
      patience: story.patience, in: &agenda)
  }

  private mutating func admit(
    _ customer: Customer, patience: TimeSpan, in agenda: inout Agenda<Event>
  ) {
    switch chargers.request(customer, at: agenda.now) {
    case .started:
      outcomes.append(0)
      start(customer, in: &agenda)
    case .waiting(let ticket):
      outcomes.append(Outcome.stillWaiting)
      guard plan.meanPatience != nil else { return }
      var impatient = customer
      impatient.patience = agenda.schedule(.losesPatience(ticket), after: patience)
      chargers.replace(ticket, with: impatient)
    case .refused:
      outcomes.append(Outcome.blocked)
    }
  }

  private mutating func depart(in agenda: inout Agenda<Event>) {
    guard let next = chargers.release(at: agenda.now) else { return }
    if plan.meanPatience != nil { agenda.cancel(next.patience) }
    let wait = agenda.now - next.arrival
    outcomes[next.index] = wait.minutes
    timeInStation = timeInStation + wait
    start(next, in: &agenda)
  }

  private mutating func start(_ customer: Customer, in agenda: inout Agenda<Event>) {
    // The time between the two moments, which at late moments is not quite the service asked for.
    let end = agenda.now + customer.service
    timeInStation = timeInStation + (end - agenda.now)
    agenda.schedule(.departure, at: end)
  }

  private mutating func giveUp(_ ticket: Ticket, at time: SimulatedTime) {
    guard let customer = chargers.withdraw(ticket, at: time) else { return }
    outcomes[customer.index] = Outcome.abandoned
    timeInStation = timeInStation + (time - customer.arrival)
  }

  /// Notes how the books stand where a section ends and the next one begins.
  private mutating func crossBorder(at time: SimulatedTime) {
    mark(at: time)
    nextBorder += 1
    isOpen = nextBorder < observation.borders.count
    if isOpen, case .customers(let borders) = observation.borders {
      borderCustomer = borders[nextBorder]
    }
  }

  private func scheduleBorder(in agenda: inout Agenda<Event>) {
    guard isOpen, case .moments(let borders) = observation.borders else { return }
    agenda.schedule(.border, at: borders[nextBorder], priority: 1)
  }

  private mutating func scheduleArrival(in agenda: inout Agenda<Event>) {
    stories.turn()
    let gap = stories.current.gap
    guard let profile else {
      agenda.schedule(.arrival, after: gap * meanGap)
      return
    }
    expectedSoFar += gap
    let time = SimulatedTime(sinceStart: .hours(profile.time(atCumulative: expectedSoFar)))
    agenda.schedule(.arrival, at: max(time, agenda.now))
  }

  private mutating func mark(at time: SimulatedTime) {
    marks.append(
      Mark(
        time: time, busy: chargers.busy.total(at: time), queue: chargers.queue.total(at: time),
        arrivals: outcomes.count))
  }
}

/// What became of a customer: the wait in minutes of one who was served, else one of these.
enum Outcome {
  /// There was neither a free charger nor room to wait.
  static let blocked = -1.0
  /// Lost patience.
  static let abandoned = -2.0
  /// Still waits.
  static let stillWaiting = -3.0
}

/// What stood in the books at one moment.
struct Mark: Sendable {
  let time: SimulatedTime
  /// Charger time taken so far.
  let busy: TimeSpan
  /// Waiting time so far.
  let queue: TimeSpan
  /// Customers so far.
  let arrivals: Int
}

/// Which part of a run is looked at.
struct Observation: Sendable {
  /// Where the sections begin; the last border ends the last section, and closes the door.
  var borders: Borders
  /// Whether to note how many each arriving customer finds.
  var recordsWhatIsSeen = false

  /// Sections are counted off in customers, or in time where the time of day matters.
  enum Borders: Sendable {
    case customers([Int])
    case moments([SimulatedTime])

    /// How many borders there are.
    var count: Int {
      switch self {
      case .customers(let borders): borders.count
      case .moments(let borders): borders.count
      }
    }
  }
}
