import ChargingModels
import EventSimulation
import Numerics
import Quantities

extension HighwayModel {
  /// Reads all meters at a moment from the last event on and before the next.
  public func reading(at time: Double) -> HighwayReading {
    var reading = HighwayReading()
    reading.time = time
    reading.arrived = road.arrived
    reading.completed = road.completed
    reading.stranded = road.strandedAll
    reading.strandedByCause = StrandingCause.allCases.map { road.stranded[Int($0.rawValue)] }
    reading.atRisk = road.atRisk
    reading.stops = road.stops
    reading.driving = Int(road.driving.level)
    reading.waiting = Int(road.waiting.level)
    reading.charging = Int(road.charging.level)
    reading.drivingHours = road.driving.total(at: .second(time)).hours
    reading.waitingHours = road.waiting.total(at: .second(time)).hours
    reading.chargingHours = road.charging.total(at: .second(time)).hours
    reading.kilometres = road.kilometres.value
    reading.tripHours = road.tripSeconds.value / 3600
    reading.consumed = road.consumed.value
    reading.stations = stations.indices.map { read(station: $0, at: time) }
    var sum = 0.0
    for slot in vehicles.indices where vehicles[slot].isPresent {
      let level = position(of: slot, at: time).energy / vehicles[slot].capacity
      sum += level
      if level < 0.2 { reading.lowCharge += 1 }
      if level < 0.1 { reading.criticalCharge += 1 }
      readSession(slot, at: time, into: &reading)
    }
    reading.meanCharge = onRoad > 0 ? sum / Double(onRoad) : 0
    return reading
  }

  private func read(station: Int, at time: Double) -> StationReading {
    let state = stations[station]
    let account = state.account
    var reading = StationReading()
    reading.waiting = state.waiting
    reading.charging = state.busy
    reading.broken = state.broken
    reading.visits = account.visits
    reading.started = account.started
    reading.finished = account.finished
    reading.cutShort = account.cutShort
    reading.interrupted = account.interrupted
    reading.abandoned = account.abandoned
    reading.denied = account.denied
    reading.balked = account.balked
    reading.overflowed = account.overflowed
    reading.delayed = account.delayed
    reading.waitMinutes = account.waitSum.value
    reading.sessionMinutes = account.sessionMinutes.value
    reading.sessionSquares = account.sessionSquares.value
    reading.busyHours = state.busyTime.total(at: .second(time)).hours
    reading.waitingHours = state.waitingTime.total(at: .second(time)).hours
    reading.income = account.income.value
    // What has flowed since the station was last settled flows on until now.
    let hours = plan.stations[station].isCoupled ? (time - state.settled) / 3600 : 0
    func meter(_ sum: CompensatedSum, _ power: Double) -> Double {
      var sum = sum
      sum.add(power * hours)
      return sum.value
    }
    let flows = state.flows
    let place = plan.stations[station]
    let power = (Int(place.firstCharger)..<Int(place.endCharger)).reduce(0.0) {
      $0 + chargers[$1].power
    }
    reading.toCars = meter(account.toCars, power)
    reading.drawn = meter(account.drawn, state.draw)
    reading.grid = meter(account.grid, flows.grid)
    reading.export = meter(account.export, flows.export)
    reading.solarOffered = meter(account.solarOffered, state.solar)
    reading.solarUsed = meter(account.solarUsed, flows.solar)
    reading.windOffered = meter(account.windOffered, state.wind)
    reading.windUsed = meter(account.windUsed, flows.wind)
    reading.batteryIn = meter(account.batteryIn, flows.batteryIn)
    reading.batteryOut = meter(account.batteryOut, flows.batteryOut)
    reading.notServed = meter(account.notServed, flows.shortfall)
    reading.gridBill = meter(account.gridBill, flows.grid * state.price)
    reading.emitted = meter(account.emitted, flows.grid * state.intensity)
    reading.exportIncome = meter(
      account.exportIncome, flows.export * plan.scenario.prices.export)
    let efficiency = place.dispatch.efficiency
    reading.stored =
      state.stored + (flows.batteryIn * efficiency - flows.batteryOut / efficiency) * hours
    reading.peak = state.peak
    reading.demand = state.demand
    reading.draw = state.draw
    reading.flows = flows
    reading.gridLimit = state.gridLimit
    return reading
  }

  /// Adds what a session at a station that is not coupled has given so far.
  private func readSession(_ slot: Int, at time: Double, into reading: inout HighwayReading) {
    guard vehicles[slot].phase == .charging, plan.isPhysical else { return }
    let station = Int(vehicles[slot].station)
    guard !plan.stations[station].isCoupled else { return }
    let charger = plan.chargers[Int(vehicles[slot].charger)]
    let energy = sessionEnergy(slot, at: time)
    let gained = energy - vehicles[slot].arrivedEnergy
    let drawn = gained / charger.efficiency
    reading.stations[station].toCars += gained
    reading.stations[station].drawn += drawn
    reading.stations[station].grid += drawn
    if time > vehicles[slot].readyAt {
      let toll = gridToll(slot, upTo: time, energy: energy)
      reading.stations[station].gridBill += toll.money
      reading.stations[station].emitted += toll.carbon
    }
    guard time >= vehicles[slot].readyAt, energy < vehicles[slot].goal else { return }
    let step = plan.staircase.step(
      of: Int(vehicles[slot].type), at: energy / vehicles[slot].capacity)
    let power =
      min(charger.power, plan.staircase.steps[step].power * vehicles[slot].share)
      / charger.efficiency
    reading.stations[station].demand += power
    reading.stations[station].draw += power
    reading.stations[station].flows.grid += power
  }

  /// Returns where a vehicle is, in km, and what is in its battery, in kWh.
  func position(of slot: Int, at time: Double) -> (place: Double, energy: Double) {
    let vehicle = vehicles[slot]
    let start = plan.nodes[Int(vehicle.node)].position
    guard vehicle.phase == .driving else {
      guard vehicle.phase == .charging, plan.isPhysical else { return (start, vehicle.energy) }
      let station = Int(vehicle.station)
      guard plan.stations[station].isCoupled else {
        return (start, sessionEnergy(slot, at: time))
      }
      let hours = (time - stations[station].settled) / 3600
      return (start, vehicle.energy + chargers[Int(vehicle.charger)].power * hours)
    }
    // Link by link, under the weather of the beginning of the leg.
    let conditions = Conditions(plan, vehicle.booked)
    var rest = time - vehicle.booked
    var (place, energy, node) = (start, vehicle.energy, vehicle.node)
    while node != vehicle.exit, rest > 0 {
      let link = plan.links[Int(vehicle.step > 0 ? node : node - 1)]
      let pace = pace(slot, on: link.surface, conditions)
      let length = min(link.length, pace.speed * rest / 3600)
      place += Double(vehicle.step) * length
      energy = min(energy - length * pace.rate, max(vehicle.capacity, energy))
      guard length == link.length else { break }
      rest -= length / pace.speed * 3600
      node += vehicle.step
    }
    return (place, energy)
  }
}
