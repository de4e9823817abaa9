/// Philox4x64-10, a counter-based random generator: 256 random bits as a pure function of a
/// 256-bit counter and a 128-bit key.
///
/// There is nothing to store and nothing to seed in order: draw number 1 000 000 of vehicle 17 in
/// replication 3 can be computed alone, on any thread, in any order. Salmon et al. 2011,
/// doi:10.1145/2063384.2063405; passes BigCrush. The same numbers as NumPy's `Philox`.
@frozen
public struct Philox: Hashable, Sendable {
  /// The low half of the key.
  public let keyLow: UInt64
  /// The high half of the key.
  public let keyHigh: UInt64

  /// Makes the generator of one key.
  @inlinable
  public init(keyLow: UInt64, keyHigh: UInt64) {
    self.keyLow = keyLow
    self.keyHigh = keyHigh
  }

  /// Returns the four random words that belong to a counter.
  ///
  ///     Philox(keyLow: 0, keyHigh: 0).words(at: .zero)[0]   // 0x16554d9eca36314c
  @inlinable
  @inline(__always)
  public func words(at counter: SIMD4<UInt64>) -> SIMD4<UInt64> {
    var (x0, x1, x2, x3) = (counter[0], counter[1], counter[2], counter[3])
    var (k0, k1) = (keyLow, keyHigh)
    for _ in 0..<10 {
      let a = (0xd2e7_470e_e14c_6c93 as UInt64).multipliedFullWidth(by: x0)
      let b = (0xca5a_8263_9512_1157 as UInt64).multipliedFullWidth(by: x2)
      (x0, x1, x2, x3) = (b.high ^ x1 ^ k0, b.low, a.high ^ x3 ^ k1, a.low)
      k0 &+= 0x9e37_79b9_7f4a_7c15
      k1 &+= 0xbb67_ae85_84ca_a73b
    }
    return SIMD4(x0, x1, x2, x3)
  }
}
