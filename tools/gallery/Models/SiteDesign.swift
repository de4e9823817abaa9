import Numerics
import Queueing

/// One way to equip a road of 300 km: how many stations, how many chargers in each, how strong.
struct SiteDesign {
  let stations: Int
  let chargers: Int
  /// The power of a charger, in kW.
  let power: Double
  /// Capital cost, in millions of euros.
  let cost: Double
  /// The share of vehicles that strand, in percent.
  let stranded: Double
  /// The mean wait, in minutes.
  let wait: Double
  /// The mean of the power drawn by the whole road, in MW.
  let load: Double

  /// Works a design out: 60 vehicles an hour want to charge and spread evenly over the stations.
  ///
  /// A station costs 250 k€, a charger 25 k€ and 0.45 k€ per kW. The fewer stations, the likelier somebody who
  /// leaves is too far from the next one.
  init(stations: Int, chargers: Int, power: Double) {
    (self.stations, self.chargers, self.power) = (stations, chargers, power)
    let spacing = 300 / Double(stations)
    var site = Forecourt()
    site.arrivals = 60 / Double(stations)
    (site.chargers, site.power, site.spots) = (chargers, power, chargers)
    site.outOfReach = 1 - Double.exp(-spacing / 90)
    let queue = site.queue
    let each = 0.25 + Double(chargers) * (0.025 + 0.00045 * power)
    cost = Double(stations) * each
    // Some run out of energy before they come to a station at all.
    let unreached = Double.exp(-350 / spacing)
    stranded = 100 * (unreached + (1 - unreached) * site.strandedShare)
    wait = queue.meanWait
    load = Double(stations) * queue.meanBusy * 0.85 * power / 1000
  }

  /// The powers on offer, in kW.
  static let powers = [50.0, 75, 100, 150, 200, 300]

  /// All designs: 1 to 12 stations of 1 to 16 chargers of six powers.
  static let all: [SiteDesign] = (1...12).flatMap { stations in
    (1...16).flatMap { chargers in
      powers.map { SiteDesign(stations: stations, chargers: chargers, power: $0) }
    }
  }

  /// The design one of whose three numbers is so many steps greater, as far as there is one.
  func neighbour(_ number: Int, by steps: Int) -> SiteDesign {
    let level = Self.powers.firstIndex(of: power) ?? 0
    var places = [stations - 1, chargers - 1, level]
    let counts = [12, 16, Self.powers.count]
    places[number] = min(counts[number] - 1, max(0, places[number] + steps))
    return Self.all[(places[0] * counts[1] + places[1]) * counts[2] + places[2]]
  }

  /// Those that no other beats in cost and stranding, by cost.
  static func front(of designs: [SiteDesign]) -> [SiteDesign] {
    var (best, front) = (Double.infinity, [SiteDesign]())
    for design in designs.sorted(by: { ($0.cost, $0.stranded) < ($1.cost, $1.stranded) })
    where design.stranded < best {
      best = design.stranded
      front.append(design)
    }
    return front
  }
}
