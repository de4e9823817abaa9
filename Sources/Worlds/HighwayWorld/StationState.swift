import ChargingModels
import EventSimulation
import Numerics

/// What changes at a station.
struct StationState: Sendable {
  // The line.
  var first: Int32 = -1
  var last: Int32 = -1
  var waiting = 0
  var busy = 0
  /// Chargers at which nobody stands and nobody can begin.
  var broken = 0
  var busyTime = TimeIntegral()
  var waitingTime = TimeIntegral()
  /// What was published of it, and for which interval of information.
  var board = StationBoard()
  var boardEpoch = 0

  // Its power, while it is coupled.
  var ticket = Ticket.none
  var settled = 0.0
  var flows = PowerFlows()
  var demand = 0.0
  var draw = 0.0
  var stored = 0.0
  var outagesNow = 0
  var gridLimit = Double.infinity
  var solar = 0.0
  var wind = 0.0
  var price = 0.0
  /// What a kWh of the grid emits now, in kg of CO₂.
  var intensity = 0.0
  var setpoint = 0.0
  var quarterGrid = 0.0
  var quarterStart = 0.0
  var peak = 0.0
  var episode = -1

  /// What it has done since the start.
  var account = StationAccount()
}

/// What drivers are told about a station.
struct StationBoard: Sendable, BitwiseCopyable, Equatable {
  var free: Int32 = 0
  var waiting: Int32 = 0
  var hasPower = true
}

/// What changes at a charger.
struct ChargerState: Sendable, BitwiseCopyable {
  var vehicle: Int32 = -1
  var isBroken = false
  /// How many kinds of planned work keep it from being given to anybody.
  var closures: Int32 = 0
  var failures: Int32 = 0
  /// Into the battery, in kW, while the station is coupled.
  var power = 0.0
  /// The energy at which power changes by itself.
  var nextEnergy = 0.0
  /// The step of the car's staircase, and the energy at its end.
  var step: Int32 = 0
  var stepEnd = 0.0

  /// Whether nobody can begin here.
  var isOut: Bool { isBroken || closures > 0 }
}

/// The cumulative accounts of one station.
///
/// Energies are in kWh; sums keep the digits that plain addition loses.
struct StationAccount: Sendable {
  var visits = 0
  var started = 0
  var finished = 0
  var cutShort = 0
  var abandoned = 0
  var denied = 0
  var balked = 0
  var overflowed = 0
  var interrupted = 0
  var delayed = 0
  var waitSum = CompensatedSum()
  var sessionMinutes = CompensatedSum()
  var sessionSquares = CompensatedSum()
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
  var gridBill = CompensatedSum()
  var emitted = CompensatedSum()
  var exportIncome = CompensatedSum()
}

/// The cumulative accounts of the road.
struct RoadAccount: Sendable {
  var arrived = 0
  var completed = 0
  /// By cause, in the order of ``StrandingCause``.
  var stranded = SIMD8<Int>.zero
  var strandedAll = 0
  var atRisk = 0
  var stops = 0
  var driving = TimeIntegral()
  var waiting = TimeIntegral()
  var charging = TimeIntegral()
  // The accounts of those who have left.
  var drivingSeconds = CompensatedSum()
  var waitingSeconds = CompensatedSum()
  var chargingSeconds = CompensatedSum()
  var tripSeconds = CompensatedSum()
  var kilometres = CompensatedSum()
  var brought = CompensatedSum()
  var charged = CompensatedSum()
  var consumed = CompensatedSum()
  var takenOut = CompensatedSum()
  var paid = CompensatedSum()
}
