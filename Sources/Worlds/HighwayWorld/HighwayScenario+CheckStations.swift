import ChargingModels

extension HighwayScenario {
  func checkStations() throws(ScenarioFailure) {
    for (index, type) in chargers.enumerated() {
      try check(type.power, "chargers[\(index)].power_kw", 0.1...10_000)
      try check(type.efficiency, "chargers[\(index)].efficiency", 0.01...1)
    }
    if stations.list.isEmpty {
      try check(Double(stations.count), "stations.count", 0...10_000)
      try check(Double(stations.chargers), "stations.chargers_per_station", 1...100_000)
    }
    try check(waitingSpots.value, "waiting_spots", 0...(.infinity))
    try check(prices.energy, "prices.sale_per_kwh", 0...1000)
    let isList = !stations.list.isEmpty
    let all = resolvedStations
    guard all.count <= 10_000 else {
      throw ScenarioFailure(
        path: "stations", problem: "there are \(all.count)", remedy: "Give at most 10000.")
    }
    let chargerCount = all.reduce(0.0) { sum, station in
      sum + station.chargers.reduce(0.0) { $0 + Double($1.count) }
    }
    guard chargerCount <= 1e6 else {
      throw ScenarioFailure(
        path: isList ? "stations.list" : "stations.chargers_per_station",
        problem: "there are \(chargerCount) chargers", remedy: "Give at most a million.")
    }
    for (index, station) in all.enumerated() {
      let path = isList ? "stations.list[\(index)]" : "stations"
      try check(
        station.position,
        isList ? path + ".position_km" : "stations.positions_km[\(index)]", 0...road.length)
      if index > 0, station.position == all[index - 1].position {
        throw ScenarioFailure(
          path: path, problem: "two stations stand at km \(station.position)",
          remedy: "Move one of them, or make them one station with more chargers.")
      }
      guard station.chargers.contains(where: { $0.count > 0 }) else {
        throw ScenarioFailure(
          path: path + ".chargers", problem: "the station at km \(station.position) has none",
          remedy: "Give it at least one, or leave the station out.")
      }
      for (number, group) in station.chargers.enumerated() {
        let where_ = isList ? path + ".chargers[\(number)]" : path
        guard chargers.contains(where: { $0.name == group.type }) else {
          throw ScenarioFailure(
            path: where_ + (isList ? ".type" : ".charger"),
            problem: "there is no kind of charger named \"\(group.type)\"",
            remedy: "Known are " + chargers.map(\.name).joined(separator: ", ") + ".")
        }
        try check(Double(group.count), where_ + ".count", 0...100_000)
        try check(Double(group.cabinetSize), where_ + ".chargers_per_cabinet", 0...100_000)
        try check(group.cabinetPower.value, where_ + ".cabinet_kw", 0...(.infinity))
      }
      try check(station.waitingSpots.value, path + ".waiting_spots", 0...(.infinity))
      try check(station.price, path + ".sale_per_kwh", 0...1000)
      try check(station.energy, isList ? path + ".energy" : "energy")
    }
  }

  func check(_ energy: EnergyOptions, _ path: String) throws(ScenarioFailure) {
    try check(energy.grid.value, path + ".grid_max_kw", 0...(.infinity))
    try check(energy.export, path + ".export_max_kw", 0...1e9)
    try check(energy.solar.peak, path + ".solar.peak_kw", 0...1e9)
    try check(energy.wind.base, path + ".wind.base_kw", 0...1e9)
    try check(energy.wind.variability, path + ".wind.variability", 0...1)
    let battery = energy.battery
    try check(battery.capacity, path + ".battery.capacity_kwh", 0...1e9)
    try check(battery.chargePower, path + ".battery.charge_kw", 0...1e9)
    try check(battery.dischargePower, path + ".battery.discharge_kw", 0...1e9)
    try check(battery.roundTrip, path + ".battery.round_trip_efficiency", 0.01...1)
    try check(battery.lowest, path + ".battery.lowest_soc", 0...1)
    try check(battery.highest, path + ".battery.highest_soc", battery.lowest...1)
    try check(battery.initial, path + ".battery.initial_soc", battery.lowest...battery.highest)
    for (index, power) in energy.schedule.enumerated() {
      try check(power, path + ".schedule_kw[\(index)]", -1e9...1e9)
    }
  }
}
