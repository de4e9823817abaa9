import ChargingModels
import EventSimulation
import Numerics
import Quantities

extension HighwayModel {
  /// Connects a vehicle to a free charger.
  ///
  /// The caller plans a coupled station's power anew.
  mutating func begin(
    _ slot: Int, on charger: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>
  ) {
    let station = Int(plan.chargers[charger].station)
    settle(station, now)
    chargers[charger].vehicle = Int32(slot)
    chargers[charger].stepEnd = 0
    stations[station].busy += 1
    stations[station].busyTime.change(by: 1, at: .second(now))
    turn(slot, to: .charging, now)
    noteWait(slot, at: station, now)
    vehicles[slot].charger = Int32(charger)
    vehicles[slot].begun = now
    vehicles[slot].arrivedEnergy = vehicles[slot].energy
    vehicles[slot].stalledSince = .infinity
    guard plan.isPhysical else {
      vehicles[slot].goal = vehicles[slot].energy
      noteStart(slot, charger, now)
      vehicles[slot].ticket = agenda.schedule(
        HighwayEvent(.finish, Int32(slot)), after: .seconds(vehicles[slot].service))
      return
    }
    setGoal(slot, now)
    noteStart(slot, charger, now)
    guard !plan.stations[station].isCoupled else { return }
    let end = max(
      vehicles[slot].readyAt + chargingSeconds(slot, charger), vehicles[slot].restUntil)
    vehicles[slot].ticket = agenda.schedule(
      HighwayEvent(.finish, Int32(slot)), at: max(.second(end), agenda.now))
  }

  private mutating func noteWait(_ slot: Int, at station: Int, _ now: Double) {
    let minutes = (now - vehicles[slot].joined) / 60
    stations[station].account.started += 1
    stations[station].account.waitSum.add(minutes)
    if minutes > 0 { stations[station].account.delayed += 1 }
    guard vehicles[slot].joined >= plan.scenario.warmUp * 3600 else { return }
    waits.append(
      ServedWait(
        minutes: minutes, station: Int32(station),
        vehicle: Int32(truncatingIfNeeded: vehicles[slot].number)))
  }

  private mutating func noteStart(_ slot: Int, _ charger: Int, _ now: Double) {
    log.note(
      .started, at: now, vehicle: vehicles[slot].number, station: vehicles[slot].station,
      charger: Int32(charger), energy: vehicles[slot].energy, vehicles[slot].goal,
      vehicles[slot].share)
  }

  /// Decides how far to charge: to the driver's target, or as far as the way to the next station (or
  /// the exit) and 30 km more ask for.
  private mutating func setGoal(_ slot: Int, _ now: Double) {
    let end = lookAhead(slot, now, onlyNext: true)
    let next =
      prospects.first.map { Way(energy: $0.energy, length: $0.length, seconds: $0.seconds) } ?? end
    let spare = max(30, vehicles[slot].buffer) * max(next.energy / next.length, 0)
    let capacity = vehicles[slot].capacity
    let need = vehicles[slot].reserve + next.energy + spare
    let goal = min(max(vehicles[slot].target * capacity, need), capacity)
    vehicles[slot].goal = max(goal, vehicles[slot].energy)
    let type = plan.types[Int(vehicles[slot].type)]
    vehicles[slot].share = type.chargingShare(at: plan.weather(at: now).temperature)
    vehicles[slot].readyAt = now + plan.scenario.service.plugTime * 60
    let needsRest = vehicles[slot].sinceRest + next.seconds > type.restAfter
    vehicles[slot].restUntil = needsRest ? now + type.rest : 0
    if needsRest { vehicles[slot].sinceRest = 0 }
  }

  /// How long charging to the goal takes at a charger whose power is nobody else's.
  private func chargingSeconds(_ slot: Int, _ charger: Int) -> Double {
    plan.staircase.seconds(
      curve: Int(vehicles[slot].type), from: vehicles[slot].energy, to: vehicles[slot].goal,
      capacity: vehicles[slot].capacity, limit: plan.chargers[charger].power,
      derating: vehicles[slot].share)
  }

  /// What is in the battery of a car at a station that is not coupled.
  func sessionEnergy(_ slot: Int, at time: Double) -> Double {
    plan.staircase.energy(
      after: time - vehicles[slot].readyAt, curve: Int(vehicles[slot].type),
      from: vehicles[slot].arrivedEnergy, to: vehicles[slot].goal,
      capacity: vehicles[slot].capacity,
      limit: plan.chargers[Int(vehicles[slot].charger)].power, derating: vehicles[slot].share)
  }

