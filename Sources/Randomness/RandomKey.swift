/// A name for a family of random numbers: the study's seed, then purpose, then whatever divides it.
///
///     let arrivals = RandomKey(seed: 42).key("arrivals")
///     var gaps = arrivals.stream(replication)        // draw after draw
///     let story = arrivals.words(customer, replication) // four words of one customer, at once
///
/// Equal names give equal numbers, whatever was drawn before and by whom; so one charger more does
/// not change who arrives (common random numbers), and a resumed run continues as if never stopped.
@frozen
public struct RandomKey: Hashable, Sendable {
  @usableFromInline let generator: Philox

  /// Starts the tree of keys of one study.
  public init(seed: UInt64) {
    generator = Philox(keyLow: seed, keyHigh: 0)
  }

  init(generator: Philox) {
    self.generator = generator
  }

  /// Returns the key of one purpose below this one.
  ///
  /// The name is absorbed eight bytes at a time: each chunk is a counter under the key so far, and
  /// two of the words become the next key. Two distinct names meet with probability 2⁻¹²⁸. Names
  /// are distinct when their UTF-8 bytes are, so "é" in one piece is not "e" with an accent.
  public func key(_ name: String) -> RandomKey {
    var key = self
    var chunk: UInt64 = 0
    var length: UInt64 = 0
    for byte in name.utf8 {
      chunk = chunk << 8 | UInt64(byte)
      length += 1
      if length.isMultiple(of: 8) {
        key = key.absorbing(chunk, at: length)
        chunk = 0
      }
    }
    return key.absorbing(chunk, at: length | 1 << 63)
  }

  /// Returns the key of one numbered part below this one, such as a replication or an agent.
  public func key(_ index: Int) -> RandomKey {
    absorbing(UInt64(bitPattern: Int64(index)), at: 1 << 62)
  }

  private func absorbing(_ chunk: UInt64, at position: UInt64) -> RandomKey {
    let words = generator.words(at: SIMD4(chunk, position, .max, .max))
    return RandomKey(generator: Philox(keyLow: words[0], keyHigh: words[1]))
  }

  /// Returns four independent random words, the ones that belong to a pair of indices.
  ///
  /// A part may be negative; each pair has words of its own, apart from those of every stream.
  @inlinable
  @inline(__always)
  public func words(_ index: Int, _ part: Int = 0) -> SIMD4<UInt64> {
    generator.words(
      at: SIMD4(
        UInt64(truncatingIfNeeded: index), UInt64(truncatingIfNeeded: part), 0, 1))
  }

  /// Returns the endless sequence of random words that belongs to a pair of indices.
  @inlinable
  public func stream(_ index: Int = 0, _ part: Int = 0) -> RandomStream {
    RandomStream(generator: generator, index: index, part: part)
  }
}
