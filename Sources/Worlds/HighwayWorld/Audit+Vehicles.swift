import ChargingModels
import Numerics

extension Audit {
  mutating func read(_ entry: EventLog.Entry) {
    switch entry.kind {
    case .entered:
      reading.arrived += 1
      brought += entry.energy
      if entry.vehicle != trails.count {
        complain("vehicles are not numbered in order", entry.time)
      }
      trails.append(
        Trail(since: entry.time, energy: entry.energy, type: Int(entry.b) & 0xff))
    case .reached: use(entry)
    case .asked: ask(entry)
    case .started: start(entry)
    case .finished, .cutShort, .interrupted: stop(entry)
    case .abandoned:
      reading.stations[Int(entry.station)].abandoned += 1
      endWait(entry)
      turn(entry.vehicle, to: .driving, entry.time)
    case .denied: reading.stations[Int(entry.station)].denied += 1
    case .balked: reading.stations[Int(entry.station)].balked += 1
    case .atRisk: reading.atRisk += 1
    case .exited:
      reading.completed += 1
      leave(entry)
    case .stranded:
      reading.stranded += 1
      reading.strandedByCause[Int(entry.b)] += 1
      leave(entry)
    case .failed, .repaired: break
    case .left: readLeft(entry)
    }
  }

  /// What is missing in the battery since the last entry was used on the road.
  mutating func use(_ entry: EventLog.Entry) {
    let vehicle = entry.vehicle
    guard trails[vehicle].isThere, trails[vehicle].phase == .driving else {
      complain("vehicle \(vehicle) drives although it does not", entry.time)
      return
    }
    consumed += trails[vehicle].energy - entry.energy
    trails[vehicle].energy = entry.energy
    let floor = plan.strandedAt * plan.types[trails[vehicle].type].capacity
    if entry.energy < floor - 1e-6 { complain("a battery is below its reserve", entry.time) }
  }

  mutating func turn(_ vehicle: Int, to phase: VehiclePhase, _ time: Double) {
    let spent = time - trails[vehicle].since
    switch trails[vehicle].phase {
    case .driving: driving.add(spent)
    case .waiting: waiting.add(spent)
    case .charging: charging.add(spent)
    }
    trails[vehicle].since = time
    trails[vehicle].phase = phase
  }

  mutating func ask(_ entry: EventLog.Entry) {
    reading.stations[Int(entry.station)].visits += 1
    trails[entry.vehicle].asked = entry.time
  }

  mutating func start(_ entry: EventLog.Entry) {
    let (vehicle, station) = (entry.vehicle, Int(entry.station))
    let minutes = (entry.time - trails[vehicle].asked) / 60
    reading.stations[station].started += 1
    if minutes > 0 { reading.stations[station].delayed += 1 }
    waits.append(
      ServedWait(minutes: minutes, station: entry.station, vehicle: Int32(vehicle)))
    // The log does not say when somebody joins a line: it is when they asked and did not start.
    if minutes > 0 {
      turn(vehicle, to: .waiting, trails[vehicle].asked)
      endWait(entry)
    }
    turn(vehicle, to: .charging, entry.time)
    trails[vehicle].start = entry.time
    trails[vehicle].startEnergy = entry.energy
    trails[vehicle].goal = entry.a
    trails[vehicle].share = entry.b
    trails[vehicle].charger = Int(entry.charger)
    if (entry.energy - trails[vehicle].energy).magnitude > 1e-9 {
      complain("a battery changed while waiting", entry.time)
    }
  }

  mutating func endWait(_ entry: EventLog.Entry) {
    let vehicle = entry.vehicle
    if trails[vehicle].phase != .waiting { turn(vehicle, to: .waiting, trails[vehicle].asked) }
    sums[Int(entry.station)].waitingSeconds.add(entry.time - trails[vehicle].asked)
  }

