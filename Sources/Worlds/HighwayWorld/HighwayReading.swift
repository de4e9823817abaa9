import Numerics

/// What all meters of the road show at one moment; cumulative numbers count from the start.
///
/// Reading changes nothing: a run that is read every minute is the same run. The difference of two
/// readings is what happened between them, exactly.
public struct HighwayReading: Sendable, Equatable {
  /// Seconds from the start.
  public var time = 0.0
  /// Cars that came.
  public var arrived = 0
  /// Cars that left where they wanted to.
  public var completed = 0
  /// Cars that stood still.
  public var stranded = 0
  /// Those by cause, in the order of ``StrandingCause``.
  public var strandedByCause: [Int] = []
  /// How often a range began to be less than 1.2 times the way to the next station.
  public var atRisk = 0
  /// Finished charging stops.
  public var stops = 0
  /// Cars that drive, wait and charge now.
  public var driving = 0
  /// Cars that wait now.
  public var waiting = 0
  /// Cars at a charger now.
  public var charging = 0
  /// The time that all cars together have driven, in hours.
  public var drivingHours = 0.0
  /// The time that all cars together have waited, in hours.
  public var waitingHours = 0.0
  /// The time that all cars together have stood at chargers, in hours.
  public var chargingHours = 0.0
  /// The mean state of charge of the cars on the road; 0 when there are none.
  public var meanCharge = 0.0
  /// Cars below a fifth of their charge.
  public var lowCharge = 0
  /// Cars below a tenth of their charge.
  public var criticalCharge = 0
  /// The kilometres driven by cars that have left.
  public var kilometres = 0.0
  /// The hours that cars which have left have been on the road.
  public var tripHours = 0.0
  /// What cars that have left have used, in kWh.
  public var consumed = 0.0
  /// The stations.
  public var stations: [StationReading] = []

  /// The sum of something over all stations.
  public func total(_ meter: KeyPath<StationReading, Double>) -> Double {
    stations.map { $0[keyPath: meter] }.compensatedSum()
  }

  /// The sum of a count over all stations.
  public func total(_ meter: KeyPath<StationReading, Int>) -> Int {
    stations.reduce(0) { $0 + $1[keyPath: meter] }
  }
}
