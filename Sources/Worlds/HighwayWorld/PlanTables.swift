import ChargingModels

struct RoadNode: Sendable, BitwiseCopyable {
  let position: Double
  let forward: Int32
  let backward: Int32
}

struct RoadLink: Sendable, BitwiseCopyable {
  let length: Double
  let surface: Int32
}

struct RoadSurface: Sendable, Equatable, BitwiseCopyable {
  let limit: Double
  let slope: Double
}

struct TripPlan: Sendable, BitwiseCopyable {
  let entry: Int32
  let exit: Int32
  let step: Int32
}

struct TypePlan: Sendable, BitwiseCopyable {
  let body: VehicleBody
  let capacity: Double
  let coldChargingLoss: Double
  let preconditioning: Double
  let topSpeed: Double
  let priority: Double
  let restAfter: Double
  let rest: Double
  let plug: UInt8

  init(_ type: VehicleType) {
    body = type.body
    capacity = type.capacity
    coldChargingLoss = type.coldChargingLoss
    preconditioning = type.preconditioning
    topSpeed = type.topSpeed
    priority = Double(type.priority)
    restAfter = type.restAfter > 0 ? type.restAfter * 3600 : .infinity
    rest = type.restMinutes * 60
    plug = type.connector.mask
  }

  @inline(__always)
  func chargingShare(at temperature: Double) -> Double {
    preconditioning > 0 ? 1 : max(1 - coldChargingLoss * max(20 - temperature, 0), 0.3)
  }

  /// What heats the battery on the road, in kW.
  @inline(__always)
  func batteryHeating(at temperature: Double) -> Double { temperature < 20 ? preconditioning : 0 }
}

struct DriverPlan: Sendable {
  let speed: Spread
  let buffer: Spread
  let target: Spread
  let minimum: Spread
  let patience: Spread
  let price: Spread
  let style: Spread

  init(_ profile: DriverProfile) {
    speed = profile.speed
    buffer = profile.buffer
    target = profile.target
    minimum = profile.minimum
    patience = profile.patience
    price = profile.priceSensitivity
    style = profile.aggressiveness
  }
}

struct StationPlan: Sendable, BitwiseCopyable {
  var node: Int32
  var position: Double
  var firstCharger: Int32
  var endCharger: Int32
  var firstCabinet: Int32
  var endCabinet: Int32
  /// Whether what one car takes depends on the others, or on the time.
  var isCoupled: Bool
  var spots: Int
  /// The plugs of all its chargers.
  var plugs: UInt8
  var bestPower: Double
  var gridLimit: Double
  var price: Double
  var dispatch: StationDispatch
  var initialStored: Double
}

struct ChargerPlan: Sendable, BitwiseCopyable {
  let power: Double
  let efficiency: Double
  let plugs: UInt8
  let cabinet: Int32
  let station: Int32
}

struct CabinetPlan: Sendable, BitwiseCopyable {
  let first: Int32
  let end: Int32
  let limit: Double
}

struct OutagePlan: Sendable, BitwiseCopyable {
  let station: Int32
  let start: Double
  let end: Double
}

struct MaintenancePlan: Sendable, BitwiseCopyable {
  let charger: Int32
  let start: Double
  let end: Double
}

extension Reliability {
  /// One plan for each charger that is worked on.
  func plans(_ stations: [StationPlan]) -> [MaintenancePlan] {
    maintenance.flatMap { work in
      stations.indices.filter { work.station < 0 || work.station == $0 }.flatMap { index in
        let (first, end) = (stations[index].firstCharger, stations[index].endCharger)
        return (first..<min(first + Int32(clamping: work.chargers), end)).map {
          MaintenancePlan(charger: $0, start: work.start * 3600, end: work.end * 3600)
        }
      }
    }
  }
}

extension Connector {
  /// One bit per plug.
  var mask: UInt8 {
    switch self {
    case .ccs: 1
    case .chademo: 2
    case .type2: 4
    case .mcs: 8
    }
  }
}

extension GridOutages {
  func canHit(_ station: Int) -> Bool {
    meanGap > 0 || scheduled.contains { $0.station < 0 || $0.station == station }
  }

  func plans(stations: Int) -> [OutagePlan] {
    scheduled.flatMap { window in
      (0..<stations).filter { window.station < 0 || window.station == $0 }.map {
        OutagePlan(station: Int32($0), start: window.start * 3600, end: window.end * 3600)
      }
    }
  }
}

extension HighwayScenario {
  /// Who goes where, with the default made explicit.
  public var relations: [Trip] {
    guard road.trips.isEmpty else { return road.trips }
    let there = Trip(from: 0, to: road.length)
    return road.isTwoWay ? [there, Trip(from: road.length, to: 0)] : [there]
  }
}