  mutating func stop(_ entry: EventLog.Entry) {
    let (vehicle, station) = (entry.vehicle, Int(entry.station))
    turn(vehicle, to: .driving, entry.time)
    sums[station].busySeconds.add(entry.time - trails[vehicle].start)
    sums[station].income.add(entry.a)
    bookSession(vehicle, station: station, energy: entry.energy, entry.time)
    checkPay(entry)
    trails[vehicle].energy = entry.energy
    switch entry.kind {
    case .finished:
      reading.stops += 1
      reading.stations[station].finished += 1
      if plan.isPhysical, (entry.energy - trails[vehicle].goal).magnitude > 1e-9 {
        complain("a session is finished but not at its goal", entry.time)
      }
    case .cutShort: reading.stations[station].cutShort += 1
    default:
      // Waits again, in front.
      reading.stations[station].interrupted += 1
      reading.stations[station].visits += 1
      trails[vehicle].asked = entry.time
    }
  }

  mutating func checkPay(_ entry: EventLog.Entry) {
    guard plan.isPhysical else { return }
    let trail = trails[entry.vehicle]
    let gained = entry.energy - trail.startEnergy
    let due =
      gained * plan.stationOptions[Int(entry.station)].price
      + (entry.time - trail.start) / 3600 * plan.scenario.prices.connection
    if (due - entry.a).magnitude > 1e-9 * max(1, due) {
      complain("a driver paid \(entry.a) instead of \(due)", entry.time)
    }
    if gained < -1e-9 { complain("a car lost energy at a charger", entry.time) }
  }

  /// Books what a car got at a charger: into cars always, from the grid where the station is not coupled.
  mutating func bookSession(
    _ vehicle: Int, station: Int, energy: Double, _ time: Double
  ) {
    let trail = trails[vehicle]
    let gained = energy - trail.startEnergy
    charged += gained
    sums[station].toCars.add(gained)
    guard plan.isPhysical, !plan.stations[station].isCoupled else { return }
    let charger = plan.chargers[trail.charger]
    sums[station].drawn.add(gained / charger.efficiency)
    sums[station].grid.add(gained / charger.efficiency)
    // The bill hour by hour, from the staircase.
    let tariff = plan.scenario.prices.grid
    let ready = trail.start + plan.scenario.service.plugTime * 60
    var level = trail.startEnergy
    var from = ready
    while from < time {
      let border = tariff.nextHour(after: plan.startSecond + from) - plan.startSecond
      let to = min(border, time)
      let next =
        to == time
        ? energy
        : plan.staircase.energy(
          after: to - ready, curve: trail.type, from: trail.startEnergy, to: trail.goal,
          capacity: plan.types[trail.type].capacity, limit: charger.power, derating: trail.share)
      let drawn = (next - level) / charger.efficiency
      let clock = plan.startSecond + from
      sums[station].bill.add(drawn * tariff.price(at: clock))
      sums[station].emitted.add(drawn * plan.scenario.carbon.intensity(at: clock))
      level = next
      from = to
    }
  }

  mutating func leave(_ entry: EventLog.Entry) {
    use(entry)
    turn(entry.vehicle, to: .driving, entry.time)
    takenOut += entry.energy
    trails[entry.vehicle].isThere = false
  }

  mutating func readLeft(_ entry: EventLog.Entry) {
    let vehicle = entry.vehicle
    let station = Int(entry.station)
    switch VehiclePhase(rawValue: UInt8(entry.b)) ?? .driving {
    case .driving:
      reading.driving += 1
      use(entry)
      turn(vehicle, to: .driving, entry.time)
    case .waiting:
      reading.waiting += 1
      reading.stations[station].waiting += 1
      endWait(entry)
      turn(vehicle, to: .waiting, entry.time)
    case .charging:
      reading.charging += 1
      reading.stations[station].charging += 1
      turn(vehicle, to: .charging, entry.time)
      sums[station].busySeconds.add(entry.time - trails[vehicle].start)
      bookSession(vehicle, station: station, energy: entry.energy, entry.time)
    }
    takenOut += entry.energy
    trails[vehicle].isThere = false
  }
}
