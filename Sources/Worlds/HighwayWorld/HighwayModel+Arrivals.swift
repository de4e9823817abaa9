import ChargingModels
import EventSimulation
import Numerics
import Quantities
import Randomness

extension HighwayModel {
  /// Schedules the next arrival, unless the run has ended by then.
  mutating func scheduleArrival(_ agenda: inout Agenda<HighwayEvent>) {
    let time = arrivals.next()
    guard time <= plan.duration else { return }
    agenda.schedule(HighwayEvent(.arrival), at: max(.second(time), agenda.now))
  }

  mutating func arrive(_ now: Double, _ agenda: inout Agenda<HighwayEvent>) {
    scheduleArrival(&agenda)
    let slot = place(newVehicle(number: road.arrived, now))
    road.arrived += 1
    road.driving.change(by: 1, at: .second(now))
    if plan.isPhysical, plan.scenario.fleet.spawn == .feasible { ensureFirstLeg(slot, now) }
    vehicles[slot].initialEnergy = vehicles[slot].energy
    road.brought.add(vehicles[slot].energy)
    log.note(
      .entered, at: now, vehicle: vehicles[slot].number, energy: vehicles[slot].energy,
      plan.nodes[Int(vehicles[slot].node)].position,
      Double(Int(vehicles[slot].driver) << 8 | Int(vehicles[slot].type)))
    // Nobody drives into a station at the very place of entry without looking at it.
    if let station = station(at: vehicles[slot].node, for: slot) {
      look(slot, at: station, now, &agenda)
    } else {
      setOff(slot, now, &agenda)
    }
  }

  private func newVehicle(number: Int, _ now: Double) -> Vehicle {
    let who = chance.vehicles.words(number, 0)
    let type = plan.typePick.index(for: who[0])
    let trip = plan.trips[plan.tripPick.index(for: who[3])]
    var vehicle = Vehicle()
    vehicle.isPresent = true
    vehicle.number = number
    vehicle.type = UInt8(type)
    vehicle.step = trip.step
    vehicle.node = trip.entry
    vehicle.exit = trip.exit
    vehicle.entered = now
    vehicle.since = now
    vehicle.booked = now
    vehicle.capacity = plan.types[type].capacity
    guard plan.isPhysical else {
      vehicle.speed = 110
      vehicle.energy = vehicle.capacity
      return vehicle
    }
    let driver = plan.driverPick.index(for: who[2])
    let profile = plan.drivers[driver]
    let (manner, mind) = (chance.vehicles.words(number, 1), chance.vehicles.words(number, 2))
    vehicle.driver = UInt8(driver)
    vehicle.energy = vehicle.capacity * plan.levels[type].value(for: who[1])
    vehicle.reserve = vehicle.capacity * plan.strandedAt
    vehicle.buffer = profile.buffer.value(at: manner[1].unitInterval)
    vehicle.target = profile.target.value(at: manner[2].unitInterval)
    vehicle.minimum = profile.minimum.value(at: manner[3].unitInterval)
    vehicle.patience = 60 * profile.patience.value(at: mind[0].unitInterval)
    vehicle.priceWeight = profile.price.value(at: mind[1].unitInterval)
    let style = profile.style.value(at: mind[2].unitInterval) - 0.5
    vehicle.speed = profile.speed.value(at: manner[0].unitInterval)
    vehicle.style = 1 + 0.2 * style
    vehicle.factor = 1 + 0.3 * style
    return vehicle
  }

  /// Gives a car that could not reach anything just enough for the first station.
  private mutating func ensureFirstLeg(_ slot: Int, _ now: Double) {
    let end = lookAhead(slot, now, onlyNext: true)
    let need = vehicles[slot].reserve + 1.03 * (prospects.first?.energy ?? end.energy)
    vehicles[slot].energy = min(max(vehicles[slot].energy, need), vehicles[slot].capacity)
  }
}
