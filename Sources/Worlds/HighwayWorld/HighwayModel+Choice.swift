import ChargingModels
import EventSimulation
import Numerics
import Randomness

extension HighwayModel {
  /// What a driver does at a station.
  enum Decision {
    case drivesOn
    case stops
    /// Stops because the next station is out of reach.
    case mustStop
  }

  /// The way to the end of a trip, or to the next station.
  struct Way {
    var energy = 0.0
    var length = 0.0
    var seconds = 0.0
  }

  /// A driver comes to a station and decides.
  mutating func look(
    _ slot: Int, at station: Int, _ now: Double, _ agenda: inout Agenda<HighwayEvent>
  ) {
    switch decide(slot, at: station, now) {
    case .drivesOn: setOff(slot, now, &agenda)
    case .stops: ask(slot, at: station, mustStop: false, now, &agenda)
    case .mustStop: ask(slot, at: station, mustStop: true, now, &agenda)
    }
  }

  /// Sees where one could charge next, in order, and how far the exit is.
  mutating func lookAhead(_ slot: Int, _ now: Double, onlyNext: Bool) -> Way {
    let conditions = Conditions(plan, now)
    let (exit, step) = (vehicles[slot].exit, vehicles[slot].step)
    var node = vehicles[slot].node
    var pace = Pace()
    var way = Way()
    prospects.removeAll(keepingCapacity: true)
    while node != exit {
      let link = plan.links[Int(step > 0 ? node : node - 1)]
      if link.surface != pace.surface { pace = self.pace(slot, on: link.surface, conditions) }
      way.energy += link.length * pace.rate
      way.length += link.length
      way.seconds += link.length / pace.speed * 3600
      node += step
      guard node != exit, let station = station(at: node, for: slot) else { continue }
      prospects.append(
        Prospect(
          station: Int32(station), energy: way.energy, length: way.length, seconds: way.seconds))
      if onlyNext { break }
    }
    return way
  }

  /// Decides whether to charge at a station.
  mutating func decide(_ slot: Int, at station: Int, _ now: Double) -> Decision {
    guard plan.isPhysical else { return .stops }
    let compares = plan.scenario.choice.model == .compare
    let end = lookAhead(slot, now, onlyNext: !compares)
    let next =
      prospects.first.map { Way(energy: $0.energy, length: $0.length, seconds: $0.seconds) } ?? end
    let usable = vehicles[slot].energy - vehicles[slot].reserve
    guard usable >= 1.02 * next.energy else { return .mustStop }
    let type = plan.types[Int(vehicles[slot].type)]
    let driven = vehicles[slot].sinceRest + (now - vehicles[slot].since)
    if driven + next.seconds > type.restAfter { return .stops }
    let rate = max(next.energy / next.length, 1e-6)
    let decision =
      compares
      ? compare(slot, at: station, usable: usable, end: end, rate: rate, now)
      : firstNeed(slot, usable: usable, next: next.length, rate: rate)
    guard decision != .drivesOn, !hasPower(station) else { return decision }
    // Nobody waits at a dark station who can go on.
    vehicles[slot].setback = .outage
    return .drivesOn
  }

  /// Stops where the next station would be too far, at the wished speed with a sixth to spare.
  private func firstNeed(_ slot: Int, usable: Double, next: Double, rate: Double) -> Decision {
    let range = usable / rate
    if range / 1.15 < next + 20 { return .mustStop }
    let level = vehicles[slot].energy / vehicles[slot].capacity
    let needs =
      level <= 0.15 || level < vehicles[slot].minimum || range - vehicles[slot].buffer < next
    return needs ? .stops : .drivesOn
  }

