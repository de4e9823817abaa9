import Randomness

/// Customers of one station over many days, first come, first served.
///
/// Arrivals are a Poisson stream of the commuters' pattern, charging times lognormal. Every number of
/// chargers meets the same customers.
struct StationVisits {
  /// One visit, in minutes since midnight.
  struct Visit {
    var arrival: Double
    var start: Double
    var end: Double
    var charger: Int
    /// The state of charge at arrival, in percent.
    var charge: Double
    var wait: Double { start - arrival }
    var length: Double { end - start }
  }

  private(set) var visits: [Visit] = []

  init(
    chargers: Int, vehicles: Double = 110, meanMinutes: Double = 34, days: Range<Int> = 0..<1,
    pattern: DemandPattern = .commuters
  ) {
    let profile = IntensityProfile(rates: pattern.rates(vehicles: vehicles), period: 24)
    let service = LogNormalDistribution(mean: meanMinutes, coefficientOfVariation: 0.5)
    let gap = ExponentialDistribution(mean: 1)
    for day in days {
      var stream = Sample.stream("visits", day)
      var free = Array(repeating: 0.0, count: chargers)
      var total = 0.0
      while true {
        total += gap.draw(from: &stream)
        let hour = profile.time(atCumulative: total)
        let length = max(4, service.draw(from: &stream))
        let charge = 100 * BetaDistribution(alpha: 2.4, beta: 5).draw(from: &stream)
        guard hour < 24 else { break }
        let charger =
          free.firstIndex { $0 <= 60 * hour } ?? free.indices.min { free[$0] < free[$1] } ?? 0
        let start = max(60 * hour, free[charger])
        free[charger] = start + length
        visits.append(
          Visit(
            arrival: 60 * hour, start: start, end: start + length, charger: charger,
            charge: charge))
      }
    }
  }

  /// The waits, in minutes.
  var waits: [Double] { visits.map(\.wait) }
}
