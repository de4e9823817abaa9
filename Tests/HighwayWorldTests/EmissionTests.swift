import ChargingModels
import HighwayWorld
import Testing

@Suite("The CO₂ of the grid's energy")
struct EmissionTests {
  @Test("is energy times intensity where the intensity never changes, coupled or not")
  func flat() throws {
    for grid in [Limit.unlimited, 300] {
      var scenario = HighwayScenario.corridor300
      scenario.duration = 6
      scenario.energy.grid = grid
      scenario.carbon = .flat(250)
      let summary = try scenario.run().summary
      #expect(summary.grid > 1000)
      #expect((summary.emitted / (0.25 * summary.grid) - 1).magnitude < 1e-12)
    }
  }

  @Test("follows the hours, exactly: a session across the full hour pays for both")
  func hours() throws {
    // 0.2 kWh/km: 10 kWh left at km 100 after one hour; at 100 kW to 40 kWh in 18 minutes.
    var scenario = plainScenario(stations: [plainStation(at: 100)], trace: [0.9])
    scenario.fleet.vehicles[0].initialCharge = .fixed(0.6)
    scenario.carbon = GridCarbon(hourly: (0..<24).map { $0 == 1 ? 100 : $0 == 2 ? 400 : 0 })
    let outcome = try run(scenario)
    let begun = try #require(outcome.first(.started))
    let ended = try #require(outcome.first(.finished))
    let power = 100 / 0.9
    let early = max(0, 2 * 3600 - begun.time) / 3600 * power
    let late = (ended.time - max(begun.time, 2 * 3600)) / 3600 * power
    #expect(early > 0 && late > 0)
    #expect((outcome.summary.emitted - (0.1 * early + 0.4 * late)).magnitude < 1e-9)
  }

  @Test("is less with sun on the roof, by what the sun gives")
  func sun() throws {
    var scenario = HighwayScenario.calibrated
    scenario.carbon = .flat(300)
    scenario.duration = 8
    scenario.energy.grid = 5000
    let without = try scenario.run().summary
    scenario.energy.solar.peak = 200
    let with = try scenario.run().summary
    #expect(with.solar > 1000)
    #expect((without.emitted - with.emitted - 0.3 * with.solar).magnitude < 1e-6)
  }

  @Test("is refused when it is not 24 numbers that make sense")
  func refusals() {
    var scenario = HighwayScenario.calibrated
    scenario.carbon.hourly = [1]
    #expect(throws: ScenarioFailure.self) { try scenario.check() }
    scenario.carbon = .flat(-1)
    let failure = #expect(throws: ScenarioFailure.self) { try scenario.check() }
    #expect(failure?.path == "grid_co2_g_per_kwh[0]")
  }
}

@Suite("A battery that is heated on the road")
struct PreconditioningTests {
  @Test("takes energy on the way and charges in the cold as on a warm day")
  func heated() throws {
    func outcome(_ heating: Double) throws -> HighwayOutcome {
      var scenario = plainScenario(stations: [plainStation(at: 100)])
      scenario.weather.temperature = [-10]
      scenario.fleet.vehicles[0].curve = .flat(80)
      scenario.fleet.vehicles[0].coldChargingLoss = 0.02
      scenario.fleet.vehicles[0].preconditioning = heating
      return try run(scenario)
    }
    func power(_ outcome: HighwayOutcome) throws -> Double {
      let begun = try #require(outcome.first(.started))
      let ended = try #require(outcome.first(.finished))
      return (ended.energy - begun.energy) / (ended.time - begun.time) * 3600
    }
    let (cold, warm) = (try outcome(0), try outcome(3))
    #expect((try power(cold) - 80 * 0.4).magnitude < 1e-6)
    #expect((try power(warm) - 80).magnitude < 1e-6)
    // An hour on the road to the station, at 3 kW.
    let (plain, heated) = (try #require(cold.first(.reached)), try #require(warm.first(.reached)))
    #expect((plain.energy - heated.energy - 3).magnitude < 1e-6)
  }
}
