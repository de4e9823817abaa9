public import Quantities

/// Something whose story is told by events.
public protocol EventDrivenModel: Sendable {
  /// What can happen; a small value without references.
  associatedtype Event: BitwiseCopyable & Sendable

  /// Lets one event happen, now, and schedules what follows from it.
  mutating func handle(_ event: Event, in agenda: inout Agenda<Event>)
}

/// A model and its future.
///
/// The whole simulation is one value: a copy is a snapshot, and running the copy is a what-if that
/// leaves the original alone.
///
///     var simulation = Simulation(of: station)
///     simulation.run(until: .start + .hours(8))
///     var fork = simulation          // same past, own future
@frozen
public struct Simulation<Model: EventDrivenModel>: Sendable {
  /// The model in its present state.
  public var model: Model
  /// The clock and what is to come.
  public var agenda: Agenda<Model.Event>
  @usableFromInline var handled = 0

  /// Puts a model at the start of its time; schedule its first events through `agenda`.
  public init(of model: Model, reservingCapacity capacity: Int = 16) {
    self.model = model
    agenda = Agenda(reservingCapacity: capacity)
  }

  /// The number of events that have happened.
  @inlinable
  public var eventsHandled: Int { handled }

  /// Lets the next event happen; says whether there was one.
  @inlinable
  @discardableResult
  public mutating func step() -> Bool {
    guard let event = agenda.next() else { return false }
    model.handle(event, in: &agenda)
    handled &+= 1
    return true
  }

  /// Lets at most so many events happen; says whether more are to come.
  @inlinable
  @discardableResult
  public mutating func run(events limit: Int) -> Bool {
    for _ in 0..<limit {
      guard step() else { return false }
    }
    return agenda.count > 0
  }

  /// Lets happen all that will ever happen.
  @inlinable
  public mutating func run() {
    while step() {}
  }

  /// Lets happen what happens until a moment, that moment included, and sets the clock to it.
  @inlinable
  public mutating func run(until end: SimulatedTime) {
    precondition(end < .never, "to run to the end of all events, use run()")
    while let event = agenda.next(until: end) {
      model.handle(event, in: &agenda)
      handled &+= 1
    }
    agenda.wait(until: end)
  }
}
