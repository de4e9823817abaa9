/// An endless sequence of random words, read one after another.
///
/// The value is a position and no more than that: copying it copies the future. Made by
/// ``RandomKey/stream(_:_:)``.
@frozen
public struct RandomStream: RandomNumberGenerator, Sendable {
  @usableFromInline let generator: Philox
  @usableFromInline var counter: SIMD4<UInt64>
  @usableFromInline var block: SIMD4<UInt64>
  @usableFromInline var used: Int

  @inlinable
  init(generator: Philox, index: Int, part: Int) {
    self.generator = generator
    counter = SIMD4(
      0, UInt64(truncatingIfNeeded: index), UInt64(truncatingIfNeeded: part), 2)
    block = .zero
    used = 4
  }

  /// Returns the next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    if used == 4 { refill() }
    let word = block[used]
    used += 1
    return word
  }

  @inlinable
  @inline(never)
  mutating func refill() {
    block = generator.words(at: counter)
    counter[0] &+= 1
    used = 0
  }

  /// Returns the next number, evenly spread over the open interval (0, 1).
  @inlinable
  public mutating func nextUnit() -> Double { next().unitInterval }

  /// Returns the next whole number below a bound, each equally likely.
  ///
  /// Lemire's method, doi:10.1145/3230636: exact, and one word almost always.
  @inlinable
  public mutating func next(below bound: Int) -> Int {
    precondition(bound > 0, "a random whole number needs a bound of at least 1")
    let limit = UInt64(bound)
    var product = limit.multipliedFullWidth(by: next())
    if product.low < limit {
      let threshold = (0 &- limit) % limit
      while product.low < threshold { product = limit.multipliedFullWidth(by: next()) }
    }
    return Int(product.high)
  }
}

extension UInt64 {
  /// The word as a number of the open interval (0, 1): the middle of one of 2⁵² equal cells.
  ///
  /// Never 0 and never 1, so every quantile function is finite there.
  @inlinable
  public var unitInterval: Double {
    // With 2⁵³ cells "+ ½" would round, and the last cell would round up to 1.
    (Double(self >> 12) + 0.5) * 0x1p-52
  }
}
