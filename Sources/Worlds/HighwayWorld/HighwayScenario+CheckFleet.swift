import ChargingModels

extension HighwayScenario {
  func checkFleet() throws(ScenarioFailure) {
    try check(fleet.strandedAt, "fleet.stranded_at_soc", 0...0.5)
    guard fleet.vehicles.contains(where: { $0.weight > 0 }) else {
      throw ScenarioFailure(
        path: "fleet.vehicles", problem: "there is no kind of vehicle with a weight above 0",
        remedy: "Give at least one.")
    }
    guard fleet.vehicles.count <= 255, fleet.drivers.count <= 255 else {
      throw ScenarioFailure(
        path: "fleet", problem: "there are more than 255 kinds", remedy: "Give fewer.")
    }
    guard fleet.drivers.contains(where: { $0.weight > 0 }) else {
      throw ScenarioFailure(
        path: "fleet.drivers", problem: "there is no kind of driver with a weight above 0",
        remedy: "Give at least one.")
    }
    for (index, type) in fleet.vehicles.enumerated() {
      try check(type, "fleet.vehicles[\(index)]")
    }
    for (index, driver) in fleet.drivers.enumerated() {
      let path = "fleet.drivers[\(index)]"
      try check(driver.weight, path + ".weight", 0...1e9)
      try check(driver.speed, path + ".speed_kmh", 30...250)
      try check(driver.buffer, path + ".buffer_km", 0...1000)
      try check(driver.target, path + ".target_soc", 0.05...1)
      try check(driver.minimum, path + ".minimum_soc", 0...1)
      try check(driver.patience, path + ".patience_min", 0...1e6)
      try check(driver.priceSensitivity, path + ".price_sensitivity", 0...1)
      try check(driver.aggressiveness, path + ".aggressiveness", 0...1)
    }
  }

  func check(_ type: VehicleType, _ path: String) throws(ScenarioFailure) {
    try check(type.weight, path + ".weight", 0...1e9)
    try check(type.capacity, path + ".battery_kwh", 1...10_000)
    let level = type.initialCharge.bounds
    try check(level.low, path + ".initial_soc", 0...1)
    try check(level.high, path + ".initial_soc", level.low...1)
    if case .triangular(let low, let high, let mode) = type.initialCharge {
      try check(mode, path + ".initial_soc.mode", low...high)
    }
    try check(type.body.mass, path + ".body.mass_kg", 100...100_000)
    try check(type.body.dragArea, path + ".body.drag_area_m2", 0...20)
    try check(type.body.rolling, path + ".body.rolling_resistance", 0.001...0.1)
    try check(type.body.regeneration, path + ".body.regeneration", 0...1)
    try check(type.body.auxiliary, path + ".body.auxiliary_kw", 0...50)
    try check(type.body.heating, path + ".body.heating_kw_per_k", 0...10)
    try check(type.body.cooling, path + ".body.cooling_kw_per_k", 0...10)
    try check(type.body.coldLoss, path + ".body.cold_loss_per_k", 0...0.1)
    try check(type.coldChargingLoss, path + ".cold_charging_loss_per_k", 0...0.1)
    try check(type.preconditioning, path + ".preconditioning_kw", 0...50)
    try check(type.topSpeed, path + ".top_speed_kmh", 30...300)
    try check(type.restAfter, path + ".rest_after_h", 0...100)
    try check(type.restMinutes, path + ".rest_min", 0...10_000)
    var last = -1.0
    for (index, knot) in type.curve.knots.enumerated() {
      try check(knot.power, path + ".curve.knots[\(index)].kw", 0.1...10_000)
      guard knot.charge > last else {
        throw ScenarioFailure(
          path: path + ".curve.knots[\(index)].soc",
          problem: "\(knot.charge) does not lie beyond \(last)", remedy: "Give knots in order.")
      }
      last = knot.charge
    }
    guard type.curve.knots.first?.charge == 0, last == 1 else {
      throw ScenarioFailure(
        path: path + ".curve.knots", problem: "they do not reach from 0 to 1",
        remedy: "Let the first lie at soc 0 and the last at soc 1.")
    }
  }
}
