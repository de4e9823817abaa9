import ChargingModels
import EventSimulation
import Numerics
import Quantities

extension HighwayModel {
  /// Speed and consumption on the links of one surface.
  struct Pace {
    var surface: Int32 = -1
    /// km/h.
    var speed = 0.0
    /// kWh/km.
    var rate = 0.0
  }

  /// What holds during one leg: the weather and the traffic of its beginning.
  struct Conditions {
    let weather: RoadWeather
    let share: Double

    @inline(__always)
    init(_ plan: HighwayPlan, _ now: Double) {
      weather = plan.weather(at: now)
      share = plan.speedShares[plan.hour(at: now) % 24]
    }
  }

  /// Returns how a vehicle drives on a surface.
  ///
  /// The wished speed, but at most 10 km/h above the limit, times the style of driving, between 20 km/h
  /// and 20 above the limit, and never beyond what the vehicle can do or traffic leaves.
  func pace(_ slot: Int, on surface: Int32, _ conditions: Conditions) -> Pace {
    let road = plan.surfaces[Int(surface)]
    let type = Int(vehicles[slot].type)
    let wish = min(vehicles[slot].speed, road.limit + 10) * vehicles[slot].style
    let speed =
      min(max(wish, 20), road.limit + 20, plan.types[type].topSpeed) * conditions.share
    guard plan.isPhysical else { return Pace(surface: surface, speed: speed, rate: 0) }
    let isForward = vehicles[slot].step > 0
    var weather = conditions.weather
    if !isForward { weather.headwind = -weather.headwind }
    let rate =
      plan.types[type].body.consumption(
        at: speed, slope: isForward ? road.slope : -road.slope, in: weather)
      + plan.types[type].batteryHeating(at: weather.temperature) / speed
    return Pace(
      surface: surface, speed: speed,
      rate: rate > 0 ? rate * vehicles[slot].factor : rate)
  }

  /// The station at a node that a vehicle can drive into and that has its plug.
  @inline(__always)
  func station(at node: Int32, for slot: Int) -> Int? {
    let place = plan.nodes[Int(node)]
    let station = Int(vehicles[slot].step > 0 ? place.forward : place.backward)
    guard station >= 0 else { return nil }
    let plug = plan.types[Int(vehicles[slot].type)].plug
    guard plan.stations[station].plugs & plug != 0 || !plan.isPhysical else { return nil }
    return station
  }

  /// Drives to the next station, the exit, or as far as the battery lasts.
  mutating func setOff(_ slot: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>) {
    let conditions = Conditions(plan, now)
    let (exit, step) = (vehicles[slot].exit, vehicles[slot].step)
    let isFirst = vehicles[slot].kilometres == 0
    let (full, reserve) = (vehicles[slot].capacity, vehicles[slot].reserve)
    var node = vehicles[slot].node
    var pace = Pace()
    var (length, seconds) = (0.0, 0.0)
    var energy = vehicles[slot].energy
    var isStranded = false
    var firstRate = 0.0
    while node != exit {
      let link = plan.links[Int(step > 0 ? node : node - 1)]
      if link.surface != pace.surface {
        pace = self.pace(slot, on: link.surface, conditions)
        if length == 0 { firstRate = pace.rate }
      }
      let use = link.length * pace.rate
      if use > 0, energy - use < reserve {
        let rest = max(energy - reserve, 0) / pace.rate
        length += rest
        seconds += rest / pace.speed * 3600
        energy = min(energy, reserve)
        isStranded = true
        break
      }
      length += link.length
      seconds += link.length / pace.speed * 3600
      // A full battery takes nothing more downhill.
      energy = min(energy - use, max(full, energy))
      node += step
      if station(at: node, for: slot) != nil { break }
    }
    if firstRate > 0 { watchRange(slot, rate: firstRate, to: node, length, isStranded, now) }
    vehicles[slot].isHopeless = isFirst && isStranded
    vehicles[slot].legEnd = node
    vehicles[slot].legLength = length
    vehicles[slot].legSeconds = seconds
    vehicles[slot].legEnergy = vehicles[slot].energy - energy
    vehicles[slot].station = -1
    vehicles[slot].booked = now
    agenda.schedule(
      HighwayEvent(isStranded ? .strand : .reach, Int32(slot)), after: .seconds(seconds))
  }

  /// Notes when a range begins to be less than 1.2 times the way to the next station.
  ///
  /// Along a leg the range minus 1.2 times the way grows, so it can only begin at the start of one.
  private mutating func watchRange(
    _ slot: Int, rate: Double, to node: Int32, _ length: Double, _ isStranded: Bool, _ now: Double
  ) {
    let range = (vehicles[slot].energy - vehicles[slot].reserve) / rate
    let isAtRisk = isStranded || range < 1.2 * length
    defer { vehicles[slot].isAtRisk = isAtRisk }
    guard isAtRisk, !vehicles[slot].isAtRisk else { return }
    road.atRisk += 1
    log.note(
      .atRisk, at: now, vehicle: vehicles[slot].number, energy: vehicles[slot].energy, range, length
    )
  }

  /// Books the leg that a vehicle has driven.
  private mutating func arriveAtLegEnd(_ slot: Int) {
    vehicles[slot].energy -= vehicles[slot].legEnergy
    vehicles[slot].consumed += vehicles[slot].legEnergy
    vehicles[slot].kilometres += vehicles[slot].legLength
    vehicles[slot].legEnergy = 0
    vehicles[slot].legLength = 0
    vehicles[slot].legSeconds = 0
  }

  mutating func reach(_ slot: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>) {
    arriveAtLegEnd(slot)
    vehicles[slot].node = vehicles[slot].legEnd
    let node = vehicles[slot].node
    guard node != vehicles[slot].exit else {
      complete(slot, now)
      return
    }
    guard let station = station(at: node, for: slot) else {
      setOff(slot, now, &agenda)
      return
    }
    log.note(
      .reached, at: now, vehicle: vehicles[slot].number, station: Int32(station),
      energy: vehicles[slot].energy, plan.nodes[Int(node)].position)
    look(slot, at: station, now, &agenda)
  }

  private mutating func complete(_ slot: Int, _ now: Double) {
    road.completed += 1
    log.note(
      .exited, at: now, vehicle: vehicles[slot].number, energy: vehicles[slot].energy,
      plan.nodes[Int(vehicles[slot].node)].position)
    remove(slot, now)
  }

  mutating func strand(_ slot: Int, _ now: Double) {
    let start = plan.nodes[Int(vehicles[slot].node)].position
    let position = start + Double(vehicles[slot].step) * vehicles[slot].legLength
    arriveAtLegEnd(slot)
    let cause: StrandingCause =
      vehicles[slot].isHopeless ? .infeasible : vehicles[slot].setback
    road.strandedAll += 1
    road.stranded[Int(cause.rawValue)] += 1
    let last = station(at: vehicles[slot].node, for: slot)
    strandings.append(
      Stranding(
        vehicle: vehicles[slot].number, time: now, position: position, cause: cause,
        type: Int(vehicles[slot].type), driver: Int(vehicles[slot].driver),
        initialCharge: vehicles[slot].initialEnergy / vehicles[slot].capacity,
        stops: Int(vehicles[slot].stops), lastStation: last ?? -1))
    log.note(
      .stranded, at: now, vehicle: vehicles[slot].number, energy: vehicles[slot].energy, position,
      Double(cause.rawValue))
    remove(slot, now)
  }
}
