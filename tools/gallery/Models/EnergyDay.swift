import Numerics
import Randomness

/// A summer day of a site with solar panels, a small wind turbine, a battery and a weak grid connection, which
/// fails in the evening.
///
/// Demand has the commuters' two peaks; light follows a bell that clouds break, wind is noise
/// with a long memory. What is missing after sun and wind comes from the grid up to its limit, then from the
/// battery as long as it lasts; what is still missing is the shortfall.
struct EnergyDay {
  /// In hours since midnight, a step of ten minutes.
  let hours = Sample.grid(0...24, count: 145)
  private(set) var demand: [Double] = []
  private(set) var solar: [Double] = []
  private(set) var wind: [Double] = []
  private(set) var grid: [Double] = []
  private(set) var battery: [Double] = []
  private(set) var shortfall: [Double] = []
  /// What sun and wind gave beyond demand and battery.
  private(set) var curtailed: [Double] = []
  /// What went into the battery.
  private(set) var stored: [Double] = []

  /// The connection's limit, in kW.
  static let gridLimit = 180.0
  /// When the grid is out, in hours.
  static let outage = 18.0..<20.5
  private static let capacity = 260.0
  private static let batteryPower = 120.0

  /// In seconds since midnight.
  var seconds: [Double] { hours.map { 3600 * $0 } }

  init(_ day: Int = 0, hasOutage: Bool = true) {
    var stream = Sample.stream("energy day", day)
    var (cloud, gust, charge) = (0.0, 0.0, 0.5 * Self.capacity)
    for hour in hours {
      cloud = 0.9 * cloud + stream.normal(0, 0.07)
      gust = 0.96 * gust + stream.normal(0, 0.09)
      let load =
        38 + 150 * Sample.bell(hour, at: 8.2, width: 1.4)
        + 210 * Sample.bell(hour, at: 18.6, width: 1.9) + 60 * Sample.bell(hour, at: 13, width: 2.5)
      let sun = 190 * Sample.bell(hour, at: 13, width: 2.7) * min(1, max(0.25, 1 - cloud.magnitude))
      let breeze = min(70, max(0, 28 + 22 * gust))
      let isOut = hasOutage && Self.outage.contains(hour)
      let rest = load - sun - breeze
      let fromGrid = isOut ? 0 : min(Self.gridLimit, max(0, rest))
      let missing = max(0, rest) - fromGrid
      let fromBattery = min(missing, Self.batteryPower, 6 * charge)
      let spare = max(0, -rest)
      let toBattery = min(spare, Self.batteryPower, 6 * (Self.capacity - charge))
      charge += (toBattery - fromBattery) / 6
      demand.append(load)
      let shrink = rest < 0 ? load / (sun + breeze) : 1
      solar.append(sun * shrink)
      wind.append(breeze * shrink)
      grid.append(fromGrid)
      battery.append(fromBattery)
      shortfall.append(missing - fromBattery)
      stored.append(toBattery)
      curtailed.append(spare - toBattery)
    }
  }

  /// The energy of a power over the day, in kWh.
  static func energy(_ power: [Double]) -> Double { power.dropLast().reduce(0, +) / 6 }
}
