import ChargingModels

extension HighwayScenario {
  /// Zero stands for never, or at once; what is smaller than the range would never end.
  private func checkZeroOr(_ value: Double, _ path: String, _ range: ClosedRange<Double>)
    throws(ScenarioFailure)
  {
    guard value != 0, !range.contains(value) else { return }
    throw ScenarioFailure(
      path: path, problem: "\(value) is not possible",
      remedy: "Give 0, or \(range.lowerBound) to \(range.upperBound).")
  }

  func checkRest() throws(ScenarioFailure) {
    try check(service.mean, "service.mean_min", 1e-6...1e6)
    try check(service.plugTime, "service.plug_min", 0...1000)
    try check(patience.mean, "patience.mean_min", 1e-6...1e9)
    try checkZeroOr(choice.informationDelay, "choice.information_delay_min", 1e-6...1e6)
    try check(choice.expectedSession, "choice.expected_session_min", 0...1e4)
    try check(choice.valueOfTime, "choice.value_of_time_per_h", 1e-6...1e6)
    try check(choice.taste, "choice.taste_min", 0...1e4)
    try checkZeroOr(reliability.meanUptime, "reliability.mean_uptime_h", 0.01...1e9)
    try check(reliability.meanRepair, "reliability.mean_repair_h", 1e-3...1e6)
    try checkZeroOr(outages.meanGap, "outages.mean_gap_h", 0.01...1e9)
    try check(outages.meanMinutes, "outages.mean_min", 1e-3...1e6)
    for (index, window) in outages.scheduled.enumerated() {
      let path = "outages.scheduled[\(index)]"
      try check(window.start, path + ".start_h", 0...1e6)
      try check(window.end, path + ".end_h", window.start...1e6)
      try check(Double(window.station), path + ".station", -1...Double(resolvedStations.count - 1))
    }
    for (index, work) in reliability.maintenance.enumerated() {
      let path = "reliability.maintenance[\(index)]"
      try check(work.start, path + ".start_h", 0...1e6)
      try check(work.end, path + ".end_h", work.start...1e6)
      try check(Double(work.station), path + ".station", -1...Double(resolvedStations.count - 1))
      try check(Double(work.chargers), path + ".chargers", 0...1e5)
    }
    try check(prices.export, "prices.export_per_kwh", -1000...1000)
    try check(prices.demandCharge, "prices.demand_charge_per_kw_month", 0...1e6)
    try check(prices.connection, "prices.sale_per_h", 0...1e6)
    guard prices.grid.hourly.count == 24 else {
      throw ScenarioFailure(
        path: "prices.grid_per_kwh", problem: "it has \(prices.grid.hourly.count) prices",
        remedy: "Give the prices of the 24 hours of a day.")
    }
    for (hour, price) in prices.grid.hourly.enumerated() {
      try check(price, "prices.grid_per_kwh[\(hour)]", -1000...1000)
    }
    guard carbon.hourly.count == 24 else {
      throw ScenarioFailure(
        path: "grid_co2_g_per_kwh", problem: "it has \(carbon.hourly.count) values",
        remedy: "Give the grams per kWh of the 24 hours of a day.")
    }
    for (hour, grams) in carbon.hourly.enumerated() {
      try check(grams, "grid_co2_g_per_kwh[\(hour)]", 0...5000)
    }
    for (index, degrees) in weather.temperature.enumerated() {
      try check(degrees, "weather.temperature_c[\(index)]", -60...60)
    }
    for (index, speed) in weather.headwind.enumerated() {
      try check(speed, "weather.headwind_ms[\(index)]", -50...50)
    }
    for (index, rain) in weather.rain.enumerated() {
      try check(rain, "weather.rain_mmh[\(index)]", 0...1000)
    }
    for (index, light) in weather.irradiance.enumerated() {
      try check(light, "weather.irradiance_w_m2[\(index)]", 0...2000)
    }
    for (index, speed) in weather.windSpeed.enumerated() {
      try check(speed, "weather.wind_speed_ms[\(index)]", 0...200)
    }
  }
}