  /// A car at a station that is not coupled has charged enough.
  mutating func finish(_ slot: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>) {
    publish(Int(vehicles[slot].station), at: now)
    let charger = Int(vehicles[slot].charger)
    if plan.isPhysical {
      vehicles[slot].energy = vehicles[slot].goal
      bookIndependentSession(slot, now)
    }
    release(slot, .finished, now)
    serveNext(on: charger, now, &agenda)
    goOn(slot, now, &agenda)
  }

  /// Puts a session that just ended, with its energy in the battery, into the station's accounts.
  mutating func bookIndependentSession(_ slot: Int, _ now: Double) {
    let station = Int(vehicles[slot].station)
    let gained = vehicles[slot].energy - vehicles[slot].arrivedEnergy
    let drawn = gained / plan.chargers[Int(vehicles[slot].charger)].efficiency
    stations[station].account.toCars.add(gained)
    stations[station].account.drawn.add(drawn)
    stations[station].account.grid.add(drawn)
    let toll = gridToll(slot, upTo: now, energy: vehicles[slot].energy)
    stations[station].account.gridBill.add(toll.money)
    stations[station].account.emitted.add(toll.carbon)
  }

  /// What the grid takes and emits for a session at a station that is not coupled, hour by hour.
  func gridToll(_ slot: Int, upTo end: Double, energy: Double) -> GridToll {
    let tariff = plan.scenario.prices.grid
    let efficiency = plan.chargers[Int(vehicles[slot].charger)].efficiency
    var toll = GridToll()
    var level = vehicles[slot].arrivedEnergy
    var time = vehicles[slot].readyAt
    while true {
      let border = tariff.nextHour(after: plan.startSecond + time) - plan.startSecond
      let clock = plan.startSecond + time
      let atBorder = border < end ? sessionEnergy(slot, at: border) : energy
      let drawn = (atBorder - level) / efficiency
      toll.money += drawn * tariff.price(at: clock)
      toll.carbon += drawn * plan.scenario.carbon.intensity(at: clock)
      guard border < end else { return toll }
      level = atBorder
      time = border
    }
  }

  /// Frees a charger whose car has stopped charging: the driver pays, and the wait is over.
  mutating func release(_ slot: Int, _ kind: EventLog.Kind, _ now: Double) {
    let station = Int(vehicles[slot].station)
    let charger = Int(vehicles[slot].charger)
    let gained = vehicles[slot].energy - vehicles[slot].arrivedEnergy
    let pay =
      plan.isPhysical
      ? gained * plan.stations[station].price
        + (now - vehicles[slot].begun) / 3600 * plan.scenario.prices.connection : 0
    vehicles[slot].charged += gained
    vehicles[slot].paid += pay
    stations[station].account.income.add(pay)
    let minutes = (now - vehicles[slot].begun) / 60
    stations[station].account.sessionMinutes.add(minutes)
    stations[station].account.sessionSquares.add(minutes * minutes)
    chargers[charger].vehicle = -1
    chargers[charger].power = 0
    stations[station].busy -= 1
    // One that has failed is already counted.
    if chargers[charger].closures > 0, !chargers[charger].isBroken { stations[station].broken += 1 }
    stations[station].busyTime.change(by: -1, at: .second(now))
    log.note(
      kind, at: now, vehicle: vehicles[slot].number, station: Int32(station),
      charger: Int32(charger), energy: vehicles[slot].energy, pay, gained)
    switch kind {
    case .finished:
      stations[station].account.finished += 1
      vehicles[slot].stops += 1
      vehicles[slot].setback = .behaviour
      road.stops += 1
    case .cutShort:
      stations[station].account.cutShort += 1
      vehicles[slot].setback = .outage
    default:
      stations[station].account.interrupted += 1
    }
    vehicles[slot].charger = -1
  }

  /// Back on the road.
  mutating func goOn(_ slot: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>) {
    turn(slot, to: .driving, now)
    setOff(slot, now, &agenda)
  }
}

/// What the grid asks for some of its energy.
struct GridToll {
  var money = 0.0
  /// In kg of CO₂.
  var carbon = 0.0
}
