/// A small generator with a fixed seed (SplitMix64), so that every run tries the same cases.
struct FixedRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number of any size between 1e-9 and 1e9 and either sign.
  mutating func number() -> Double {
    let digits = Int.random(in: -9999...9999, using: &self)
    return Double("\(digits)e\(Int.random(in: -12...5, using: &self))") ?? 0
  }
}
