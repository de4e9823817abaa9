import Numerics
import Queueing

/// How a day's arrivals are spread over its hours.
enum DemandPattern: String, CaseIterable {
  case commuters = "Commuters"
  case shopping = "Shopping"
  case motorway = "Motorway"
  case depot = "Bus depot"
  case home = "Home"
  case even = "Even"

  /// The weight of an hour of the day.
  func weight(_ hour: Double) -> Double {
    switch self {
    case .commuters:
      0.15 + Sample.bell(hour, at: 8, width: 1.2) + 0.9 * Sample.bell(hour, at: 18, width: 1.6)
    case .shopping: 0.05 + Sample.bell(hour, at: 15.5, width: 3.2)
    case .motorway:
      0.12 + Sample.bell(hour, at: 10.5, width: 2.4) + 0.7 * Sample.bell(hour, at: 16, width: 2)
    case .depot: 0.04 + Sample.bell(hour, at: 20.5, width: 1)
    case .home:
      0.1 + Sample.bell(hour, at: 22.5, width: 1.1) + 0.4 * Sample.bell(hour, at: 18, width: 1)
    case .even: 1
    }
  }

  /// Arrivals in each quarter of an hour, in vehicles per hour, for so many vehicles a day.
  func rates(vehicles: Double) -> [Double] {
    let weights = (0..<96).map { weight((Double($0) + 0.5) / 4) }
    let total = weights.reduce(0, +) / 4
    return weights.map { $0 * vehicles / total }
  }

  /// How many would charge if nobody ever had to wait, for so many vehicles a day.
  func demand(vehicles: Double, meanHours: Double = 0.75) -> TimeVaryingInfiniteServer {
    TimeVaryingInfiniteServer(
      rates: rates(vehicles: vehicles), period: 24, meanService: meanHours,
      limitedMean: LimitedMean.exponential(mean: meanHours))
  }

  /// The share of the time in which a Poisson number is at least so large.
  static func share(atLeast count: Int, mean: Double) -> Double {
    count <= 0 ? 1 : GammaFunction.lowerRegularised(shape: Double(count), mean)
  }

  /// The least number that a Poisson number exceeds with at most the other share.
  static func quantile(_ share: Double, mean: Double) -> Double {
    var count = 0
    while 1 - Self.share(atLeast: count + 1, mean: mean) < share { count += 1 }
    return Double(count)
  }
}
