import ChargingModels
import EventSimulation
import Numerics
import Quantities

/// Cars are done, and stairs are climbed, when so little is missing, in kWh: above the rounding of times,
/// far below what anybody could measure.
private let crumb = 1e-8

extension HighwayModel {
  /// Books what has flowed at a coupled station since it was last looked at.
  ///
  /// All power is constant between two changes, so energy is power times time.
  @inline(__always)
  mutating func settle(_ station: Int, _ now: Double) {
    guard plan.stations[station].isCoupled else { return }
    let hours = (now - stations[station].settled) / 3600
    guard hours > 0 else { return }
    settleFlows(station, hours, now)
  }

  private mutating func settleFlows(_ station: Int, _ hours: Double, _ now: Double) {
    let place = plan.stations[station]
    var toCars = 0.0
    for index in Int(place.firstCharger)..<Int(place.endCharger) where chargers[index].power > 0 {
      let energy = chargers[index].power * hours
      vehicles[Int(chargers[index].vehicle)].energy += energy
      toCars += energy
    }
    let flows = stations[station].flows
    let price = stations[station].price
    stations[station].settled = now
    stations[station].account.toCars.add(toCars)
    stations[station].account.drawn.add(stations[station].draw * hours)
    stations[station].account.grid.add(flows.grid * hours)
    stations[station].account.gridBill.add(flows.grid * hours * price)
    stations[station].account.emitted.add(flows.grid * hours * stations[station].intensity)
    stations[station].quarterGrid += flows.grid * hours
    if stations[station].solar > 0 || stations[station].wind > 0 {
      stations[station].account.solarOffered.add(stations[station].solar * hours)
      stations[station].account.windOffered.add(stations[station].wind * hours)
      stations[station].account.solarUsed.add(flows.solar * hours)
      stations[station].account.windUsed.add(flows.wind * hours)
      stations[station].account.export.add(flows.export * hours)
      stations[station].account.exportIncome.add(
        flows.export * hours * plan.scenario.prices.export)
    }
    if flows.batteryIn > 0 || flows.batteryOut > 0 {
      stations[station].account.batteryIn.add(flows.batteryIn * hours)
      stations[station].account.batteryOut.add(flows.batteryOut * hours)
      stations[station].stored +=
        (flows.batteryIn * place.dispatch.efficiency
          - flows.batteryOut / place.dispatch.efficiency) * hours
    }
    if flows.shortfall > 0 {
      stations[station].account.notServed.add(flows.shortfall * hours)
    }
    guard stations[station].episode >= 0 else { return }
    let episode = stations[station].episode
    blackouts[episode].notServed += flows.shortfall * hours
    blackouts[episode].demanded += stations[station].demand * hours
    blackouts[episode].end = now
  }

  /// Something changes by itself inside a coupled station: a stair, a goal, a battery limit.
  mutating func change(atStation station: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>)
  {
    publish(station, at: now)
    settle(station, now)
    releaseDone(station, now, &agenda)
    replan(station, now, &agenda)
  }

  /// Lets go who has reached the goal, or stands without power for longer than the patience.
  private mutating func releaseDone(
    _ station: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>
  ) {
    let place = plan.stations[station]
    for index in Int(place.firstCharger)..<Int(place.endCharger) {
      let slot = Int(chargers[index].vehicle)
      guard slot >= 0 else { continue }
      if vehicles[slot].goal - vehicles[slot].energy <= crumb {
        guard now >= vehicles[slot].restUntil, now >= vehicles[slot].readyAt else { continue }
        vehicles[slot].energy = vehicles[slot].goal
        release(slot, .finished, now)
      } else {
        guard now >= vehicles[slot].stalledSince + vehicles[slot].patience else { continue }
        vehicles[slot].stalledSince = .infinity
        guard canGoOn(slot, now) else { continue }
        release(slot, .cutShort, now)
      }
      serveNext(on: index, now, &agenda)
      goOn(slot, now, &agenda)
    }
  }

