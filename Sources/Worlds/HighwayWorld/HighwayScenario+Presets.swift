import ChargingModels

extension HighwayScenario {
  /// The scenarios that have a name.
  public static let presets: [HighwayScenario] = [
    .calibrated, .corridor300, .demo, .upstream, .textbook,
  ]

  /// 300 km, six stations with ten 150 kW chargers, a fleet with charge curves, drivers who compare: a
  /// road that serves its 80 cars an hour.
  public static let calibrated: HighwayScenario = {
    var scenario = HighwayScenario(name: "calibrated")
    scenario.stations.count = 6
    scenario.stations.chargers = 10
    return scenario
  }()

  /// The corridor by which speed is measured: three stations with four chargers for 80 cars an hour, far
  /// too few, one day, seed 42.
  public static let corridor300: HighwayScenario = {
    var scenario = HighwayScenario(name: "corridor-300")
    scenario.traffic.vehiclesPerHour = 80
    return scenario
  }()

  /// Two hours of a 200 km road with four stations that have sun, wind and a battery.
  public static let demo: HighwayScenario = {
    var scenario = HighwayScenario(name: "demo")
    scenario.duration = 2
    scenario.road.length = 200
    scenario.stations.count = 4
    scenario.energy = EnergyOptions(
      grid: 400, solar: SolarPlant(peak: 100), wind: WindTurbine(base: 50),
      battery: StationBattery(capacity: 500))
    return scenario
  }()

  /// The parameters of the earlier system: one body for all, constant power, the first station at
  /// which one must or wants to charge.
  public static let upstream: HighwayScenario = {
    var scenario = HighwayScenario(name: "upstream")
    scenario.fleet = Fleet(
      vehicles: VehicleType.upstream, drivers: DriverProfile.upstream, spawn: .raw,
      strandedAt: 0.05)
    scenario.choice = StationChoice(
      model: .firstNeed, informationDelay: 0, isBalking: false, expectedSession: 30)
    scenario.service.plugTime = 0
    scenario.chargers = ChargerType.upstream
    scenario.prices.connection = 6
    return scenario
  }()

  /// One station as a queue of the textbooks: Poisson arrivals, exponential service, endless patience
  /// and room.
  public static let textbook: HighwayScenario = {
    var scenario = HighwayScenario(name: "textbook")
    scenario.road.length = 10
    scenario.traffic.vehiclesPerHour = 8
    scenario.stations = StationLayout(count: 1, chargers: 4)
    scenario.service = ServiceOptions(model: .exponential, mean: 25)
    scenario.patience.model = .none
    scenario.waitingSpots = .unlimited
    scenario.choice.isBalking = false
    scenario.choice.allowsOverflow = false
    scenario.duration = 1000
    scenario.warmUp = 50
    return scenario
  }()

  /// Returns the scenario of a name.
  public static func preset(named name: String) -> HighwayScenario? {
    presets.first { $0.name == name }
  }
}
