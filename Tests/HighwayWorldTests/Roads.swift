import ChargingModels
import HighwayWorld

/// A road with one kind of car that anybody can compute by hand: 50 kWh, flat curve, 0.2 kWh/km.
func plainScenario(
  length: Double = 200, stations: [Station] = [], trace: [Double] = [0.1], charge: Double = 0.5
) -> HighwayScenario {
  var scenario = HighwayScenario(name: "plain")
  scenario.startHour = 0
  scenario.duration = 12
  scenario.road.length = length
  scenario.traffic = Traffic(process: .trace, trace: trace)
  scenario.fleet = Fleet(
    vehicles: [plainCar(charge: charge)],
    drivers: [
      DriverProfile(
        name: "plain", weight: 1, speed: Spread(100, 100), buffer: Spread(0, 0),
        target: Spread(0.8, 0.8), minimum: Spread(0.1, 0.1), patience: Spread(30, 30),
        priceSensitivity: Spread(0, 0))
    ], spawn: .raw, strandedAt: 0)
  scenario.chargers = [
    ChargerType(name: "PLAIN", power: 100, efficiency: 0.9),
    ChargerType(name: "SLOW", power: 20, efficiency: 0.8),
  ]
  scenario.service.plugTime = 0
  scenario.choice.taste = 0
  scenario.choice.informationDelay = 0
  scenario.stations = StationLayout(
    count: stations.isEmpty ? 0 : 1, charger: "PLAIN", list: stations)
  return scenario
}

/// A car that needs 20 kW of auxiliaries at 100 km/h and nothing else: 0.2 kWh/km at every speed of 100.
func plainCar(charge: Double) -> VehicleType {
  VehicleType(
    name: "plain", weight: 1, capacity: 50, initialCharge: .fixed(charge),
    body: VehicleBody(
      mass: 100, dragArea: 0, rolling: 0.001, efficiency: .flat, regeneration: 0,
      auxiliary: 20 - 100 * 9.81 * 0.001 / 3600 * 100 / 0.9),
    curve: .flat(1000))
}

/// A station of plain chargers.
func plainStation(
  at position: Double, chargers: Int = 1, type: String = "PLAIN", spots: Limit = 6,
  energy: EnergyOptions = EnergyOptions(), cabinet: Int = 0, cabinetPower: Limit = .unlimited
) -> Station {
  Station(
    position: position,
    chargers: [
      ChargerGroup(
        type: type, count: chargers, cabinetSize: cabinet, cabinetPower: cabinetPower)
    ], waitingSpots: spots, energy: energy)
}

/// Runs a scenario with its log.
func run(_ scenario: HighwayScenario, replication: Int = 0, isLogged: Bool = true) throws
  -> HighwayOutcome
{
  var run = HighwayRun(
    try HighwayPlan(scenario), replication: replication, isLogged: isLogged)
  return try run.finish()
}

extension HighwayOutcome {
  /// What happened to a vehicle, in order.
  func story(of vehicle: Int) -> [EventLog.Kind] {
    log.entries.filter { $0.vehicle == vehicle && $0.kind != .failed && $0.kind != .repaired }
      .map(\.kind)
  }

  /// The first entry of a kind.
  func first(_ kind: EventLog.Kind, of vehicle: Int = 0) -> EventLog.Entry? {
    log.entries.first { $0.kind == kind && $0.vehicle == vehicle }
  }
}
