/// The story of one vehicle in one row, read from an event log.
public struct TripRecord: Sendable, Equatable {
  /// Its number in the order of arrival.
  public var vehicle = 0
  /// Its kind, as a number in the scenario's list.
  public var type = 0
  /// The kind of its driver, as a number in the scenario's list.
  public var driver = 0
  /// When it came, in seconds from the start.
  public var entered = 0.0
  /// Where it came, in km.
  public var from = 0.0
  /// When it left, stood still, or the run ended.
  public var ended = 0.0
  /// Where that was, in km.
  public var to = 0.0
  /// How its trip ended.
  public var end = End.onRoad
  /// What was in its battery when it came, in kWh.
  public var initialEnergy = 0.0
  /// What was in its battery in the end, in kWh.
  public var finalEnergy = 0.0
  /// What it charged, in kWh.
  public var charged = 0.0
  /// Sessions that reached their goal.
  public var stops = 0
  /// Lines it left or did not join, and waiting rooms that turned it away.
  public var setbacks = 0
  /// Minutes in line.
  public var waited = 0.0
  /// Minutes at chargers.
  public var chargingMinutes = 0.0
  /// What it paid.
  public var paid = 0.0

  /// How a trip ends.
  public enum End: Sendable, Equatable {
    /// It left where it wanted to.
    case completed
    /// It stood still.
    case stranded(StrandingCause)
    /// The run ended first.
    case onRoad
  }

  /// Returns one record per vehicle, in the order of arrival.
  public static func records(of log: EventLog) -> [TripRecord] {
    var records: [TripRecord] = []
    var asked: [Double] = []
    var started: [Double] = []
    for entry in log.entries {
      let index = entry.vehicle
      switch entry.kind {
      case .entered:
        var record = TripRecord()
        record.vehicle = index
        record.type = Int(entry.b) & 0xff
        record.driver = Int(entry.b) >> 8
        record.entered = entry.time
        record.from = entry.a
        record.initialEnergy = entry.energy
        records.append(record)
        asked.append(entry.time)
        started.append(entry.time)
      case .asked: asked[index] = entry.time
      case .started:
        records[index].waited += (entry.time - asked[index]) / 60
        started[index] = entry.time
      case .finished, .cutShort, .interrupted:
        records[index].chargingMinutes += (entry.time - started[index]) / 60
        records[index].paid += entry.a
        records[index].charged += entry.b
        if entry.kind == .finished { records[index].stops += 1 }
        asked[index] = entry.time
      case .abandoned:
        records[index].waited += entry.a
        records[index].setbacks += 1
      case .denied, .balked: records[index].setbacks += 1
      case .exited, .stranded, .left:
        records[index].ended = entry.time
        records[index].to = entry.a
        records[index].finalEnergy = entry.energy
        if entry.kind == .exited { records[index].end = .completed }
        if entry.kind == .stranded, let cause = StrandingCause(rawValue: UInt8(entry.b)) {
          records[index].end = .stranded(cause)
        }
      case .reached, .atRisk, .failed, .repaired: break
      }
    }
    return records
  }
}