  /// Decides anew how much power everybody gets, and when that changes next by itself.
  mutating func replan(_ station: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>) {
    let place = plan.stations[station]
    guard place.isCoupled else { return }
    agenda.cancel(stations[station].ticket)
    var next = Double.infinity
    let demand = collectWishes(station, now, &next)
    let hour = plan.hour(at: now) % 24
    let flows = place.dispatch.flows(
      demand: demand, solar: stations[station].solar, wind: stations[station].wind,
      grid: stations[station].gridLimit, stored: stations[station].stored, hour: hour,
      setpoint: stations[station].setpoint)
    if flows.shortfall > 1e-9 {
      let count = Int(place.endCharger - place.firstCharger)
      PowerSharing.fit(&wishes, in: 0..<count, into: demand - flows.shortfall)
    }
    stations[station].flows = flows
    stations[station].demand = demand
    stations[station].draw = demand - flows.shortfall
    givePower(station, now, &next)
    next = min(next, now + batterySeconds(station))
    watchShortfall(station, now)
    log.note(
      EventLog.FlowEntry(
        time: now, station: Int32(station), demand: demand, draw: stations[station].draw,
        solar: stations[station].solar, wind: stations[station].wind,
        gridLimit: stations[station].gridLimit, stored: stations[station].stored, flows: flows))
    guard next < .infinity else {
      stations[station].ticket = .none
      return
    }
    stations[station].ticket = agenda.schedule(
      HighwayEvent(.station, Int32(station)), at: max(.second(next), agenda.now))
  }

  /// Obeys a policy.
  mutating func setBattery(
    _ power: Double, atStation station: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>
  ) {
    settle(station, now)
    stations[station].setpoint = power
    replan(station, now, &agenda)
  }

  /// Writes down what each car would draw from the bus if there were enough, and returns the sum.
  private mutating func collectWishes(_ station: Int, _ now: Double, _ next: inout Double)
    -> Double
  {
    let place = plan.stations[station]
    let first = Int(place.firstCharger)
    for index in 0..<Int(place.endCharger - place.firstCharger) { wishes[index] = 0 }
    for index in first..<Int(place.endCharger) {
      let slot = Int(chargers[index].vehicle)
      guard slot >= 0 else { continue }
      guard now >= vehicles[slot].readyAt else {
        next = min(next, vehicles[slot].readyAt)
        continue
      }
      let (energy, goal) = (vehicles[slot].energy, vehicles[slot].goal)
      guard goal - energy > crumb else {
        next = min(next, max(vehicles[slot].restUntil, now))
        continue
      }
      if energy + crumb >= chargers[index].stepEnd { climb(index, energy, goal) }
      let power = plan.staircase.steps[Int(chargers[index].step)].power
      wishes[index - first] = min(plan.chargers[index].power, power * vehicles[slot].share)
    }
    for cabinet in Int(place.firstCabinet)..<Int(place.endCabinet) {
      let rack = plan.cabinets[cabinet]
      let seats = (Int(rack.first) - first)..<(Int(rack.end) - first)
      PowerSharing.fit(&wishes, in: seats, into: rack.limit)
    }
    var demand = 0.0
    for index in first..<Int(place.endCharger) where wishes[index - first] > 0 {
      wishes[index - first] /= plan.chargers[index].efficiency
      demand += wishes[index - first]
    }
    return demand
  }

  /// Finds the step of a car's staircase on which it stands.
  private mutating func climb(_ charger: Int, _ energy: Double, _ goal: Double) {
    let slot = Int(chargers[charger].vehicle)
    let capacity = vehicles[slot].capacity
    let step = plan.staircase.step(of: Int(vehicles[slot].type), at: (energy + crumb) / capacity)
    let end = plan.staircase.steps[step].end
    chargers[charger].step = Int32(step)
    chargers[charger].stepEnd = end < 1 ? end * capacity : .infinity
    chargers[charger].nextEnergy = end < 1 ? min(goal, end * capacity) : goal
  }

