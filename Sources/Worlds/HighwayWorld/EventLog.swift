public import ChargingModels

/// What happened, in order: enough to derive every number of a run again without the simulator.
public struct EventLog: Sendable {
  /// What happened to vehicles and chargers.
  public private(set) var entries: [Entry] = []
  /// The power at coupled stations, each from its moment until the next of the same station.
  public private(set) var flows: [FlowEntry] = []
  @usableFromInline var isOn: Bool

  init(isOn: Bool) { self.isOn = isOn }

  /// One thing that happened.
  public struct Entry: Sendable, Equatable, BitwiseCopyable {
    /// When, in seconds from the start.
    public var time: Double
    /// What.
    public var kind: Kind
    /// The vehicle in the order of arrival; the charger for failures and repairs.
    public var vehicle: Int
    /// The station, −1 for none.
    public var station: Int32
    /// The charger in the order of the road, −1 for none.
    public var charger: Int32
    /// What is in the battery, in kWh.
    public var energy: Double
    /// What the kind says: see ``Kind``.
    public var a: Double
    /// What the kind says: see ``Kind``.
    public var b: Double
  }

  /// What can happen; `a` and `b` are given in brackets.
  public enum Kind: UInt8, Sendable, BitwiseCopyable, CaseIterable {
    /// A car comes (its place in km; 256 × driver + kind).
    case entered
    /// A car comes to a station (place).
    case reached
    /// A car asks to be charged (free chargers; cars waiting).
    case asked
    /// A car is connected (the energy at which it will leave; the share of its curve that it accepts).
    case started
    /// A car has charged (what it pays; the energy it got at this stop).
    case finished
    /// A session ended before its goal because nobody had power (what it pays; the energy it got).
    case cutShort
    /// A session was broken by a failure, and the car waits again (what it pays; the energy it got).
    case interrupted
    /// A car left the line (its wait in minutes; 0).
    case abandoned
    /// A car was turned away (cars waiting; 0).
    case denied
    /// A car drove on because of the line (cars waiting; 0).
    case balked
    /// A car's range is less than 1.2 times the way to the next station (range; way, in km).
    case atRisk
    /// A car left the road where it wanted to (place; 0).
    case exited
    /// A car stood still (place; cause).
    case stranded
    /// A charger failed, or is worked on (1 for work; 0).
    case failed
    /// A charger works again (1 after work; 0).
    case repaired
    /// The run ended while a car was there (place; phase).
    case left
  }

  /// The power at a coupled station from a moment on.
  public struct FlowEntry: Sendable, Equatable, BitwiseCopyable {
    /// When, in seconds from the start.
    public var time: Double
    /// The station.
    public var station: Int32
    /// What cars would draw from the bus if they could, in kW.
    public var demand: Double
    /// What cars draw from the bus, in kW.
    public var draw: Double
    /// What the sun offers, in kW.
    public var solar: Double
    /// What the wind offers, in kW.
    public var wind: Double
    /// What the grid can give, in kW.
    public var gridLimit: Double
    /// What is in the battery, in kWh.
    public var stored: Double
    /// Who gives how much.
    public var flows: PowerFlows
  }

  /// Whether anything is written down.
  public var isEmpty: Bool { entries.isEmpty && flows.isEmpty }

  @inline(__always)
  mutating func note(
    _ kind: Kind, at time: Double, vehicle: Int, station: Int32 = -1, charger: Int32 = -1,
    energy: Double = 0, _ a: Double = 0, _ b: Double = 0
  ) {
    guard isOn else { return }
    entries.append(
      Entry(
        time: time, kind: kind, vehicle: vehicle, station: station, charger: charger,
        energy: energy, a: a, b: b))
  }

  @inline(__always)
  mutating func note(_ entry: @autoclosure () -> FlowEntry) {
    guard isOn else { return }
    flows.append(entry())
  }
}
