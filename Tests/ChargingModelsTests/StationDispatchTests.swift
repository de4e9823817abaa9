import ChargingModels
import Peers
import Testing

@Suite("The dispatch of a station")
struct StationDispatchTests {
  private func dispatch(_ rule: DispatchRule, export: Double = 0, capacity: Double = 500)
    -> StationDispatch
  {
    StationDispatch(rule: rule, battery: StationBattery(capacity: capacity), exportLimit: export)
  }

  @Test(
    "balances the bus and stays within every limit, whatever is asked",
    arguments: DispatchRule.allCases)
  func limits(rule: DispatchRule) {
    var random = FixedRandom(seed: 17)
    func some(_ most: Double) -> Double {
      random.below(4) == 0 ? 0 : Double.random(in: 0...most, using: &random)
    }
    for _ in 0..<20_000 {
      let export = some(200)
      let station = dispatch(rule, export: export, capacity: random.below(3) == 0 ? 0 : 500)
      let (demand, solar, wind, grid) = (some(800), some(300), some(200), some(600))
      let stored =
        random.below(3) == 0
        ? random.pick([station.lowest, station.highest])
        : Double.random(in: station.lowest...max(station.highest, station.lowest), using: &random)
      let flows = station.flows(
        demand: demand, solar: solar, wind: wind, grid: grid, stored: stored,
        hour: random.below(24), setpoint: Double.random(in: -150...150, using: &random))
      let come = flows.grid + flows.solar + flows.wind + flows.batteryOut
      let go = demand - flows.shortfall + flows.batteryIn + flows.export
      #expect((come - go).magnitude < 1e-9)
      for power in [
        flows.grid, flows.solar, flows.wind, flows.batteryIn, flows.batteryOut, flows.export,
        flows.shortfall,
      ] {
        #expect(power >= 0)
      }
      #expect(flows.grid <= grid + 1e-9 && flows.export <= export)
      #expect(flows.solar <= solar + 1e-9 && flows.wind <= wind + 1e-9)
      #expect(flows.batteryIn <= station.chargePower && flows.batteryOut <= station.dischargePower)
      #expect(flows.batteryIn == 0 || flows.batteryOut == 0)
      // Nobody stands still while the battery, or the grid, could help.
      if flows.shortfall > 1e-9 {
        #expect((flows.grid - grid).magnitude < 1e-9 && flows.batteryIn < 1e-9)
        let isEmpty = stored <= station.lowest + 1e-6
        #expect(isEmpty || (flows.batteryOut - station.dischargePower).magnitude < 1e-9)
      }
    }
  }

  @Test("gives four cars of 150 kW no more than a grid of 200 kW has")
  func gridOnly() {
    let flows = dispatch(.selfConsumption, capacity: 0).flows(
      demand: 600, solar: 0, wind: 0, grid: 200, stored: 0, hour: 12)
    #expect(flows.grid == 200)
    #expect(flows.shortfall == 400)
  }

  @Test("uses the battery when the rule says so")
  func rules() {
    func flows(_ rule: DispatchRule, hour: Int, setpoint: Double = 0) -> PowerFlows {
      dispatch(rule).flows(
        demand: 80, solar: 0, wind: 0, grid: 300, stored: 250, hour: hour, setpoint: setpoint)
    }
    #expect(flows(.selfConsumption, hour: 12).batteryOut == 80)
    #expect(flows(.gridFirst, hour: 12).batteryIn == 100)
    #expect(flows(.gridFirst, hour: 12).grid == 180)
    #expect(flows(.timeOfUse, hour: 2).batteryIn == 50)
    #expect(flows(.timeOfUse, hour: 18).batteryOut == 80)
    #expect(flows(.timeOfUse, hour: 12).batteryOut == 30)
    #expect(flows(.schedule, hour: 12, setpoint: 25).batteryOut == 25)
    #expect(flows(.schedule, hour: 12, setpoint: -40).batteryIn == 40)
  }

  @Test("curtails only what nobody can use")
  func surplus() {
    let flows = dispatch(.selfConsumption, export: 30).flows(
      demand: 50, solar: 150, wind: 50, grid: 100, stored: 100, hour: 12)
    #expect(flows.batteryIn == 100)
    #expect(flows.export == 30)
    #expect((flows.solar - 135).magnitude < 1e-9)
    #expect((flows.wind - 45).magnitude < 1e-9)
    #expect(flows.grid == 0)
  }

  @Test("loses in the battery once: the square root each way")
  func losses() {
    let station = dispatch(.selfConsumption)
    #expect((station.efficiency * station.efficiency - 0.9).magnitude < 1e-15)
  }
}

@Suite("Sources of energy")
struct EnergySourceTests {
  @Test("of the sun give two thirds of the peak for fourteen hours on a clear day")
  func solar() {
    let plant = SolarPlant(peak: 100)
    let wholeDay: Double = 2800.0 / 3
    let mean = plant.clearDayPower(from: 0, to: 24)
    #expect((mean * 24 - wholeDay).magnitude < 1e-9)
    let quarters: [Double] = (0..<96).map {
      plant.clearDayPower(from: Double($0) / 4, to: Double($0 + 1) / 4) / 4
    }
    let sum = quarters.reduce(0, +)
    #expect((sum - wholeDay).magnitude < 1e-9)
    #expect(plant.clearDayPower(from: 13, to: 13.001) > 99.999)
    #expect(plant.clearDayPower(from: 21, to: 24) == 0)
    #expect(plant.power(irradiance: 1000, temperature: 20) == 100)
    #expect((plant.power(irradiance: 500, temperature: 45) - 46).magnitude < 1e-12)
    #expect((plant.power(irradiance: 1000, temperature: 200) - 75).magnitude < 1e-12)
  }

  @Test("of the wind have the mean that was asked for")
  func wind() {
    let turbine = WindTurbine(base: 50)
    let mid = UInt64(1) << 63
    let day: [Double] = (0..<24).map { turbine.power(inHour: $0, word: mid) }
    let mean = day.reduce(0, +) / 24
    #expect((mean - 50).magnitude < 1e-9)
    #expect(day.allSatisfy { $0 >= 10 && $0 <= 100 })
    #expect(turbine.power(windSpeed: 3) == 0)
    #expect(turbine.power(windSpeed: 12) == 50)
    let part: Double = 50.0 * 485 / 1701
    #expect((turbine.power(windSpeed: 8) - part).magnitude < 1e-12)
    #expect(turbine.power(windSpeed: 25) == 0)
  }
}
