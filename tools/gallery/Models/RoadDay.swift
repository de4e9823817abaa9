import Randomness

/// A day of electric traffic on a road of 300 km with five stations, in one direction.
///
/// Every vehicle drives at its own speed with its own consumption. At a station it charges to 80 % if it could not
/// reach the next one with the reserve left; it waits its turn, first come, first served. A
/// station without power lets everybody pass.
struct RoadDay {
  /// The places of the stations, in km.
  static let stations = [30.0, 90, 150, 210, 270]
  static let length = 300.0
  static let chargers = 3
  /// When and where the power fails, in hours.
  static let outage = 11.0..<15.0
  static let outageStation = 2

  /// A straight piece of a vehicle's way.
  struct Piece {
    var from: (hour: Double, place: Double)
    var to: (hour: Double, place: Double)
    /// The state of charge in the middle, in percent.
    var charge: Double
  }

  /// Where a vehicle stopped for good.
  struct Stranding {
    var hour: Double
    var place: Double
    /// How far away the next station was, in km.
    var short: Double
  }

  private(set) var pieces: [Piece] = []
  private(set) var strandings: [Stranding] = []
  /// When vehicles waited at each station, from and to, in hours.
  private(set) var waits: [[(from: Double, to: Double)]] = []

  private struct Vehicle {
    var hour: Double
    var place = 0.0
    var charge: Double
    let speed: Double
    /// The share of the battery for a kilometre.
    let consumption: Double
    /// The kilometres that are left.
    var range: Double { charge / consumption }
  }

  /// Runs a day.
  ///
  /// - Parameters:
  ///   - day: Which day.
  ///   - reserve: The share of the battery that drivers want to have left at the next station.
  ///   - hasOutage: Whether the power fails.
  init(_ day: Int = 0, reserve: Double = 0.1, hasOutage: Bool = true) {
    var vehicles = Self.departures(day)
    for (index, station) in Self.stations.enumerated() {
      drive(&vehicles, to: station)
      vehicles.sort { $0.hour < $1.hour }
      charge(&vehicles, index, reserve, hasOutage)
    }
    drive(&vehicles, to: Self.length)
  }

  private static func departures(_ day: Int) -> [Vehicle] {
    var stream = Sample.stream("road day", day)
    var (vehicles, hour) = ([Vehicle](), 5.0)
    while hour < 19 {
      let traffic =
        4 + 7 * Sample.bell(hour, at: 10, width: 2.2) + 4 * Sample.bell(hour, at: 16, width: 2)
      hour += ExponentialDistribution(mean: 1 / traffic).draw(from: &stream)
      vehicles.append(
        Vehicle(
          hour: hour, charge: stream.uniform(0.4...0.95), speed: stream.uniform(95...125),
          consumption: stream.uniform(0.0031...0.0043)))
    }
    return vehicles
  }

  private mutating func drive(_ vehicles: inout [Vehicle], to place: Double) {
    var arrived: [Vehicle] = []
    for var vehicle in vehicles {
      let goal = min(place, vehicle.place + vehicle.range)
      while vehicle.place < goal - 1e-9 {
        let next = min(goal, vehicle.place + 15)
        let way = next - vehicle.place
        let hour = vehicle.hour + way / vehicle.speed
        let left = vehicle.charge - way * vehicle.consumption
        pieces.append(
          Piece(
            from: (vehicle.hour, vehicle.place), to: (hour, next),
            charge: 50 * (vehicle.charge + left)))
        (vehicle.hour, vehicle.place, vehicle.charge) = (hour, next, max(0, left))
      }
      if goal < place - 1e-9 {
        strandings.append(Stranding(hour: vehicle.hour, place: goal, short: place - goal))
      } else {
        arrived.append(vehicle)
      }
    }
    vehicles = arrived
  }

  private mutating func charge(
    _ vehicles: inout [Vehicle], _ index: Int, _ reserve: Double, _ hasOutage: Bool
  ) {
    let next = index + 1 < Self.stations.count ? Self.stations[index + 1] : Self.length
    let way = next - Self.stations[index]
    var free = Array(repeating: 0.0, count: Self.chargers)
    var waiting: [(from: Double, to: Double)] = []
    for place in vehicles.indices {
      let vehicle = vehicles[place]
      let isDark =
        hasOutage && index == Self.outageStation && Self.outage.contains(vehicle.hour)
      guard vehicle.charge - way * vehicle.consumption < reserve, !isDark else { continue }
      let charger = free.indices.min { free[$0] < free[$1] } ?? 0
      let start = max(vehicle.hour, free[charger])
      let end = start + (0.8 - min(0.75, vehicle.charge)) * 60 / 75
      free[charger] = end
      if start > vehicle.hour + 1e-9 { waiting.append((vehicle.hour, start)) }
      pieces.append(
        Piece(
          from: (vehicle.hour, vehicle.place), to: (end, vehicle.place),
          charge: 50 * (vehicle.charge + 0.8)))
      (vehicles[place].hour, vehicles[place].charge) = (end, max(0.8, vehicle.charge))
    }
    waits.append(waiting)
  }
}
