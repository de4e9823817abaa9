import EventSimulation

/// What a vehicle is doing.
public enum VehiclePhase: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  /// Drives.
  case driving
  /// Stands in line.
  case waiting
  /// Stands at a charger.
  case charging
}

/// Why a car stood still with an empty battery.
public enum StrandingCause: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  /// It could reach neither a station nor its exit when it came.
  case infeasible
  /// A full waiting room had turned it away.
  case denied
  /// It had left a line, or not joined it, because of its length.
  case abandoned
  /// A station without power had sent it on.
  case outage
  /// It could have charged, or charged more.
  case behaviour

  /// The word for it.
  public var name: String {
    switch self {
    case .infeasible: "infeasible"
    case .denied: "denied"
    case .abandoned: "abandoned"
    case .outage: "outage"
    case .behaviour: "behaviour"
    }
  }
}

/// A car on the road, with what is known of it and its own accounts.
struct Vehicle: BitwiseCopyable, Sendable {
  // Who it is.
  var number = 0
  var type: UInt8 = 0
  var driver: UInt8 = 0
  var phase = VehiclePhase.driving
  var isHopeless = false
  var isAtRisk = false
  var isOverflow = false
  /// A setback since the last charge; behaviour stands for none.
  var setback = StrandingCause.behaviour
  var step: Int32 = 1
  var exit: Int32 = 0
  var visits: Int32 = 0
  var stops: Int32 = 0
  var speed = 0.0
  var style = 1.0
  var factor = 1.0
  var buffer = 0.0
  var target = 0.0
  var minimum = 0.0
  var patience = 0.0
  var priceWeight = 0.0
  var capacity = 0.0
  var reserve = 0.0

  // Where it is and what it has.
  var node: Int32 = 0
  var legEnd: Int32 = 0
  /// In kWh, when the present leg or session began.
  var energy = 0.0
  var legEnergy = 0.0
  var legSeconds = 0.0
  var legLength = 0.0
  var since = 0.0
  var sinceRest = 0.0

  // At a station.
  var station: Int32 = -1
  var charger: Int32 = -1
  var ahead: Int32 = -1
  var behind: Int32 = -1
  var urgency = 0.0
  var booked = 0.0
  var joined = 0.0
  var begun = 0.0
  var goal = 0.0
  var share = 1.0
  var readyAt = 0.0
  var restUntil = 0.0
  /// When a session last lost all power; infinite while it has some.
  var stalledSince = Double.infinity
  /// The seconds of a textbook service still to come.
  var service = 0.0
  var arrivedEnergy = 0.0
  var ticket = Ticket.none
  var patienceTicket = Ticket.none

  // Its accounts.
  var entered = 0.0
  var initialEnergy = 0.0
  var charged = 0.0
  var consumed = 0.0
  var paid = 0.0
  var drivingSeconds = 0.0
  var waitingSeconds = 0.0
  var chargingSeconds = 0.0
  var kilometres = 0.0

  /// The next free place, while nobody is here.
  var link: Int32 = -1
  var isPresent = false
}
