import Peers

extension FixedRandom {
  /// A number of any size between 1e-9 and 1e9 and either sign.
  mutating func number() -> Double {
    let digits = Int.random(in: -9999...9999, using: &self)
    return Double("\(digits)e\(Int.random(in: -12...5, using: &self))") ?? 0
  }
}
