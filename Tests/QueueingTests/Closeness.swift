/// Whether two numbers agree to a share of the larger one.
func agree(_ a: Double, _ b: Double, _ tolerance: Double = 1e-10) -> Bool {
  a == b || (a - b).magnitude <= tolerance * max(a.magnitude, b.magnitude)
}

/// A small generator for cases and simulations, good enough and the same everywhere.
struct Draws {
  var state: UInt64

  /// A number from 0 up to, but not including, 1 (SplitMix64).
  mutating func uniform() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return Double((z ^ z >> 31) >> 11) * 0x1p-53
  }
}