  /// Stops where the sum of waiting, charging, paying and stopping again costs least.
  ///
  /// A logit choice among this station and those ahead that can be reached with the driver's buffer:
  /// each has a cost in minutes and a taste of this driver for this station, Gumbel distributed.
  private mutating func compare(
    _ slot: Int, at station: Int, usable: Double, end: Way, rate: Double, _ now: Double
  ) -> Decision {
    let level = vehicles[slot].energy / vehicles[slot].capacity
    guard level > vehicles[slot].minimum else { return .stops }
    let buffer = vehicles[slot].buffer * rate
    guard usable - end.energy < buffer else { return .drivesOn }
    var tastes = Tastes(key: chance.tastes, vehicle: vehicles[slot].number, scale: plan.taste)
    let here =
      cost(
        slot, at: station, stations[station].live(plan.stations[station]),
        energy: vehicles[slot].energy, toEnd: end.energy, buffer: buffer) - tastes[station]
    for index in prospects.indices {
      let prospect = prospects[index]
      guard usable - prospect.energy >= buffer else { break }
      let other = Int(prospect.station)
      // Read first: as an argument it would copy the whole road.
      let published = board(of: other, now)
      let there =
        cost(
          slot, at: other, published,
          energy: vehicles[slot].energy - prospect.energy,
          toEnd: end.energy - prospect.energy, buffer: buffer) - tastes[other]
      if there < here { return .drivesOn }
    }
    return .stops
  }

  /// Returns what a stop costs, in minutes.
  private func cost(
    _ slot: Int, at station: Int, _ board: StationBoard, energy: Double, toEnd: Double,
    buffer: Double
  ) -> Double {
    let choice = plan.scenario.choice
    let place = plan.stations[station]
    guard board.hasPower else { return 1e6 }
    let servers = Double(place.endCharger - place.firstCharger)
    let wait =
      board.free > 0 ? 0 : (Double(board.waiting) + 1) / servers * choice.expectedSession
    let capacity = vehicles[slot].capacity
    let goal = max(vehicles[slot].target * capacity, energy)
    let charging =
      plan.staircase.seconds(
        curve: Int(vehicles[slot].type), from: energy, to: goal, capacity: capacity,
        limit: place.bestPower) / 60
    let money = (goal - energy) * place.price * vehicles[slot].priceWeight
    let reserve = vehicles[slot].reserve + buffer
    let full = max(vehicles[slot].target * capacity - reserve, 1)
    let stopsLater = max(((toEnd + reserve - goal) / full).rounded(.up), 0)
    // A stop more costs what leaving the road and plugging in take, and charging once more.
    return wait + charging + money / choice.valueOfTime * 60 + stopsLater * 15
  }

  // MARK: - What is known of stations

  /// Whether a station has any power to give.
  func hasPower(_ station: Int) -> Bool {
    guard plan.stations[station].isCoupled else { return true }
    return stations[station].live(plan.stations[station]).hasPower
  }

  /// Brings what is published up to the last full interval, before the station changes.
  @inline(__always)
  mutating func publish(_ station: Int, at now: Double) {
    let interval = plan.scenario.choice.informationDelay * 60
    guard interval > 0 else { return }
    let epoch = Int(now / interval)
    guard epoch > stations[station].boardEpoch || now == 0 else { return }
    stations[station].boardEpoch = epoch
    stations[station].board = stations[station].live(plan.stations[station])
  }

  /// Returns what is published of a station.
  mutating func board(of station: Int, _ now: Double) -> StationBoard {
    guard plan.scenario.choice.informationDelay > 0 else {
      return stations[station].live(plan.stations[station])
    }
    publish(station, at: now)
    return stations[station].board
  }
}

/// One driver's liking of each station in minutes, Gumbel distributed; four stations share a block of
/// random words.
private struct Tastes {
  let key: RandomKey
  let vehicle: Int
  let scale: Double
  var words = SIMD4<UInt64>.zero
  var block = -1

  init(key: RandomKey, vehicle: Int, scale: Double) {
    self.key = key
    self.vehicle = vehicle
    self.scale = scale
  }

  subscript(station: Int) -> Double {
    mutating get {
      if station >> 2 != block {
        block = station >> 2
        words = key.words(vehicle, block)
      }
      return -scale * Double.log(-Double.log(words[station & 3].unitInterval))
    }
  }
}

extension StationState {
  /// What one sees standing there.
  func live(_ plan: StationPlan) -> StationBoard {
    let servers = Int(plan.endCharger - plan.firstCharger)
    let hasPower =
      gridLimit > 0 || solar + wind > 0
      || stored > plan.dispatch.lowest + 1e-9 * plan.dispatch.capacity
    return StationBoard(
      free: Int32(servers - busy - broken), waiting: Int32(clamping: waiting), hasPower: hasPower)
  }
}
