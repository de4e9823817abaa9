internal import ChargingModels
public import HighwayWorld
internal import Numerics
internal import Queueing

/// What queueing theory expects of a road, from how its stations are visited when there is plenty of everything.
///
///     let forecast = try QueueingForecast(of: scenario)
///     forecast.lostShare(of: scenario)   // visits lost per car: turned away, or left the line
///
/// Each station and hour is a queue of its own in steady state, M/M/*c*/*K*+M (the pointwise stationary approximation,
/// Green and Kolesar 1991, doi:10.1287/mnsc.37.1.84); a grid that is too weak makes sessions longer. It knows nothing of
/// drivers who go elsewhere, and replaces no simulation: it tells which designs are hopeless, and steadies means as a
/// control variate.
public struct QueueingForecast: Sendable {
  /// Visits of each station in each hour of the run.
  let visits: [[Double]]
  /// The mean hours of a session.
  let session: Double
  /// What a session draws on average, in kW.
  let power: Double
  /// How long drivers wait on average, in hours; infinite where they never leave.
  let patience: Double
  /// Cars of the run.
  let cars: Double

  /// How many pilot runs the visits are taken from.
  private static let pilots = 2

  /// Watches a road with the stations of a scenario, and with so many chargers that nobody waits.
  public init(of scenario: HighwayScenario) throws(ScenarioFailure) {
    var plenty = scenario
    plenty.waitingSpots = .unlimited
    plenty.energy = EnergyOptions()
    plenty.outages = GridOutages()
    plenty.reliability = Reliability()
    plenty.stations.list = scenario.resolvedStations.map { station in
      let groups = station.chargers.map { ChargerGroup(type: $0.type, count: 60) }
      return Station(
        position: station.position, chargers: groups, waitingSpots: .unlimited,
        access: station.access, price: station.price)
    }
    let hours = max(1, Int(scenario.duration.rounded(.up)))
    var visits = plenty.stations.list.map { _ in [Double](repeating: 0, count: hours) }
    var (sessions, busy, drawn, cars) = (0.0, 0.0, 0.0, 0.0)
    for pilot in 0..<Self.pilots {
      var run = HighwayRun(try HighwayPlan(plenty), replication: pilot)
      var readings = [run.reading]
      for hour in 1...hours {
        run.advance(to: Double(hour) * 3600)
        readings.append(run.reading)
      }
      for (hour, (before, after)) in zip(readings, readings.dropFirst()).enumerated() {
        for station in visits.indices {
          visits[station][hour] +=
            Double(after.stations[station].visits - before.stations[station].visits)
            / Double(Self.pilots)
        }
      }
      sessions += Double(readings[hours].total(\.started))
      busy += readings[hours].total(\.busyHours)
      drawn += readings[hours].total(\.drawn)
      cars += Double(readings[hours].arrived) / Double(Self.pilots)
    }
    self.visits = visits
    session = sessions > 0 ? busy / sessions : 0.4
    power = busy > 0 ? drawn / busy : 0
    self.cars = cars
    patience =
      switch scenario.patience.model {
      case .none: .infinity
      case .exponential: scenario.patience.mean / 60
      case .profile:
        scenario.fleet.drivers.map { $0.weight * 0.5 * ($0.patience.low + $0.patience.high) }
          .compensatedSum() / max(1e-9, scenario.fleet.drivers.map(\.weight).compensatedSum()) / 60
      }
  }

  /// The visits per car that a scenario loses, with so many times the usual traffic.
  ///
  /// The stations have to be those of which the forecast was made; what they have may differ.
  public func lostShare(of scenario: HighwayScenario, traffic: Double = 1) -> Double {
    let stations = scenario.resolvedStations
    guard stations.count == visits.count, cars > 0 else { return .nan }
    var lost = 0.0
    for (station, hours) in zip(stations, visits) {
      let chargers = max(1, station.chargers.reduce(0) { $0 + $1.count })
      let spots = station.waitingSpots == .unlimited ? nil : Int(station.waitingSpots.value)
      let energy = station.energy
      let supply =
        energy.grid.value + (energy.battery.capacity > 0 ? energy.battery.dischargePower : 0)
      for visits in hours where visits > 0 {
        let rate = traffic * visits
        let load = min(rate * session, Double(chargers)) * power
        let stretched = session * max(1, load / max(supply, 1e-9))
        let queue = MarkovQueue(
          arrivalRate: rate, serviceRate: 1 / stretched, servers: chargers, waitingSpots: spots,
          abandonmentRate: patience.isFinite ? 1 / patience : 0)
        lost += rate * min(1, queue.blockedShare + queue.abandonedShare)
      }
    }
    return lost / (cars * traffic)
  }
}
