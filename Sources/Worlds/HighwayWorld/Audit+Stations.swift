import ChargingModels
import Numerics

extension Audit {
  mutating func readFlows(_ flows: [EventLog.FlowEntry]) {
    var present = [EventLog.FlowEntry?](repeating: nil, count: plan.stationCount)
    for entry in flows {
      let station = Int(entry.station)
      if let before = present[station] { integrate(before, to: entry.time, stored: entry.stored) }
      checkLimits(entry)
      present[station] = entry
    }
    for case let entry? in present { integrate(entry, to: end, stored: nil) }
  }

  mutating func integrate(
    _ entry: EventLog.FlowEntry, to time: Double, stored: Double?
  ) {
    let station = Int(entry.station)
    let hours = (time - entry.time) / 3600
    let flows = entry.flows
    sums[station].drawn.add(entry.draw * hours)
    sums[station].grid.add(flows.grid * hours)
    sums[station].export.add(flows.export * hours)
    sums[station].solarOffered.add(entry.solar * hours)
    sums[station].solarUsed.add(flows.solar * hours)
    sums[station].windOffered.add(entry.wind * hours)
    sums[station].windUsed.add(flows.wind * hours)
    sums[station].batteryIn.add(flows.batteryIn * hours)
    sums[station].batteryOut.add(flows.batteryOut * hours)
    sums[station].notServed.add(flows.shortfall * hours)
    // The price of the quarter in which the entry lies; a quarter begins with an entry of its own.
    let price = plan.scenario.prices.grid.price(at: plan.startSecond + entry.time)
    sums[station].bill.add(flows.grid * hours * price)
    let intensity = plan.scenario.carbon.intensity(at: plan.startSecond + entry.time)
    sums[station].emitted.add(flows.grid * hours * intensity)
    sums[station].exportIncome.add(flows.export * hours * plan.scenario.prices.export)
    let efficiency = plan.stations[station].dispatch.efficiency
    let expected =
      entry.stored + (flows.batteryIn * efficiency - flows.batteryOut / efficiency) * hours
    reading.stations[station].stored = expected
    if let stored, (stored - expected).magnitude > 1e-9 * max(1, expected) {
      complain("a battery does not hold what went in and out", time)
    }
  }

  mutating func checkLimits(_ entry: EventLog.FlowEntry) {
    let flows = entry.flows
    let station = plan.stations[Int(entry.station)]
    let all = [
      flows.grid, flows.solar, flows.wind, flows.batteryIn, flows.batteryOut, flows.export,
      flows.shortfall, entry.draw, entry.demand, entry.stored,
    ]
    if !all.allSatisfy({ $0 >= -1e-9 && $0 < .infinity }) {
      complain("something is negative or not a number", entry.time)
    }
    func check(_ value: Double, _ limit: Double, _ what: String) {
      if value > limit + 1e-9 * max(1, limit) { complain(what + " is above its limit", entry.time) }
    }
    check(flows.grid, entry.gridLimit, "the grid")
    check(flows.solar, entry.solar, "the sun")
    check(flows.wind, entry.wind, "the wind")
    check(flows.batteryIn, station.dispatch.chargePower, "charging of the battery")
    check(flows.batteryOut, station.dispatch.dischargePower, "discharging of the battery")
    check(flows.export, station.dispatch.exportLimit, "export")
    check(entry.stored, station.dispatch.highest, "the energy in the battery")
    check(station.dispatch.lowest, entry.stored, "what the battery must keep")
    let sources = flows.grid + flows.solar + flows.wind + flows.batteryOut
    let sinks = entry.draw + flows.batteryIn + flows.export
    if (sources - sinks).magnitude > 1e-9 * max(1, sources) {
      complain("what comes is not what goes", entry.time)
    }
  }

  mutating func close() {
    reading.drivingHours = driving.value / 3600
    reading.waitingHours = waiting.value / 3600
    reading.chargingHours = charging.value / 3600
    for (index, sum) in sums.enumerated() {
      reading.stations[index].toCars = sum.toCars.value
      reading.stations[index].drawn = sum.drawn.value
      reading.stations[index].grid = sum.grid.value
      reading.stations[index].export = sum.export.value
      reading.stations[index].solarOffered = sum.solarOffered.value
      reading.stations[index].solarUsed = sum.solarUsed.value
      reading.stations[index].windOffered = sum.windOffered.value
      reading.stations[index].windUsed = sum.windUsed.value
      reading.stations[index].batteryIn = sum.batteryIn.value
      reading.stations[index].batteryOut = sum.batteryOut.value
      reading.stations[index].notServed = sum.notServed.value
      reading.stations[index].income = sum.income.value
      reading.stations[index].gridBill = sum.bill.value
      reading.stations[index].emitted = sum.emitted.value
      reading.stations[index].exportIncome = sum.exportIncome.value
      reading.stations[index].busyHours = sum.busySeconds.value / 3600
      reading.stations[index].waitingHours = sum.waitingSeconds.value / 3600
    }
    let missing = trails.count(where: \.isThere)
    if missing > 0 { complain("\(missing) vehicles have vanished", end) }
  }
}
