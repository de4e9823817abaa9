import Randomness

/// Samples whose truth is known.
enum Samples {
  static let key = RandomKey(seed: 2026)

  static func normal(_ count: Int, mean: Double = 0, number: Int) -> [Double] {
    let distribution = NormalDistribution(mean: mean, standardDeviation: 1)
    var stream = key.key("normal").stream(number)
    return (0..<count).map { _ in distribution.draw(from: &stream) }
  }

  static func exponential(_ count: Int, number: Int) -> [Double] {
    let distribution = ExponentialDistribution(mean: 1)
    var stream = key.key("exponential").stream(number)
    return (0..<count).map { _ in distribution.draw(from: &stream) }
  }

  /// A stationary autoregressive series of mean 0.
  static func autoregressive(_ count: Int, _ memory: Double, number: Int) -> [Double] {
    var state = 0.0
    let noise = normal(count + 500, number: number)
    return Array(
      noise.map { shock in
        state = memory * state + shock
        return state
      }.dropFirst(500))
  }

  /// Returns the share of the numbers from 0 for which something holds.
  static func share(of count: Int, where holds: (Int) throws -> Bool) rethrows -> Double {
    Double(try (0..<count).filter(holds).count) / Double(count)
  }
}
