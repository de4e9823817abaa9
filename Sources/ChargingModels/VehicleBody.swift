/// What decides how much energy a car needs to move: its weight, its shape and its auxiliaries.
///
/// The road load of vehicle dynamics: air drag, rolling and climbing resistance, divided by the
/// efficiency of the drivetrain, plus what runs besides. See Guzzella and Sciarretta, Vehicle
/// Propulsion Systems, doi:10.1007/978-3-642-35913-2, section 2.1.
@frozen
public struct VehicleBody: Hashable, Sendable, BitwiseCopyable, Codable {
  /// Mass with load, in kg.
  public var mass: Double
  /// Drag coefficient times frontal area, in m².
  public var dragArea: Double
  /// Rolling resistance coefficient.
  public var rolling: Double
  /// The drivetrain.
  public var efficiency: DrivetrainEfficiency
  /// The share of braking power that returns to the battery.
  public var regeneration: Double
  /// Electronics, lights and pumps, in kW.
  public var auxiliary: Double
  /// Heating power per kelvin below 18 °C, in kW.
  public var heating: Double
  /// Cooling power per kelvin above 24 °C, in kW.
  public var cooling: Double
  /// How much more a cold battery gives for the same work, per kelvin below 20 °C.
  public var coldLoss: Double

  /// Describes a body.
  public init(
    mass: Double, dragArea: Double, rolling: Double = 0.01,
    efficiency: DrivetrainEfficiency = .motorMap, regeneration: Double = 0.6,
    auxiliary: Double = 1.5, heating: Double = 0, cooling: Double = 0, coldLoss: Double = 0
  ) {
    self.mass = mass
    self.dragArea = dragArea
    self.rolling = rolling
    self.efficiency = efficiency
    self.regeneration = regeneration
    self.auxiliary = auxiliary
    self.heating = heating
    self.cooling = cooling
    self.coldLoss = coldLoss
  }

  enum CodingKeys: String, CodingKey {
    case mass = "mass_kg"
    case dragArea = "drag_area_m2"
    case rolling = "rolling_resistance"
    case efficiency = "drivetrain"
    case regeneration
    case auxiliary = "auxiliary_kw"
    case heating = "heating_kw_per_k"
    case cooling = "cooling_kw_per_k"
    case coldLoss = "cold_loss_per_k"
  }

  /// Returns the force against the motion in N at a speed in km/h on a slope (0.03 climbs 3 m in 100).
  @inlinable
  public func resistance(at speed: Double, slope: Double = 0, in weather: RoadWeather = .standard)
    -> Double
  {
    let airSpeed = speed / 3.6 + weather.headwind
    let drag = 0.5 * weather.airDensity * dragArea * airSpeed * airSpeed.magnitude
    let cosine = slope == 0 ? 1 : 1 / (1 + slope * slope).squareRoot()
    let weight = mass * 9.81
    return drag + weight * (rolling * weather.rollingFactor * cosine + slope * cosine)
  }

  /// Returns the power for the comfort of the cabin in kW.
  @inlinable
  public func climateControl(at temperature: Double) -> Double {
    Swift.min(
      heating * Swift.max(18 - temperature, 0) + cooling * Swift.max(temperature - 24, 0), 6)
  }

  /// Returns the power drawn from the battery in kW at a steady speed in km/h.
  ///
  ///     car.batteryPower(at: 110)   // 20.01 for 2000 kg, 0.575 m², 1.5 kW auxiliary
  ///
  /// Negative downhill, when the motor returns more than is needed.
  @inlinable
  public func batteryPower(
    at speed: Double, slope: Double = 0, in weather: RoadWeather = .standard
  ) -> Double {
    let wheels =
      resistance(at: speed, slope: slope, in: weather) * speed / 3600
    let drive = wheels >= 0 ? wheels / efficiency.value(at: speed) : wheels * regeneration
    let cold = 1 + coldLoss * Swift.max(20 - weather.temperature, 0)
    let power = drive + auxiliary + climateControl(at: weather.temperature)
    return power > 0 ? power * cold : power
  }

  /// Returns the consumption in kWh/km at a steady speed in km/h.
  @inlinable
  public func consumption(
    at speed: Double, slope: Double = 0, in weather: RoadWeather = .standard
  ) -> Double {
    batteryPower(at: speed, slope: slope, in: weather) / speed
  }
}
