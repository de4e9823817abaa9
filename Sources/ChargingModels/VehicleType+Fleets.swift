extension VehicleType {
  /// The fleet of the earlier system: one body for all, four batteries of which 95 % can be used, and
  /// a car that takes whatever the charger gives.
  public static let upstream: [VehicleType] = {
    let body = VehicleBody(mass: 2000, dragArea: 0.23 * 2.5)
    func kind(_ name: String, _ kWh: Double, _ weight: Double, _ level: ChargeLevel) -> VehicleType
    {
      VehicleType(
        name: name, weight: weight, capacity: 0.95 * kWh, initialCharge: level, body: body,
        curve: .flat(1000))
    }
    return [
      kind("compact", 40, 0.25, .uniform(low: 0.4, high: 0.9)),
      kind("midsize", 60, 0.40, .triangular(low: 0.3, high: 0.9, mode: 0.5)),
      kind("premium", 80, 0.25, .uniform(low: 0.5, high: 0.95)),
      kind("truck", 100, 0.10, .uniform(low: 0.6, high: 0.9)),
    ]
  }()

  /// A fleet of cars and a truck of the kinds on sale in the middle of the 2020s.
  ///
  /// Bodies and curves are typical of their class, rounded; none is the data of one model.
  public static let calibrated: [VehicleType] = [
    VehicleType(
      name: "compact", weight: 0.25, capacity: 50, initialCharge: .uniform(low: 0.4, high: 0.9),
      body: car(mass: 1700, dragArea: 0.62),
      curve: ChargeCurve(knots: [
        .init(0, 80), .init(0.1, 100), .init(0.3, 100), .init(0.5, 75), .init(0.8, 45),
        .init(0.9, 25), .init(1, 8),
      ]), coldChargingLoss: 0.015),
    VehicleType(
      name: "midsize", weight: 0.42, capacity: 64,
      initialCharge: .triangular(low: 0.3, high: 0.9, mode: 0.6),
      body: car(mass: 2000, dragArea: 0.62),
      curve: ChargeCurve(knots: [
        .init(0, 100), .init(0.1, 150), .init(0.4, 150), .init(0.6, 100), .init(0.8, 60),
        .init(0.9, 35), .init(1, 10),
      ]), coldChargingLoss: 0.015),
    VehicleType(
      name: "premium", weight: 0.28, capacity: 88, initialCharge: .uniform(low: 0.4, high: 0.95),
      body: car(mass: 2300, dragArea: 0.58),
      curve: ChargeCurve(knots: [
        .init(0, 180), .init(0.1, 250), .init(0.5, 230), .init(0.6, 180), .init(0.8, 110),
        .init(0.9, 50), .init(1, 15),
      ]), coldChargingLoss: 0.01),
    VehicleType(
      name: "truck", weight: 0.05, capacity: 480, initialCharge: .uniform(low: 0.6, high: 0.95),
      body: VehicleBody(
        mass: 30_000, dragArea: 5.6, rolling: 0.0055, efficiency: .flat, regeneration: 0.6,
        auxiliary: 3, heating: 0.15, cooling: 0.15, coldLoss: 0.002),
      curve: ChargeCurve(knots: [
        .init(0, 320), .init(0.6, 320), .init(0.8, 240), .init(0.9, 120), .init(1, 40),
      ]), coldChargingLoss: 0.008, topSpeed: 85, priority: 0, restAfter: 4.5, restMinutes: 45),
  ]

  private static func car(mass: Double, dragArea: Double) -> VehicleBody {
    VehicleBody(
      mass: mass, dragArea: dragArea, rolling: 0.009, efficiency: .flat, regeneration: 0.65,
      auxiliary: 0.6, heating: 0.09, cooling: 0.07, coldLoss: 0.003)
  }
}
