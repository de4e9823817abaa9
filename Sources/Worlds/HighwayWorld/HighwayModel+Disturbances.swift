import ChargingModels
import EventSimulation
import Numerics
import Quantities
import Randomness

extension HighwayModel {
  /// Schedules everything that comes from outside: quarters of an hour, outages, failures.
  mutating func scheduleDisturbances(_ agenda: inout Agenda<HighwayEvent>) {
    for (index, outage) in plan.outages.enumerated() where plan.isPhysical {
      agenda.schedule(HighwayEvent(.outageBegins, Int32(index)), at: .second(outage.start))
      agenda.schedule(HighwayEvent(.outageEnds, Int32(index)), at: .second(outage.end), priority: 1)
    }
    if plan.needsTicks { agenda.schedule(HighwayEvent(.tick), at: .start) }
    if plan.scenario.outages.meanGap > 0, plan.isPhysical {
      for station in stations.indices {
        let gap = outageLuck(station, 0).gap
        agenda.schedule(HighwayEvent(.chanceOutageBegins, Int32(station)), at: .second(gap))
      }
    }
    for (index, work) in plan.maintenance.enumerated() {
      agenda.schedule(HighwayEvent(.workBegins, Int32(index)), at: .second(work.start))
      agenda.schedule(HighwayEvent(.workEnds, Int32(index)), at: .second(work.end), priority: 1)
    }
    guard plan.hasFailures else { return }
    for charger in chargers.indices {
      agenda.schedule(
        HighwayEvent(.failure, Int32(charger)), after: .seconds(failureLuck(charger, 0).uptime))
    }
  }

  // MARK: - Quarters of an hour

  mutating func tick(_ now: Double, _ agenda: inout Agenda<HighwayEvent>) {
    let clock = plan.startSecond + now
    let next = ((clock / 900 + 1e-9).rounded(.down) + 1) * 900
    for station in stations.indices where plan.stations[station].isCoupled {
      publish(station, at: now)
      settle(station, now)
      closeQuarter(station, now)
      offer(station, from: clock, to: next)
      replan(station, now, &agenda)
    }
    guard now < plan.duration || onRoad > 0 else { return }
    agenda.schedule(HighwayEvent(.tick), at: .second(next - plan.startSecond))
  }

  /// Reads the meter by which the demand charge is billed.
  private mutating func closeQuarter(_ station: Int, _ now: Double) {
    let hours = (now - stations[station].quarterStart) / 3600
    if hours > 0 {
      stations[station].peak = max(stations[station].peak, stations[station].quarterGrid / hours)
    }
    stations[station].quarterGrid = 0
    stations[station].quarterStart = now
  }

  /// Sets what sun, wind, tariff and schedule say for the next quarter.
  private mutating func offer(_ station: Int, from clock: Double, to next: Double) {
    let energy = plan.stationOptions[station].energy
    let hour = Int(clock / 3600)
    let weather = plan.scenario.weather
    let ofDay = clock / 3600 - Double(hour / 24 * 24)
    stations[station].price = plan.scenario.prices.grid.price(at: clock)
    stations[station].intensity = plan.scenario.carbon.intensity(at: clock)
    if energy.solar.peak > 0 {
      stations[station].solar =
        energy.solar.followsWeather
        ? energy.solar.power(
          irradiance: weather.value(\.irradiance, inHour: hour),
          temperature: weather.value(\.temperature, inHour: hour))
        : energy.solar.clearDayPower(from: ofDay, to: ofDay + (next - clock) / 3600)
    }
    if energy.wind.base > 0 {
      stations[station].wind =
        energy.wind.followsWeather
        ? energy.wind.power(windSpeed: weather.value(\.windSpeed, inHour: hour))
        : energy.wind.power(inHour: hour, word: chance.wind.words(station, hour)[0])
    }
    guard !energy.schedule.isEmpty else { return }
    let sinceStart = Int((clock - plan.startSecond) / 3600 + 1e-9)
    stations[station].setpoint = energy.schedule[sinceStart % energy.schedule.count]
  }

  // MARK: - Outages

  private func outageLuck(_ station: Int, _ number: Int) -> (gap: Double, length: Double) {
    let words = chance.outages.words(station, number)
    let outages = plan.scenario.outages
    return (
      -Double.log(1 - words[0].unitInterval) * outages.meanGap * 3600,
      -Double.log(1 - words[1].unitInterval) * outages.meanMinutes * 60
    )
  }

  mutating func loseGrid(_ index: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>) {
    switchGrid(Int(plan.outages[index].station), by: 1, now, &agenda)
  }

  mutating func regainGrid(_ index: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>) {
    switchGrid(Int(plan.outages[index].station), by: -1, now, &agenda)
  }

  /// Events of chance carry the station in the lower and the number of the outage in the upper bits.
  mutating func loseGridByChance(
    _ subject: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>
  ) {
    let (station, number) = (subject & 0x3fff, subject >> 14)
    switchGrid(station, by: 1, now, &agenda)
    agenda.schedule(
      HighwayEvent(.chanceOutageEnds, Int32(subject)),
      after: .seconds(outageLuck(station, number).length))
  }

