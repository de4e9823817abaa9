/// A whole number of any size, just able to become digits.
struct WholeNumber {
  /// From the least significant.
  private var limbs: [UInt32]

  init(_ value: UInt64) {
    limbs = [UInt32(truncatingIfNeeded: value), UInt32(value >> 32)]
  }

  /// Multiplies by a power of 2 or 5, in steps that fit 32 bits.
  mutating func multiply(by factor: UInt32, times: Int) {
    let atOnce = factor == 5 ? 13 : 31
    var left = times
    while left > 0 {
      let step = min(left, atOnce)
      multiply(by: (0..<step).reduce(UInt32(1)) { power, _ in power * factor })
      left -= step
    }
  }

  private mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for place in limbs.indices {
      let product = UInt64(limbs[place]) * UInt64(factor) + carry
      limbs[place] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  func decimalDigits() -> [UInt8] {
    var rest = limbs
    var digits: [UInt8] = []
    while let last = rest.last {
      guard last != 0 else {
        rest.removeLast()
        continue
      }
      var nine = Self.divideByBillion(&rest)
      for _ in 0..<9 {
        digits.append(UInt8(nine % 10))
        nine /= 10
      }
    }
    while digits.last == 0 { digits.removeLast() }
    return digits.reversed()
  }

  /// Divides and returns the remainder: the next nine digits from the right.
  private static func divideByBillion(_ limbs: inout [UInt32]) -> UInt32 {
    var remainder: UInt64 = 0
    for place in limbs.indices.reversed() {
      let dividend = remainder << 32 | UInt64(limbs[place])
      limbs[place] = UInt32(dividend / 1_000_000_000)
      remainder = dividend % 1_000_000_000
    }
    return UInt32(remainder)
  }
}
