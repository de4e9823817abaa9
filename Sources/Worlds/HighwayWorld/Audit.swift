import ChargingModels
import Numerics

/// Every number of a run, derived again from its event log and the scenario alone.
///
///     let outcome = try HighwayRun(plan, isLogged: true).finish()
///     Audit(of: outcome.log, plan, end: outcome.finish.time).compare(with: outcome.finish)
///
/// It shares no sum with the simulator: counts are counted from entries, minutes from their times, energy
/// from what was in the batteries, kWh and money of coupled stations from the recorded power.
public struct Audit: Sendable {
  /// What the log adds up to.
  public internal(set) var reading = HighwayReading()
  /// The waits of all sessions begun, in the order of the log, in minutes.
  public internal(set) var waits: [ServedWait] = []
  /// Energy brought in by cars, in kWh.
  public internal(set) var brought = 0.0
  /// Energy charged by cars, in kWh.
  public internal(set) var charged = 0.0
  /// Energy used on the road, in kWh.
  public internal(set) var consumed = 0.0
  /// Energy taken out by cars, and what was in batteries at the end, in kWh.
  public internal(set) var takenOut = 0.0
  /// What should never happen and did: limits exceeded, something negative, entries out of order.
  public internal(set) var complaints: [String] = []

  let plan: HighwayPlan
  let end: Double
  var trails: [Trail] = []
  var sums: [StationSums]
  var driving = CompensatedSum()
  var waiting = CompensatedSum()
  var charging = CompensatedSum()

  /// What the log has said of a vehicle so far.
  struct Trail {
    var phase = VehiclePhase.driving
    var since = 0.0
    var energy = 0.0
    var asked = 0.0
    var start = 0.0
    var startEnergy = 0.0
    var goal = 0.0
    var share = 1.0
    var type = 0
    var charger = -1
    var isThere = true
  }

  struct StationSums {
    var toCars = CompensatedSum()
    var drawn = CompensatedSum()
    var grid = CompensatedSum()
    var export = CompensatedSum()
    var solarOffered = CompensatedSum()
    var solarUsed = CompensatedSum()
    var windOffered = CompensatedSum()
    var windUsed = CompensatedSum()
    var batteryIn = CompensatedSum()
    var batteryOut = CompensatedSum()
    var notServed = CompensatedSum()
    var income = CompensatedSum()
    var bill = CompensatedSum()
    var emitted = CompensatedSum()
    var exportIncome = CompensatedSum()
    var busySeconds = CompensatedSum()
    var waitingSeconds = CompensatedSum()
  }

  /// Reads a log whose run ended at so many seconds.
  public init(of log: EventLog, _ plan: HighwayPlan, end: Double) {
    self.plan = plan
    self.end = end
    sums = Array(repeating: StationSums(), count: plan.stationCount)
    reading.time = end
    reading.strandedByCause = Array(repeating: 0, count: StrandingCause.allCases.count)
    reading.stations = Array(repeating: StationReading(), count: plan.stationCount)
    var last = 0.0
    for entry in log.entries {
      if entry.time < last { complain("an entry lies before the one above it", entry.time) }
      last = entry.time
      read(entry)
    }
    readFlows(log.flows)
    close()
  }

  mutating func complain(_ what: String, _ time: Double) {
    if complaints.count < 100 { complaints.append("\(what), at \(time) s") }
  }
}