  mutating func regainGridByChance(
    _ subject: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>
  ) {
    let (station, number) = (subject & 0x3fff, subject >> 14)
    switchGrid(station, by: -1, now, &agenda)
    guard now < plan.duration || onRoad > 0, number < 0x1_fffe else { return }
    agenda.schedule(
      HighwayEvent(.chanceOutageBegins, Int32(station | (number + 1) << 14)),
      after: .seconds(outageLuck(station, number + 1).gap))
  }

  private mutating func switchGrid(
    _ station: Int, by change: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>
  ) {
    publish(station, at: now)
    settle(station, now)
    stations[station].outagesNow += change
    stations[station].gridLimit =
      stations[station].outagesNow > 0 ? 0 : plan.stations[station].gridLimit
    replan(station, now, &agenda)
  }

  // MARK: - Failures

  /// Depends on the number of the charger at its station, so that a station more leaves the others'
  /// luck alone.
  private func failureLuck(_ charger: Int, _ number: Int) -> (uptime: Double, repair: Double) {
    let station = Int(plan.chargers[charger].station)
    let local = charger - Int(plan.stations[station].firstCharger)
    let words = chance.failures.words(station << 20 | local, number)
    let reliability = plan.scenario.reliability
    return (
      -Double.log(1 - words[0].unitInterval) * reliability.meanUptime * 3600,
      -Double.log(1 - words[1].unitInterval) * reliability.meanRepair * 3600
    )
  }

  mutating func fail(_ charger: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>) {
    let station = Int(plan.chargers[charger].station)
    publish(station, at: now)
    settle(station, now)
    let isCounted = chargers[charger].closures > 0 && chargers[charger].vehicle < 0
    chargers[charger].isBroken = true
    if !isCounted { stations[station].broken += 1 }
    let number = Int(chargers[charger].failures)
    log.note(
      .failed, at: now, vehicle: charger, station: Int32(station), charger: Int32(charger))
    agenda.schedule(
      HighwayEvent(.repair, Int32(charger)), after: .seconds(failureLuck(charger, number).repair))
    let slot = Int(chargers[charger].vehicle)
    if slot >= 0 { interrupt(slot, at: station, now, &agenda) }
    replan(station, now, &agenda)
  }

  /// Sends a car whose charger failed to the front of the line, or to another charger.
  private mutating func interrupt(
    _ slot: Int, at station: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>
  ) {
    if !plan.isPhysical {
      agenda.cancel(vehicles[slot].ticket)
      vehicles[slot].service -= now - vehicles[slot].begun
    } else if !plan.stations[station].isCoupled {
      agenda.cancel(vehicles[slot].ticket)
      vehicles[slot].energy = sessionEnergy(slot, at: now)
      bookIndependentSession(slot, now)
    }
    release(slot, .interrupted, now)
    vehicles[slot].joined = now
    stations[station].account.visits += 1
    if let other = freeCharger(for: slot, at: station) {
      begin(slot, on: other, now, &agenda)
    } else {
      wait(slot, at: station, urgency: -2e9, now, &agenda)
    }
  }

  mutating func repair(_ charger: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>) {
    let station = Int(plan.chargers[charger].station)
    publish(station, at: now)
    settle(station, now)
    chargers[charger].isBroken = false
    chargers[charger].failures += 1
    log.note(
      .repaired, at: now, vehicle: charger, station: Int32(station), charger: Int32(charger))
    if chargers[charger].closures == 0 {
      stations[station].broken -= 1
      serveNext(on: charger, now, &agenda)
    }
    replan(station, now, &agenda)
    guard now < plan.duration || onRoad > 0 else { return }
    let number = Int(chargers[charger].failures)
    agenda.schedule(
      HighwayEvent(.failure, Int32(charger)), after: .seconds(failureLuck(charger, number).uptime))
  }

  // MARK: - Planned work

  mutating func close(_ index: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>) {
    let charger = Int(plan.maintenance[index].charger)
    let station = Int(plan.chargers[charger].station)
    publish(station, at: now)
    chargers[charger].closures += 1
    guard chargers[charger].closures == 1 else { return }
    log.note(
      .failed, at: now, vehicle: charger, station: Int32(station), charger: Int32(charger), 1)
    // Who charges may finish.
    let isFree = chargers[charger].vehicle < 0 && !chargers[charger].isBroken
    if isFree { stations[station].broken += 1 }
  }

  mutating func reopen(_ index: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>) {
    let charger = Int(plan.maintenance[index].charger)
    let station = Int(plan.chargers[charger].station)
    publish(station, at: now)
    chargers[charger].closures -= 1
    guard chargers[charger].closures == 0 else { return }
    log.note(
      .repaired, at: now, vehicle: charger, station: Int32(station), charger: Int32(charger), 1)
    guard chargers[charger].vehicle < 0, !chargers[charger].isBroken else { return }
    settle(station, now)
    stations[station].broken -= 1
    serveNext(on: charger, now, &agenda)
    replan(station, now, &agenda)
  }
}
