public import ChargingModels

/// What the meters of one station show at one moment; cumulative numbers count from the start.
public struct StationReading: Sendable, Equatable {
  /// Cars that wait now.
  public var waiting = 0
  /// Cars at a charger now.
  public var charging = 0
  /// Chargers that are broken now.
  public var broken = 0
  /// Requests to be charged.
  public var visits = 0
  /// Sessions begun.
  public var started = 0
  /// Sessions that reached their goal.
  public var finished = 0
  /// Sessions given up for want of power.
  public var cutShort = 0
  /// Sessions broken by a failure.
  public var interrupted = 0
  /// Cars that left the line.
  public var abandoned = 0
  /// Cars that a full waiting room turned away.
  public var denied = 0
  /// Cars that did not join because of the line.
  public var balked = 0
  /// Cars that waited although the waiting room was full.
  public var overflowed = 0
  /// Sessions that did not begin at once.
  public var delayed = 0
  /// The waits of all sessions begun, in minutes.
  public var waitMinutes = 0.0
  /// The lengths of all sessions that have ended, in minutes.
  public var sessionMinutes = 0.0
  /// The squares of those lengths, for their spread.
  public var sessionSquares = 0.0
  /// Charger hours taken.
  public var busyHours = 0.0
  /// Hours waited.
  public var waitingHours = 0.0
  /// Energy into cars in kWh.
  public var toCars = 0.0
  /// Energy drawn from the bus by chargers in kWh.
  public var drawn = 0.0
  /// Energy from the grid in kWh.
  public var grid = 0.0
  /// Energy to the grid in kWh.
  public var export = 0.0
  /// What the sun offered, in kWh.
  public var solarOffered = 0.0
  /// What of it was used, in kWh.
  public var solarUsed = 0.0
  /// What the wind offered, in kWh.
  public var windOffered = 0.0
  /// What of it was used, in kWh.
  public var windUsed = 0.0
  /// Energy into the battery, in kWh at the bus.
  public var batteryIn = 0.0
  /// Energy out of the battery, in kWh at the bus.
  public var batteryOut = 0.0
  /// What is in the battery now, in kWh.
  public var stored = 0.0
  /// What cars would have taken and did not get, in kWh at the bus.
  public var notServed = 0.0
  /// What drivers have paid.
  public var income = 0.0
  /// What the grid has taken.
  public var gridBill = 0.0
  /// What the energy of the grid has emitted, in kg of CO₂.
  public var emitted = 0.0
  /// What the grid has paid.
  public var exportIncome = 0.0
  /// The highest mean power of a quarter of an hour from the grid, in kW; only of coupled stations.
  public var peak = 0.0
  /// What cars would draw now, in kW.
  public var demand = 0.0
  /// What cars draw now, in kW.
  public var draw = 0.0
  /// What everything gives now.
  public var flows = PowerFlows()
  /// What the grid can give now, in kW.
  public var gridLimit = Double.infinity

  /// Sessions that have ended, however.
  public var ended: Int { finished + cutShort + interrupted }

  /// Makes a reading of nothing.
  public init() {}
}
