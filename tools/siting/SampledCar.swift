import ChargingModels
import HighwayWorld
import Randomness

/// One car as it could come: what it takes along the road, what it brings, and how it charges.
package struct SampledCar {
  /// Where it enters and leaves, in km.
  package let from: Double
  package let to: Double
  /// What it has used up to each place of the road since the end where its direction begins, in kWh.
  package let used: [Double]
  /// What may be used of what it brings, in kWh.
  package let brought: Double
  /// What may be used of a full battery, in kWh.
  package let full: Double
  /// What should be left on arrival, in kWh.
  package let buffer: Double
  /// What a session gives, in kWh.
  package let session: Double
  /// How long a session takes, in hours.
  package let hours: Double

  /// Describes a car.
  package init(
    from: Double, to: Double, used: [Double], brought: Double, full: Double, buffer: Double,
    session: Double, hours: Double
  ) {
    (self.from, self.to, self.used) = (from, to, used)
    (self.brought, self.full, self.buffer) = (brought, full, buffer)
    (self.session, self.hours) = (session, hours)
  }

  var isForward: Bool { to > from }
}

/// Draws cars as the scenario's fleet and drivers have them.
struct CarSampler {
  private let scenario: HighwayScenario
  private let places: [Double]
  private let charger: ChargerType
  private let key: RandomKey
  private let types: CategoricalDistribution
  private let drivers: CategoricalDistribution
  private let trips: [Trip]
  private let tripPick: CategoricalDistribution
  private let staircase: ChargeStaircase

  /// Prepares to draw cars for a road that is looked at in some places, with one kind of charger.
  init(_ scenario: HighwayScenario, places: [Double], charger: ChargerType, seed: Int) {
    (self.scenario, self.places, self.charger) = (scenario, places, charger)
    key = RandomKey(seed: UInt64(bitPattern: Int64(seed))).key("siting").key("cars")
    types = CategoricalDistribution(weights: scenario.fleet.vehicles.map(\.weight))
    drivers = CategoricalDistribution(weights: scenario.fleet.drivers.map(\.weight))
    trips = scenario.relations
    tripPick = CategoricalDistribution(weights: trips.map(\.weight))
    staircase = ChargeStaircase(scenario.fleet.vehicles.map(\.curve))
  }

  /// Draws the car of a number; nil where it has no plug for the chargers, so that no station helps it.
  func car(_ number: Int) -> SampledCar? {
    let (who, manner, mind) = (key.words(number, 0), key.words(number, 1), key.words(number, 2))
    let index = types.index(for: who[0])
    let type = scenario.fleet.vehicles[index]
    guard charger.connectors.contains(type.connector) else { return nil }
    let driver = scenario.fleet.drivers[drivers.index(for: who[2])]
    let trip = trips[tripPick.index(for: who[3])]
    let hour = scenario.startHour + mind[3].unitInterval * scenario.duration
    let style = driver.style(mind[2].unitInterval)
    let weather = scenario.weather.road(inHour: Int(hour))
    let pace = CarPace(
      type, wish: driver.speed.value(at: manner[0].unitInterval), style, weather,
      isForward: trip.to > trip.from)
    let used = pace.used(along: scenario.road, at: places)
    let reserve = type.capacity * scenario.fleet.strandedAt
    let flat = pace.rate(limit: 130, slope: 0)
    let buffer = driver.buffer.value(at: manner[1].unitInterval) * max(flat, 0)
    let target = type.capacity * driver.target.value(at: manner[2].unitInterval)
    // Who could hardly charge anything before the target charges a fifth of the battery.
    let goal = min(max(target, reserve + buffer + 0.2 * type.capacity), type.capacity)
    let brought = type.capacity * type.initialCharge.value(for: who[1]) - reserve
    // A session begins anywhere between what was brought, or charged, and the buffer: half-way on average.
    let floor = min(reserve + buffer, 0.8 * type.capacity)
    let arrival = floor + 0.5 * min(max(brought - buffer, 0), goal - floor)
    let seconds = staircase.seconds(
      curve: index, from: arrival, to: goal, capacity: type.capacity, limit: charger.power,
      derating: type.chargingShare(at: weather.temperature))
    return SampledCar(
      from: trip.from, to: trip.to, used: used,
      brought: brought,
      full: type.capacity - reserve, buffer: buffer, session: goal - arrival,
      hours: seconds / 3600 + scenario.service.plugTime / 60)
  }
}

extension DriverProfile {
  /// How far the style of driving is from an even one, in either direction.
  fileprivate func style(_ share: Double) -> Double { aggressiveness.value(at: share) - 0.5 }
}

/// How fast one car drives and what it uses, as the world has it on the empty road.
private struct CarPace {
  private let type: VehicleType
  private let wish: Double
  private let style: Double
  private let weather: RoadWeather
  private let isForward: Bool

  init(
    _ type: VehicleType, wish: Double, _ style: Double, _ weather: RoadWeather, isForward: Bool
  ) {
    (self.type, self.wish, self.style, self.isForward) = (type, wish, style, isForward)
    var weather = weather
    if !isForward { weather.headwind = -weather.headwind }
    self.weather = weather
  }

  /// The consumption in kWh/km.
  func rate(limit: Double, slope: Double) -> Double {
    let wished = min(wish, limit + 10) * (1 + 0.2 * style)
    let speed = min(max(wished, 20), limit + 20, type.topSpeed)
    let rate = type.body.consumption(at: speed, slope: isForward ? slope : -slope, in: weather)
    return rate > 0 ? rate * (1 + 0.3 * style) : rate
  }

  /// What has been used up to each place; the sections' ends are places.
  func used(along road: Road, at places: [Double]) -> [Double] {
    let rates = zip(places, places.dropFirst()).map { start, end in
      let section = road.sections.first { $0.start <= start && end <= $0.end }
      return rate(limit: section?.speedLimit ?? 130, slope: section?.slope ?? 0) * (end - start)
    }
    var sums = [0.0]
    for rate in isForward ? rates : rates.reversed() { sums.append(sums[sums.count - 1] + rate) }
    return isForward ? sums : sums.reversed()
  }
}
