import EventSimulation
import Numerics
import Quantities
import Randomness

extension HighwayModel {
  /// Asks to be charged: starts, waits, is turned away or turns away.
  mutating func ask(
    _ slot: Int, at station: Int, mustStop: Bool, _ now: Double,
    _ agenda: inout Agenda<HighwayEvent>
  ) {
    publish(station, at: now)
    let place = plan.stations[station]
    vehicles[slot].visits += 1
    vehicles[slot].station = Int32(station)
    vehicles[slot].joined = now
    vehicles[slot].isOverflow = false
    if !plan.isPhysical { drawTextbookVisit(slot) }
    stations[station].account.visits += 1
    log.note(
      .asked, at: now, vehicle: vehicles[slot].number, station: Int32(station),
      energy: vehicles[slot].energy, Double(stations[station].live(place).free),
      Double(stations[station].waiting))
    if let charger = freeCharger(for: slot, at: station) {
      begin(slot, on: charger, now, &agenda)
      replan(station, now, &agenda)
      return
    }
    guard mustStop || !balks(slot, at: station) else {
      stations[station].account.balked += 1
      turnAway(slot, .balked, .abandoned, at: station, now, &agenda)
      return
    }
    guard stations[station].waiting < place.spots else {
      guard mustStop, plan.scenario.choice.allowsOverflow else {
        stations[station].account.denied += 1
        turnAway(slot, .denied, .denied, at: station, now, &agenda)
        return
      }
      stations[station].account.overflowed += 1
      vehicles[slot].isOverflow = true
      wait(slot, at: station, urgency: -1e9, now, &agenda)
      return
    }
    wait(slot, at: station, urgency: urgency(of: slot), now, &agenda)
  }

  private mutating func turnAway(
    _ slot: Int, _ kind: EventLog.Kind, _ setback: StrandingCause, at station: Int, _ now: Double,
    _ agenda: inout Agenda<HighwayEvent>
  ) {
    vehicles[slot].setback = setback
    log.note(
      kind, at: now, vehicle: vehicles[slot].number, station: Int32(station),
      energy: vehicles[slot].energy, Double(stations[station].waiting))
    setOff(slot, now, &agenda)
  }

  private func urgency(of slot: Int) -> Double {
    switch plan.scenario.discipline {
    case .firstCome: 0
    case .priority: plan.types[Int(vehicles[slot].type)].priority
    case .lowestCharge: vehicles[slot].energy / vehicles[slot].capacity
    case .reservation: vehicles[slot].booked
    }
  }

  /// Whether a driver does not join a line that is longer than the patience.
  private func balks(_ slot: Int, at station: Int) -> Bool {
    let choice = plan.scenario.choice
    guard plan.isPhysical, choice.isBalking else { return false }
    let place = plan.stations[station]
    let servers = Double(place.endCharger - place.firstCharger)
    let wait =
      (Double(stations[station].waiting) + 1) / servers * choice.expectedSession * 60
    return wait > vehicles[slot].patience
  }

  /// A textbook customer's service and patience: two words of the visit.
  private mutating func drawTextbookVisit(_ slot: Int) {
    let words = chance.visits.words(vehicles[slot].number, Int(vehicles[slot].visits))
    let service = plan.scenario.service
    vehicles[slot].service =
      service.model == .exponential
      ? -Double.log(1 - words[0].unitInterval) * service.mean * 60 : service.mean * 60
    vehicles[slot].patience =
      -Double.log(1 - words[1].unitInterval) * plan.scenario.patience.mean * 60
  }

  // MARK: - Standing in line

  mutating func wait(
    _ slot: Int, at station: Int, urgency: Double, _ now: Double,
    _ agenda: inout Agenda<HighwayEvent>
  ) {
    vehicles[slot].urgency = urgency
    var ahead = stations[station].last
    while ahead >= 0, vehicles[Int(ahead)].urgency > urgency { ahead = vehicles[Int(ahead)].ahead }
    let behind = ahead >= 0 ? vehicles[Int(ahead)].behind : stations[station].first
    vehicles[slot].ahead = ahead
    vehicles[slot].behind = behind
    if ahead >= 0 {
      vehicles[Int(ahead)].behind = Int32(slot)
    } else {
      stations[station].first = Int32(slot)
    }
    if behind >= 0 {
      vehicles[Int(behind)].ahead = Int32(slot)
    } else {
      stations[station].last = Int32(slot)
    }
    stations[station].waiting += 1
    stations[station].waitingTime.change(by: 1, at: .second(now))
    if vehicles[slot].phase != .waiting { turn(slot, to: .waiting, now) }
    guard plan.scenario.patience.model != .none else { return }
    if plan.scenario.patience.model == .exponential, plan.isPhysical {
      let words = chance.visits.words(vehicles[slot].number, Int(vehicles[slot].visits))
      vehicles[slot].patience =
        -Double.log(1 - words[1].unitInterval) * plan.scenario.patience.mean * 60
    }
    vehicles[slot].patienceTicket = agenda.schedule(
      HighwayEvent(.patience, Int32(slot)), after: .seconds(vehicles[slot].patience))
  }

