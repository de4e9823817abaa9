import ChargingModels
import HighwayWorld
import Peers
import Testing

@Suite("The books of a random road")
struct BookTests {
  @Test(
    "close, agree with the audit, and show nothing negative, not a number or above a limit",
    arguments: 0..<12)
  func random(block: Int) throws {
    for index in 0..<60 {
      let scenario = randomScenario(seed: UInt64(1000 * block + index))
      let outcome: HighwayOutcome
      do {
        outcome = try run(scenario)
      } catch {
        Issue.record("scenario \(1000 * block + index): \(error)")
        continue
      }
      for line in outcome.books where !line.isBalanced {
        Issue.record("scenario \(1000 * block + index): \(line)")
      }
      let plan = try HighwayPlan(scenario)
      let audit = Audit(of: outcome.log, plan, end: outcome.finish.time)
      #expect(audit.complaints.isEmpty, "scenario \(1000 * block + index)")
      for line in audit.compare(with: outcome.finish) where !line.isBalanced {
        Issue.record("scenario \(1000 * block + index), audit: \(line)")
      }
      for (name, value) in outcome.summary.measures {
        let mayBeNegative = [
          "profit", "grid_bill", "export_income", "consumption_kwh_per_100km",
        ].contains(name)
        #expect(
          value.isFinite && (mayBeNegative || value >= -1e-6),
          "scenario \(1000 * block + index): \(name) = \(value)")
      }
      #expect(outcome.summary.utilisation <= 1 + 1e-9)
      #expect(outcome.summary.energyUtilisation <= 1 + 1e-9)
    }
  }

  @Test("are found out when a number is wrong")
  func wrong() throws {
    let scenario = HighwayScenario.demo
    let outcome = try run(scenario)
    let plan = try HighwayPlan(scenario)
    var reported = outcome.finish
    reported.stations[1].grid += 1e-3
    reported.completed += 1
    let wrong = Audit(of: outcome.log, plan, end: outcome.finish.time)
      .compare(with: reported).filter { !$0.isBalanced }
    #expect(wrong.map(\.name) == ["completed", "station 1: grid"])
  }
}

/// A road of any shape, with everything that can go wrong.
func randomScenario(seed: UInt64) -> HighwayScenario {
  var random = FixedRandom(seed: seed)
  func number(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &random)
  }
  func chance(_ share: Double) -> Bool { number(0...1) < share }
  var scenario = chance(0.5) ? HighwayScenario.calibrated : .upstream
  scenario.seed = random.below(1_000_000)
  scenario.duration = number(2...30)
  scenario.warmUp = chance(0.5) ? number(0...1.9) : 0
  scenario.startHour = number(0...24)
  scenario.drains = chance(0.3)
  scenario.road.length = number(50...500)
  scenario.road.isTwoWay = chance(0.5)
  if chance(0.4) {
    let cut = number(0.2...0.8) * scenario.road.length
    scenario.road.sections = [
      RoadSection(start: 0, end: cut, speedLimit: number(60...140), slope: number(-0.05...0.05)),
      RoadSection(
        start: cut, end: scenario.road.length, speedLimit: 110, slope: number(-0.05...0.05)),
    ]
  }
  if chance(0.3) {
    let ramp = number(0.1...0.9) * scenario.road.length
    scenario.road.ramps = [ramp]
    scenario.road.trips = [
      Trip(from: 0, to: scenario.road.length), Trip(from: ramp, to: 0, weight: 0.5),
      Trip(from: 0, to: ramp, weight: 0.3),
    ]
  }
  if chance(0.3) { scenario.road.backgroundTraffic = number(0...2500) }
  let processes = TrafficProcess.allCases.filter { $0 != .trace }
  scenario.traffic.process = random.pick(processes)
  scenario.traffic.hourly = (0..<24).map { _ in number(0...2) + 0.01 }
  scenario.traffic.vehiclesPerHour = number(0...150)
  scenario.fleet.spawn = chance(0.5) ? .raw : .feasible
  scenario.fleet.strandedAt = chance(0.5) ? 0 : 0.05
  scenario.choice.model = chance(0.5) ? .compare : .firstNeed
  scenario.choice.allowsOverflow = chance(0.5)
  scenario.choice.isBalking = chance(0.5)
  scenario.choice.informationDelay = chance(0.3) ? 0 : number(0...30)
  if chance(0.1) { scenario.service.model = .exponential }
  scenario.patience.model = random.pick(PatienceOptions.Model.allCases)
  scenario.waitingSpots = chance(0.2) ? .unlimited : .atMost(Double(random.below(12)))
  scenario.discipline = random.pick(Discipline.allCases)
  scenario.stations.count = random.below(5)
  scenario.stations.chargers = 1 + random.below(10)
  scenario.stations.charger = random.pick(scenario.chargers.map(\.name))
  if chance(0.3) {
    scenario.stations.cabinetSize = 1 + random.below(4)
    scenario.stations.cabinetPower = .atMost(number(50...400))
  }
  if chance(0.5) { scenario.energy = randomEnergy(&random) }
  scenario.prices.connection = chance(0.5) ? 6 : 0
  if chance(0.2) { scenario.prices.demandCharge = 10 }
  scenario.prices.export = number(-0.05...0.1)
  if chance(0.4) {
    scenario.weather.temperature = (0..<24).map { _ in number(-20...40) }
    scenario.weather.headwind = [number(-10...10)]
    scenario.weather.rain = [number(0...5)]
    scenario.weather.irradiance = (0..<24).map { _ in number(0...900) }
    scenario.weather.windSpeed = (0..<24).map { _ in number(0...28) }
  }
  if chance(0.3) {
    scenario.reliability = Reliability(meanUptime: number(1...50), meanRepair: number(0.1...5))
  }
  if chance(0.3) {
    scenario.reliability.maintenance = (0..<3).map { _ in
      let start = number(0...8)
      return .init(chargers: 1 + random.below(12), start: start, end: start + number(0...6))
    }
  }
  if chance(0.3) { scenario.outages.meanGap = number(2...20) }
  if chance(0.2) { scenario.outages.scheduled = [.init(start: number(0...2), end: number(2...6))] }
  return scenario
}

private func randomEnergy(_ random: inout FixedRandom) -> EnergyOptions {
  func number(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &random)
  }
  func chance(_ share: Double) -> Bool { number(0...1) < share }
  var energy = EnergyOptions()
  if chance(0.8) { energy.grid = .atMost(chance(0.1) ? 0 : number(0...900)) }
  energy.export = chance(0.5) ? 0 : number(0...100)
  if chance(0.6) { energy.solar = SolarPlant(peak: number(0...400), followsWeather: chance(0.5)) }
  if chance(0.6) { energy.wind = WindTurbine(base: number(0...200), followsWeather: chance(0.5)) }
  if chance(0.6) {
    energy.battery = StationBattery(
      capacity: number(1...800), chargePower: number(0...200), dischargePower: number(0...200))
  }
  energy.dispatch = DispatchRule.allCases[random.below(DispatchRule.allCases.count)]
  energy.schedule = (0..<5).map { _ in number(-100...100) }
  return energy
}
