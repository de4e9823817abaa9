import Numerics

/// Two stations that compete by price: customers choose by a logit between both and staying away.
enum PriceGame {
  /// What energy costs a station, in € per kWh.
  static let cost = 0.35
  /// The most that could be sold in a day, in kWh.
  private static let demand = 6000.0
  private static let worth = 0.62
  private static let noise = 0.055

  /// The profit of a day, in €.
  static func profit(own: Double, other: Double) -> Double {
    let mine = Double.exp((worth - own) / noise)
    let theirs = Double.exp((worth - other) / noise)
    return (own - cost) * demand * mine / (1 + mine + theirs)
  }

  /// The price that earns most against the other's, in € per kWh.
  static func best(against other: Double) -> Double {
    let prices = Sample.grid(0.3...0.8, count: 501)
    return prices.max { profit(own: $0, other: other) < profit(own: $1, other: other) } ?? cost
  }
}
