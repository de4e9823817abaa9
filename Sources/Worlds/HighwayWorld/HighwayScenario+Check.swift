import ChargingModels

extension HighwayScenario {
  /// Says what is wrong with the scenario, if anything is.
  public func check() throws(ScenarioFailure) {
    try check(duration, "duration_h", 1e-3...1e6)
    try check(warmUp, "warmup_h", 0...1e6)
    guard warmUp < duration else {
      throw ScenarioFailure(
        path: "warmup_h", problem: "\(warmUp) is not shorter than the run of \(duration) h",
        remedy: "Count something: give fewer hours than duration_h.")
    }
    try check(startHour, "start_hour", 0...24)
    try check(Double(replications), "replications", 1...1e6)
    try checkRoad()
    try checkTraffic()
    try checkFleet()
    try checkStations()
    try checkRest()
  }

  func checkRoad() throws(ScenarioFailure) {
    try check(road.length, "road.length_km", 1...1e5)
    try check(
      road.backgroundTraffic, "road.background_vehicles_per_hour_and_lane", 0...4000)
    let onRoad = 0...road.length
    for (index, ramp) in road.ramps.enumerated() {
      try check(ramp, "road.ramps[\(index)]", onRoad)
    }
    for (index, trip) in road.trips.enumerated() {
      try check(trip.from, "road.trips[\(index)].from_km", onRoad)
      try check(trip.to, "road.trips[\(index)].to_km", onRoad)
      try check(trip.weight, "road.trips[\(index)].weight", 0...1e9)
      guard trip.from != trip.to else {
        throw ScenarioFailure(
          path: "road.trips[\(index)]", problem: "it ends where it begins, at km \(trip.from)",
          remedy: "Give two places.")
      }
    }
    guard road.trips.isEmpty || road.trips.contains(where: { $0.weight > 0 }) else {
      throw ScenarioFailure(
        path: "road.trips", problem: "all weights are 0", remedy: "Let at least one be more.")
    }
    var border = 0.0
    for (index, section) in road.sections.enumerated() {
      let path = "road.sections[\(index)]"
      guard section.start >= border, section.end > section.start, section.end <= road.length else {
        throw ScenarioFailure(
          path: path,
          problem: "it reaches from km \(section.start) to km \(section.end), "
            + "but the one before ends at km \(border) and the road at km \(road.length)",
          remedy: "Give sections in order that do not overlap.")
      }
      border = section.end
      try check(section.speedLimit, path + ".speed_limit_kmh", 20...250)
      try check(section.slope, path + ".slope", -0.15...0.15)
    }
  }

  func checkTraffic() throws(ScenarioFailure) {
    try check(traffic.vehiclesPerHour, "traffic.vehicles_per_hour", 0...1e6)
    // At 100 km/h; a lane carries about 2000 vehicles an hour.
    let hours = min(duration, road.length / 100)
    guard traffic.vehiclesPerHour * hours <= 1e6 else {
      throw ScenarioFailure(
        path: "traffic.vehicles_per_hour",
        problem: "\(traffic.vehiclesPerHour) an hour would be more than a million cars on the road "
          + "at once",
        remedy: "Give at most \((1e6 / hours).rounded(.down)), or a shorter road.")
    }
    try check(traffic.peakFactor, "traffic.peak_factor", 0.01...100)
    try check(traffic.burstFactor, "traffic.burst_factor", 0...1000)
    try check(traffic.burstMinutes, "traffic.burst_min", 0.01...1e5)
    try check(traffic.burstGap, "traffic.burst_gap_min", 0.01...1e5)
    try check(traffic.branching, "traffic.branching", 0...0.99)
    try check(traffic.excitementMinutes, "traffic.excitement_min", 0.01...1e5)
    for (index, rate) in traffic.hourly.enumerated() {
      try check(rate, "traffic.hourly[\(index)]", 0...1e9)
    }
    if traffic.process == .hourly,
      traffic.hourly.count != 24 || !traffic.hourly.contains(where: { $0 > 0 })
    {
      throw ScenarioFailure(
        path: "traffic.hourly", problem: "it has \(traffic.hourly.count) numbers above or at 0",
        remedy: "Give the relative rates of the 24 hours of a day, not all 0.")
    }
    var last = 0.0
    for (index, moment) in traffic.trace.enumerated() {
      guard moment >= last, moment < .infinity else {
        throw ScenarioFailure(
          path: "traffic.trace_h[\(index)]", problem: "\(moment) comes before \(last)",
          remedy: "Give moments in hours from the start, in order.")
      }
      last = moment
    }
  }

  // MARK: - What all checks share

  func check(_ value: Double, _ path: String, _ range: ClosedRange<Double>)
    throws(ScenarioFailure)
  {
    guard !range.contains(value) else { return }
    throw ScenarioFailure(
      path: path, problem: "\(value) is not possible",
      remedy: range.upperBound == .infinity
        ? "Give \(range.lowerBound) or more." : "Give \(range.lowerBound) to \(range.upperBound).")
  }

  func check(_ spread: Spread, _ path: String, _ range: ClosedRange<Double>)
    throws(ScenarioFailure)
  {
    try check(spread.low, path + "[0]", range)
    try check(spread.high, path + "[1]", spread.low...max(range.upperBound, spread.low))
  }
}
