import ChargingModels
import EventSimulation
import Numerics
import Quantities

/// One equation of the books: two sums that were counted on different ways and must be equal.
public struct BookLine: Sendable, Equatable {
  /// Which book.
  public let book: Book
  /// What is equal, such as "entered = completed + stranded + on the road".
  public let name: String
  /// One side.
  public let left: Double
  /// The other side.
  public let right: Double

  /// The four books.
  public enum Book: String, Sendable, CaseIterable {
    case vehicles, minutes
    case energy = "kWh"
    case money
  }

  /// By how much the two sides differ.
  public var residual: Double { left - right }

  /// Whether they differ by more than a billionth of what was turned over.
  public var isBalanced: Bool {
    residual.magnitude <= 1e-9 * max(1, left.magnitude, right.magnitude)
  }
}

/// A book that does not close: a mistake of the program.
public struct BooksFailure: Error, Equatable, Sendable {
  /// The first equation that does not hold.
  public let line: BookLine
}

extension HighwayModel {
  /// Returns all equations of the books at a moment from the last event on and before the next.
  public func books(at time: Double) -> [BookLine] {
    let present = vehicles.indices.filter { vehicles[$0].isPresent }
    let reading = reading(at: time)
    return vehicleBook(present.count, reading) + minuteBook(present, reading)
      + energyBook(present, reading) + moneyBook(present, reading)
  }

  private func vehicleBook(_ present: Int, _ reading: HighwayReading) -> [BookLine] {
    func line(_ name: String, _ left: Int, _ right: Int) -> BookLine {
      BookLine(book: .vehicles, name: name, left: Double(left), right: Double(right))
    }
    return [
      line(
        "entered = completed + stranded + on the road", reading.arrived,
        reading.completed + reading.stranded + present),
      line(
        "on the road = driving + waiting + charging", present,
        reading.driving + reading.waiting + reading.charging),
      line(
        "stranded = sum of the causes", reading.stranded, reading.strandedByCause.reduce(0, +)),
      line(
        "visits = started + denied + balked + abandoned + waiting", reading.total(\.visits),
        reading.total(\.started) + reading.total(\.denied) + reading.total(\.balked)
          + reading.total(\.abandoned) + reading.total(\.waiting)),
      line(
        "sessions = finished + cut short + interrupted + charging", reading.total(\.started),
        reading.total(\.finished) + reading.total(\.cutShort) + reading.total(\.interrupted)
          + reading.total(\.charging)),
    ]
  }

  private func minuteBook(_ present: [Int], _ reading: HighwayReading) -> [BookLine] {
    func own(
      _ gone: CompensatedSum, _ phase: VehiclePhase, _ watch: KeyPath<Vehicle, Double>
    ) -> Double {
      var sum = gone
      for slot in present {
        sum.add(vehicles[slot][keyPath: watch])
        if vehicles[slot].phase == phase { sum.add(reading.time - vehicles[slot].since) }
      }
      return sum.value / 60
    }
    func line(_ name: String, _ left: Double, _ right: Double) -> BookLine {
      BookLine(book: .minutes, name: name, left: left, right: right)
    }
    let driving = own(road.drivingSeconds, .driving, \.drivingSeconds)
    let waiting = own(road.waitingSeconds, .waiting, \.waitingSeconds)
    let charging = own(road.chargingSeconds, .charging, \.chargingSeconds)
    var trips = road.tripSeconds
    for slot in present { trips.add(reading.time - vehicles[slot].entered) }
    return [
      line("driving: integral = own watches", reading.drivingHours * 60, driving),
      line("waiting: integral = own watches", reading.waitingHours * 60, waiting),
      line("charging: integral = own watches", reading.chargingHours * 60, charging),
      line(
        "time on the road = driving + waiting + charging", trips.value / 60,
        driving + waiting + charging),
      line("waiting: stations = road", reading.total(\.waitingHours) * 60, waiting),
      line("charging: stations = road", reading.total(\.busyHours) * 60, charging),
    ]
  }

  private func energyBook(_ present: [Int], _ reading: HighwayReading) -> [BookLine] {
    var (used, left, charged) = (road.consumed, road.takenOut, road.charged)
    for slot in present {
      let energy = position(of: slot, at: reading.time).energy
      left.add(energy)
      used.add(vehicles[slot].consumed)
      charged.add(vehicles[slot].charged)
      switch vehicles[slot].phase {
      case .driving: used.add(vehicles[slot].energy - energy)
      case .charging: charged.add(energy - vehicles[slot].arrivedEnergy)
      case .waiting: break
      }
    }
    func line(_ name: String, _ left: Double, _ right: Double) -> BookLine {
      BookLine(book: .energy, name: name, left: left, right: right)
    }
    let meters = reading.stations
    var lines = [
      line(
        "brought in + charged = driven + taken out + in batteries",
        road.brought.value + charged.value, used.value + left.value),
      line("charged by cars = given by chargers", charged.value, reading.total(\.toCars)),
    ]
    for (index, meter) in meters.enumerated() {
      lines.append(
        line(
          "station \(index): grid + sun + wind + battery out = cars + battery in + export",
          meter.grid + meter.solarUsed + meter.windUsed + meter.batteryOut,
          meter.drawn + meter.batteryIn + meter.export))
      let efficiency = plan.stations[index].dispatch.efficiency
      lines.append(
        line(
          "station \(index): battery = start + in × efficiency − out / efficiency", meter.stored,
          plan.stations[index].initialStored + meter.batteryIn * efficiency
            - meter.batteryOut / efficiency))
      if let single = plan.singleEfficiency(ofStation: index) {
        lines.append(
          line(
            "station \(index): into cars = drawn × efficiency", meter.toCars, meter.drawn * single))
      }
    }
    return lines
  }

  private func moneyBook(_ present: [Int], _ reading: HighwayReading) -> [BookLine] {
    var paid = road.paid
    for slot in present { paid.add(vehicles[slot].paid) }
    return [
      BookLine(
        book: .money, name: "paid by drivers = taken by stations", left: paid.value,
        right: reading.total(\.income))
    ]
  }
}

extension HighwayPlan {
  /// The efficiency of a station's chargers, if they all have the same.
  func singleEfficiency(ofStation index: Int) -> Double? {
    let place = stations[index]
    let own = chargers[Int(place.firstCharger)..<Int(place.endCharger)].map(\.efficiency)
    guard let first = own.first, own.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}
