public import ChargingModels

/// A road, its traffic, its stations and their energy: everything a run depends on.
///
///     var scenario = HighwayScenario.demo
///     scenario.traffic.vehiclesPerHour = 100
///     let outcome = try scenario.run()
///     outcome.summary.completed
///
/// The value holds parameters only; what changes is ``HighwayModel``. No key is optional, so that a file
/// which names a few of them can be laid over a preset.
public struct HighwayScenario: Hashable, Sendable, Codable {
  /// What it is called.
  public var name: String
  /// The seed of all chance.
  public var seed: Int
  /// How many independent runs.
  public var replications: Int
  /// How long cars come, in hours, warm-up included.
  public var duration: Double
  /// How long nothing is counted at first, in hours.
  public var warmUp: Double
  /// The hour of the day at which the run starts.
  public var startHour: Double
  /// Whether the run goes on after `duration` until everybody has left.
  public var drains: Bool
  /// The road.
  public var road: Road
  /// When cars come.
  public var traffic: Traffic
  /// Which cars, and who drives them.
  public var fleet: Fleet
  /// How drivers choose where to charge.
  public var choice: StationChoice
  /// How long charging takes.
  public var service: ServiceOptions
  /// How long one waits in line.
  public var patience: PatienceOptions
  /// How many can wait at each station.
  public var waitingSpots: Limit
  /// In which order those who wait are served.
  public var discipline: Discipline
  /// Where the stations are and what they have.
  public var stations: StationLayout
  /// What kinds of chargers there are.
  public var chargers: [ChargerType]
  /// Where the energy of each station comes from.
  public var energy: EnergyOptions
  /// What everything costs.
  public var prices: Prices
  /// What the energy of the grid emits, in grams of CO₂ per kWh at each hour of the day.
  public var carbon: GridCarbon
  /// The weather.
  public var weather: WeatherSeries
  /// How often chargers fail.
  public var reliability: Reliability
  /// When the grid is away.
  public var outages: GridOutages

  enum CodingKeys: String, CodingKey {
    case name, seed, replications, drains, road, traffic, fleet, choice, service, patience
    case discipline, stations, chargers, energy, prices, weather, reliability, outages
    case duration = "duration_h"
    case warmUp = "warmup_h"
    case startHour = "start_hour"
    case waitingSpots = "waiting_spots"
    case carbon = "grid_co2_g_per_kwh"
  }

  /// Makes the scenario that all presets start from: 300 km, three stations with four chargers, 80 cars
  /// an hour, one day.
  public init(name: String = "standard") {
    self.name = name
    seed = 42
    replications = 1
    duration = 24
    warmUp = 0
    startHour = 6
    drains = false
    road = Road()
    traffic = Traffic()
    fleet = Fleet()
    choice = StationChoice()
    service = ServiceOptions()
    patience = PatienceOptions()
    waitingSpots = 6
    discipline = .firstCome
    stations = StationLayout()
    chargers = ChargerType.calibrated
    energy = EnergyOptions()
    prices = Prices()
    carbon = .sunnyGrid
    weather = WeatherSeries()
    reliability = Reliability()
    outages = GridOutages()
  }
}
