import ChargingModels
import Testing

@Suite("A vehicle body")
struct VehicleBodyTests {
  private let car = VehicleBody(mass: 2000, dragArea: 0.23 * 2.5)

  @Test(
    "uses what the earlier system's users know, in kWh per 100 km",
    arguments: [
      (50, 10.81), (60, 11.10), (80, 13.09), (90, 14.52), (100, 16.22), (110, 18.19),
      (120, 20.45), (130, 23.22), (140, 26.38), (150, 29.95),
    ])
  func published(speed: Double, expected: Double) {
    #expect((100 * car.consumption(at: speed) - expected).magnitude < 0.0051)
  }

  @Test(
    "climbs for what lifting its weight takes, divided by the efficiency", arguments: [60.0, 110])
  func climb(speed: Double) {
    let slope = 0.03
    let cosine = 1 / (1 + slope * slope).squareRoot()
    let lift = 2000 * 9.81 * (slope * cosine + 0.01 * (cosine - 1)) / 3600  // kWh/km
    let expected = lift / DrivetrainEfficiency.motorMap.value(at: speed)
    let extra = car.consumption(at: speed, slope: slope) - car.consumption(at: speed)
    #expect((extra - expected).magnitude < 1e-12)
  }

  @Test("gives back downhill its share of what the wheels would have to brake")
  func recuperation() {
    let power = car.batteryPower(at: 80, slope: -0.06)
    let wheels = car.resistance(at: 80, slope: -0.06) * 80 / 3600
    #expect(wheels < 0)
    #expect((power - (0.6 * wheels + 1.5)).magnitude < 1e-12)
    #expect(power < 0)
  }

  @Test("feels a headwind as speed through the air, and a tailwind as less")
  func wind() {
    let calm = car.resistance(at: 100)
    let rolling = 0.01 * 2000 * 9.81
    let against = car.resistance(at: 100, in: RoadWeather(headwind: 10))
    let ratio = (against - rolling) / (calm - rolling)
    let expected = (100 / 3.6 + 10) / (100 / 3.6)
    #expect((ratio - expected * expected).magnitude < 1e-12)
    #expect(car.resistance(at: 30, in: RoadWeather(headwind: -20)) < rolling)
  }

  @Test("drives through denser air when it is cold")
  func density() {
    #expect((RoadWeather(temperature: 15).airDensity - 1.225).magnitude < 1e-12)
    // US standard atmosphere, dry air at sea level pressure.
    #expect((RoadWeather(temperature: 0).airDensity - 1.2922).magnitude < 1e-4)
    #expect((RoadWeather(temperature: -10).airDensity - 1.3413).magnitude < 1e-4)
    #expect((RoadWeather(temperature: 30).airDensity - 1.1644).magnitude < 1e-4)
  }

  @Test("uses more in the cold, in the heat, in the rain and with a cold battery")
  func weather() {
    var body = car
    body.heating = 0.1
    body.cooling = 0.1
    body.coldLoss = 0.003
    let mild = body.consumption(at: 100, in: RoadWeather(temperature: 20))
    for weather in [
      RoadWeather(temperature: -15), RoadWeather(temperature: 38),
      RoadWeather(temperature: 20, rain: 3),
    ] {
      #expect(body.consumption(at: 100, in: weather) > mild)
    }
    #expect(body.climateControl(at: 8) == 1.0)
    #expect(body.climateControl(at: 20) == 0)
    #expect(body.climateControl(at: -60) == 6)
  }
}