  /// Gives each car what is left of its wish, and finds the first that will climb a stair.
  private mutating func givePower(_ station: Int, _ now: Double, _ next: inout Double) {
    let place = plan.stations[station]
    let first = Int(place.firstCharger)
    for index in first..<Int(place.endCharger) {
      let slot = Int(chargers[index].vehicle)
      guard slot >= 0 else { continue }
      let power =
        wishes[index - first] > 0 ? wishes[index - first] * plan.chargers[index].efficiency : 0
      chargers[index].power = power
      guard now >= vehicles[slot].readyAt, vehicles[slot].goal - vehicles[slot].energy > crumb
      else { continue }
      if power > 0 {
        vehicles[slot].stalledSince = .infinity
        let missing = chargers[index].nextEnergy - vehicles[slot].energy
        next = min(next, now + missing / power * 3600)
      } else if plan.scenario.patience.model != .none {
        if vehicles[slot].stalledSince == .infinity { vehicles[slot].stalledSince = now }
        let end = vehicles[slot].stalledSince + vehicles[slot].patience
        if end > now { next = min(next, end) }
      }
    }
  }

  /// How long until the battery comes to a level at which its flows must be thought over.
  private func batterySeconds(_ station: Int) -> Double {
    let flows = stations[station].flows
    let efficiency = plan.stations[station].dispatch.efficiency
    let distance = flows.turningPoint - stations[station].stored
    if flows.batteryOut > 0 { return max(-distance, 0) / (flows.batteryOut / efficiency) * 3600 }
    if flows.batteryIn > 0 { return max(distance, 0) / (flows.batteryIn * efficiency) * 3600 }
    return .infinity
  }

  // MARK: - Blackouts

  /// Opens an episode when a tenth of the demand is missing, and closes it when less is.
  private mutating func watchShortfall(_ station: Int, _ now: Double) {
    let (flows, demand) = (stations[station].flows, stations[station].demand)
    let share = flows.shortfall / max(demand, 1)
    let episode = stations[station].episode
    guard share >= 0.1 else {
      guard episode >= 0 else { return }
      blackouts[episode].end = now
      blackouts[episode].isOpen = false
      stations[station].episode = -1
      return
    }
    let kind = blackoutKind(station, share: share)
    guard episode >= 0 else {
      stations[station].episode = blackouts.count
      blackouts.append(
        Blackout(
          station: station, start: now, end: now, isOpen: true, notServed: 0, demanded: 0,
          worstShare: share, worstPower: flows.shortfall, kind: kind,
          cause: blackoutCause(station)))
      return
    }
    blackouts[episode].worstShare = max(blackouts[episode].worstShare, share)
    blackouts[episode].worstPower = max(blackouts[episode].worstPower, flows.shortfall)
    if kind.rawValue > blackouts[episode].kind.rawValue { blackouts[episode].kind = kind }
  }

  private func blackoutKind(_ station: Int, share: Double) -> Blackout.Kind {
    let flows = stations[station].flows
    if share >= 0.9 { return .total }
    guard flows.batteryOut <= 0 else { return .brownout }
    return flows.solar + flows.wind <= 0 ? .gridOverload : .batteryDepleted
  }

  private func blackoutCause(_ station: Int) -> Blackout.Cause {
    let (flows, demand) = (stations[station].flows, stations[station].demand)
    if stations[station].gridLimit <= 0 { return .gridFailure }
    if plan.stations[station].dispatch.capacity > 0, flows.batteryOut <= 0 {
      return flows.solar + flows.wind < 0.1 * demand ? .calmAndDark : .batteryDepleted
    }
    return demand > 1.5 * stations[station].gridLimit ? .demandSurge : .compound
  }
}
