import Quantities

/// For how many customers a station remembers how it began.
///
/// What is left of an unusual beginning shrinks by e with each *relaxation time*. For M/M/1 that time is
/// 1/(√μ − √λ)² (Abate and Whitt 1987, doi:10.1007/BF01149589); *c* servers are as one that is *c* times as
/// fast, a variable service stretches it by (1 + *cv*²)/2 as in heavy traffic (Whitt 1989,
/// doi:10.1287/mnsc.35.11.1341), and walls and impatience shorten it. It grows with one over the
/// square of the free capacity, so that at a load of 0.95 a beginning is felt for thousands of
/// customers: more than a test on a few noisy runs can see.
///
///     StationMemory(plan).relaxation   // 110 customers at a load of 0.83
struct StationMemory: Sendable {
  /// The relaxation time of those who charge, in customers.
  let ofService: Double
  /// The relaxation time of those who wait, in customers.
  let ofQueue: Double

  /// The longer of both, in customers.
  var relaxation: Double { max(ofService, ofQueue) }

  /// How many customers to skip so that the beginning is forgotten: less than 1 % of it is left of
  /// the queue, which fluctuates much, and less than 0.01 % of the busy chargers, which fluctuate little.
  var customersToSkip: Int { Int(min(max(5 * ofQueue, 10 * ofService), Self.longest).rounded(.up)) }

  /// Whether a run is long enough to show what a station is like in the long run.
  enum Settling: Equatable, Sendable {
    /// It is.
    case settled
    /// It would take runs of so many customers.
    case needs(customers: Double)
  }

  /// Judges runs of a number of customers: ten relaxation times, after a beginning that could be skipped.
  func settling(within customers: Double) -> Settling {
    let needed = 10 * relaxation
    return customers >= needed && max(5 * ofQueue, 10 * ofService) <= Self.longest
      ? .settled : .needs(customers: needed)
  }

  /// Into how many stretches to cut the only run: 32 if they are long enough to hardly depend on one
  /// another, and fewer otherwise; a single one, and then there is no interval, when not even five are.
  func batches(in customers: Int) -> Int {
    let batches = Int(min(32, Double(customers) / (10 * relaxation)))
    return batches < 5 ? 1 : batches
  }

  /// Looks at a station whose queue has a long-run mean.
  init(_ plan: StationPlan) {
    let mean = plan.service.mean.minutes
    let stretch = 0.5 * (1 + plan.service.variance / (mean * mean))
    ofService = plan.offeredLoad * max(1, stretch)
    guard let chargers = plan.chargers, plan.waitingSpots != 0 else {
      ofQueue = 0
      return
    }
    let load = plan.offeredLoad / Double(chargers)
    let queue = stretch * Self.relaxation(load: load, spots: plan.waitingSpots.map(Double.init))
    ofQueue = min(queue, plan.meanPatience.map { plan.meanRate * $0 } ?? .infinity)
  }

  /// The relaxation time of M/M/1 with a number of places to wait, in customers.
  private static func relaxation(load: Double, spots: Double?) -> Double {
    let service = 1 / load
    guard let spots else {
      let gap = service.squareRoot() - 1
      return load < 1 ? 1 / (gap * gap) : .infinity
    }
    // The second eigenvalue of the birth and death chain; cos(π / n) by the first terms of its series
    // is good enough for a rule of thumb.
    let angle = Double.pi / (spots + 2)
    let cosine = 1 - angle * angle / 2 + angle * angle * angle * angle / 24
    let slowest = 1 / (1 + service - 2 * service.squareRoot() * cosine)
    guard load > 1 else { return slowest }
    // Too much demand fills the places one by one.
    return max(slowest, spots * min(spots, 1 / (1 - service)) / 4)
  }

  /// No more than this, for a load just below one would need more than anybody can wait for.
  private static let longest = 1_048_576.0
}
