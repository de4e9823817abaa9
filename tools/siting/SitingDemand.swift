import HighwayWorld

/// What cars ask of stations, had they no others than two neighbours.
///
/// Each car brings energy, and makes as many sessions as it takes full ones to cover what else its trip needs. Its first
/// session may be anywhere before what it brought ends, each further one where what the one before gave is
/// used up; within these stretches every kilometre of driving is as good as another, for drivers follow price, wait and
/// taste. Who would charge at a place goes to the nearest station, and before the first or beyond the last one
/// to that. So where a car charges follows from the neighbours of a station alone.
///
/// A car is towed over a way that it cannot drive with a full battery and its driver's buffer, and one that
/// has just entered with what it brings; it goes on at the end of that way.
package struct SitingDemand {
  /// The places of the road that are looked at, in km, from its start to its end.
  package let places: [Double]
  /// What falls to the lower and to the higher one of two neighbours of what is asked between them.
  private var lower: [Charging]
  private var higher: [Charging]
  /// Cars per hour that must be towed, and that drive some of the way, by two places.
  private var towed: [Double]
  private var driving: [Double]
  /// Cars per hour.
  package private(set) var carsPerHour = 0.0
  /// The mean length of sessions in hours.
  package private(set) var meanSession = 0.0

  /// Sessions per hour, the chargers that they keep busy, and their energy in kWh per hour.
  package struct Charging: Equatable {
    package var sessions = 0.0
    package var load = 0.0
    package var energy = 0.0

    package static func + (one: Charging, other: Charging) -> Charging {
      Charging(
        sessions: one.sessions + other.sessions, load: one.load + other.load,
        energy: one.energy + other.energy)
    }

    package static func * (one: Charging, factor: Double) -> Charging {
      Charging(
        sessions: one.sessions * factor, load: one.load * factor, energy: one.energy * factor)
    }
  }

  /// Adds up what cars ask, each of which stands for so many per hour.
  ///
  /// - Parameters:
  ///   - cars: The cars.
  ///   - places: The places in which they know what they have used.
  ///   - share: What one of them stands for.
  package init(_ cars: [SampledCar], places: [Double], carsPerHour share: Double) {
    self.places = places
    let cells = places.count * places.count
    lower = Array(repeating: Charging(), count: cells)
    higher = lower
    towed = Array(repeating: 0, count: cells)
    driving = towed
    var sessions = 0.0
    var hours = 0.0
    for car in cars {
      carsPerHour += share
      let wish = CarWish(car, places)
      sessions += wish.sessions
      hours += wish.sessions * car.hours
      add(wish, car, share)
    }
    meanSession = sessions > 0 ? hours / sessions : 0.5
  }

  private mutating func add(_ wish: CarWish, _ car: SampledCar, _ share: Double) {
    let last = places.count - 1
    let session = Charging(sessions: 1, load: car.hours, energy: car.session)
    for low in 0..<last {
      for high in (low + 1)...last {
        guard max(low, wish.first) < min(high, wish.last) else { continue }
        let cell = cell(low, high)
        driving[cell] += share
        if wish.isTowed(low, high) { towed[cell] += share }
        guard wish.sessions > 0 else { continue }
        let (from, to) = (wish.made[low], wish.made[high])
        // At the ends of the road there is no station.
        let middle = low == 0 ? from : high == last ? to : wish.madeHalfWay(low, high)
        lower[cell] = lower[cell] + session * (share * (middle - from).magnitude)
        higher[cell] = higher[cell] + session * (share * (to - middle).magnitude)
      }
    }
  }

  private func cell(_ low: Int, _ high: Int) -> Int { low * places.count + high }

  /// What a station gives between its neighbours; at the road's ends there is none.
  package func charging(before: Int, at place: Int, after: Int) -> Charging {
    lower[cell(place, after)] + higher[cell(before, place)]
  }

  /// Cars per hour that must be towed between two places that are neighbours.
  package func towed(_ low: Int, _ high: Int) -> Double { towed[cell(low, high)] }

  /// The share of the cars that drive some of the way between two neighbours that must be towed.
  package func towedShare(_ low: Int, _ high: Int) -> Double {
    driving[cell(low, high)] > 0 ? towed[cell(low, high)] / driving[cell(low, high)] : 0
  }

  /// What is asked between each place and the next.
  package var wishes: [Charging] {
    places.indices.dropLast().map { lower[cell($0, $0 + 1)] + higher[cell($0, $0 + 1)] }
  }
}

/// Where one car would charge along its trip.
private struct CarWish {
  /// The places where its trip begins and ends, the lower first.
  let first: Int
  let last: Int
  /// How many sessions it makes.
  let sessions: Double
  private let car: SampledCar
  /// How many of them it would have made on its way to each place.
  private(set) var made: [Double] = []
  private let places: [Double]
  private let entry: Double
  /// What it may use before the first session, and between two others, in kWh.
  private let start: Double
  private let step: Double

  init(_ car: SampledCar, _ places: [Double]) {
    (self.car, self.places) = (car, places)
    let (low, high) = (min(car.from, car.to), max(car.from, car.to))
    first = places.firstIndex { $0 >= low } ?? 0
    last = places.lastIndex { $0 <= high } ?? 0
    entry = car.used[car.isForward ? first : last]
    let way = car.used[car.isForward ? last : first] - entry
    // Who brings hardly more than the buffer charges at once: on the first hundredth of a session.
    start = max(car.brought - car.buffer, 0.01 * car.session)
    let need = way - start
    sessions = need > 0 ? (need / car.session).rounded(.up) : 0
    step = sessions > 0 ? need / sessions : 1
    made = places.indices.map { made(used: car.used[min(max($0, first), last)]) }
  }

  private func made(used: Double) -> Double {
    let way = min(max(used - entry, 0), start + max(sessions - 1, 0) * step)
    return way < start ? way / start : 1 + (way - start) / step
  }

  /// How many sessions it would have made up to the middle between two places.
  func madeHalfWay(_ low: Int, _ high: Int) -> Double {
    let middle = 0.5 * (places[low] + places[high])
    guard middle > places[first] else { return made[first] }
    guard middle < places[last] else { return made[last] }
    var (before, after) = (max(low, first), min(high, last))
    while after - before > 1 {
      let between = (before + after) / 2
      if places[between] <= middle { before = between } else { after = between }
    }
    let share = (middle - places[before]) / (places[after] - places[before])
    return made(used: car.used[before] + share * (car.used[after] - car.used[before]))
  }

  /// Whether it cannot drive the way between two places, as far as its trip goes.
  func isTowed(_ low: Int, _ high: Int) -> Bool {
    let (from, to) = (max(low, first), min(high, last))
    let difference = car.used[to] - car.used[from]
    let way = car.isForward ? difference : -difference
    let begins =
      car.isForward ? low < first || low == 0 : high > last || high == places.count - 1
    return begins ? way > car.brought : way + car.buffer > car.full
  }
}
