/// The fingerprint of a file: FIPS 180-4's SHA-256.
///
///     SHA256.hex(of: Array("abc".utf8))   // "ba7816bf…f20015ad"
///
/// Seventy lines of our own rather than a cryptography library that every start would have to load;
/// the tests hold it against the published vectors and `sha256sum`.
public enum SHA256 {
  /// Returns the fingerprint in 64 hexadecimal digits.
  public static func hex(of bytes: [UInt8]) -> String {
    digest(of: bytes).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }

  /// Returns the fingerprint as its 32 bytes.
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    var state = initial
    var schedule = [UInt32](repeating: 0, count: 64)
    let tail = padding(for: bytes)
    let whole = bytes.count / 64 * 64
    bytes.withUnsafeBufferPointer { input in
      for start in stride(from: 0, to: whole, by: 64) {
        compress(UnsafeBufferPointer(rebasing: input[start..<start + 64]), &schedule, &state)
      }
    }
    tail.withUnsafeBufferPointer { input in
      for start in stride(from: 0, to: tail.count, by: 64) {
        compress(UnsafeBufferPointer(rebasing: input[start..<start + 64]), &schedule, &state)
      }
    }
    return state.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  /// The bytes after the last whole block, a one bit, zeros and the length in bits.
  private static func padding(for bytes: [UInt8]) -> [UInt8] {
    var tail = Array(bytes[(bytes.count / 64 * 64)...])
    tail.append(0x80)
    while tail.count % 64 != 56 { tail.append(0) }
    let bits = UInt64(bytes.count) * 8
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    return tail
  }

  private static func compress(
    _ block: UnsafeBufferPointer<UInt8>, _ w: inout [UInt32], _ state: inout [UInt32]
  ) {
    for i in 0..<16 {
      w[i] =
        UInt32(block[4 * i]) << 24 | UInt32(block[4 * i + 1]) << 16
        | UInt32(block[4 * i + 2]) << 8 | UInt32(block[4 * i + 3])
    }
    for i in 16..<64 {
      let s0 = rotated(w[i - 15], 7) ^ rotated(w[i - 15], 18) ^ w[i - 15] >> 3
      let s1 = rotated(w[i - 2], 17) ^ rotated(w[i - 2], 19) ^ w[i - 2] >> 10
      w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for i in 0..<64 {
      let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let t1 = h &+ s1 &+ (e & f ^ ~e & g) &+ constants[i] &+ w[i]
      let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
      let t2 = s0 &+ (a & b ^ a & c ^ b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ t2)
    }
    for (i, word) in [a, b, c, d, e, f, g, h].enumerated() { state[i] &+= word }
  }

  private static func rotated(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }

  /// The first 32 bits of the fractions of the square roots of the first eight primes.
  private static let initial: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = primes.map { prime in
    // The fraction of ∛p in 32 bits is ⌊∛(p · 2⁹⁶)⌋ mod 2³²: found by bisection in whole numbers.
    var low: UInt64 = 0
    var high: UInt64 = 7 << 32
    while high - low > 1 {
      let middle = (low + high) / 2
      if cubeIsAtMost(middle, prime) { low = middle } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }

  /// Whether x³ ≤ p · 2⁹⁶, in exact arithmetic.
  private static func cubeIsAtMost(_ x: UInt64, _ prime: UInt64) -> Bool {
    let square = x.multipliedFullWidth(by: x)
    let low = square.low.multipliedFullWidth(by: x)
    let high = square.high.multipliedFullWidth(by: x)
    let (middle, carry) = high.low.addingReportingOverflow(low.high)
    let top = high.high + (carry ? 1 : 0)
    let limit = prime << 32  // the middle word of p · 2⁹⁶; its low word is zero
    return top == 0 && (middle < limit || middle == limit && low.low == 0)
  }

  private static let primes: [UInt64] = (2...311).filter { n in
    !(2..<n).contains { n.isMultiple(of: $0) }
  }.map { UInt64($0) }
}