  /// Takes a vehicle out of the line.
  mutating func leaveLine(_ slot: Int, at station: Int, _ now: Double) {
    let (ahead, behind) = (vehicles[slot].ahead, vehicles[slot].behind)
    if ahead >= 0 {
      vehicles[Int(ahead)].behind = behind
    } else {
      stations[station].first = behind
    }
    if behind >= 0 {
      vehicles[Int(behind)].ahead = ahead
    } else {
      stations[station].last = ahead
    }
    stations[station].waiting -= 1
    stations[station].waitingTime.change(by: -1, at: .second(now))
  }

  mutating func losePatience(_ slot: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>) {
    let station = Int(vehicles[slot].station)
    // Who could not reach anything else stays, whatever the wait.
    guard !plan.isPhysical || canGoOn(slot, now) else { return }
    publish(station, at: now)
    leaveLine(slot, at: station, now)
    stations[station].account.abandoned += 1
    vehicles[slot].setback = .abandoned
    turn(slot, to: .driving, now)
    log.note(
      .abandoned, at: now, vehicle: vehicles[slot].number, station: Int32(station),
      energy: vehicles[slot].energy, (now - vehicles[slot].joined) / 60)
    setOff(slot, now, &agenda)
  }

  /// Whether the next station, or the exit, can be reached.
  mutating func canGoOn(_ slot: Int, _ now: Double) -> Bool {
    let end = lookAhead(slot, now, onlyNext: true)
    let usable = vehicles[slot].energy - vehicles[slot].reserve
    return usable >= 1.02 * (prospects.first?.energy ?? end.energy)
  }

  // MARK: - Chargers

  /// Returns the charger that gives a vehicle the most power.
  func freeCharger(for slot: Int, at station: Int) -> Int? {
    let place = plan.stations[station]
    let servers = Int(place.endCharger - place.firstCharger)
    guard stations[station].busy + stations[station].broken < servers else { return nil }
    let plug = plan.types[Int(vehicles[slot].type)].plug
    var best: Int?
    var bestPower = 0.0
    for index in Int(place.firstCharger)..<Int(place.endCharger) {
      guard chargers[index].vehicle < 0, !chargers[index].isOut else { continue }
      let charger = plan.chargers[index]
      guard charger.plugs & plug != 0 || !plan.isPhysical else { continue }
      let power = charger.cabinet < 0 ? charger.power : powerLeft(charger)
      guard power > bestPower else { continue }
      best = index
      bestPower = power
      if bestPower >= place.bestPower { break }
    }
    return best
  }

  /// What a charger would get of its cabinet if all took the same.
  private func powerLeft(_ charger: ChargerPlan) -> Double {
    let cabinet = plan.cabinets[Int(charger.cabinet)]
    let busy = (cabinet.first..<cabinet.end).count { chargers[Int($0)].vehicle >= 0 }
    return min(charger.power, cabinet.limit / Double(busy + 1))
  }

  /// Gives a free charger to the first in line whom it fits.
  mutating func serveNext(on charger: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>) {
    let station = Int(plan.chargers[charger].station)
    guard !chargers[charger].isOut else { return }
    var candidate = stations[station].first
    while candidate >= 0 {
      let slot = Int(candidate)
      let plug = plan.types[Int(vehicles[slot].type)].plug
      if plan.chargers[charger].plugs & plug != 0 || !plan.isPhysical {
        leaveLine(slot, at: station, now)
        if plan.scenario.patience.model != .none { agenda.cancel(vehicles[slot].patienceTicket) }
        begin(slot, on: charger, now, &agenda)
        return
      }
      candidate = vehicles[slot].behind
    }
  }
}
