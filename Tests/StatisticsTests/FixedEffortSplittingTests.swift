import Foundation
import Randomness
import Statistics
import Testing

@Suite("Splitting with fixed effort")
struct FixedEffortSplittingTests {
  /// The probability that a queue which one customer entered reaches a length before it is empty
  /// again: the gambler's ruin, for the jumps of M/M/1.
  static func overflow(length: Int, load: Double) -> Double {
    (1 / load - 1) / (pow(1 / load, Double(length)) - 1)
  }

  static func study(
    length: Int, every step: Int, effort: Int, repetitions: Int = 20, seed: UInt64
  ) -> SplittingEstimate {
    let up = 0.5 / 1.5
    return FixedEffortSplitting.estimate(
      levels: stride(from: step, through: length, by: step).map(Double.init), effort: effort,
      repetitions: repetitions, seed: seed, begin: { _ in 1 },
      advance: { length, key, step in
        length += key.words(step)[0].unitInterval < up ? 1 : -1
        return length > 0
      }, level: { Double($0) })
  }

  @Test(
    "finds the overflow of M/M/1 at half load, down to one in a billion", arguments: [10, 20, 30])
  func overflow(length: Int) {
    let estimate = Self.study(length: length, every: 2, effort: 400, seed: 1)
    let exact = Self.overflow(length: length, load: 0.5)
    #expect((estimate.probability.mean / exact - 1).magnitude < 4 * estimate.relativeError)
    #expect(estimate.relativeError < 0.15)
    #expect(estimate.levelShares.count == length / 2)
    // From a length k the next but one is reached with the ratio of two such probabilities.
    let last = exact / Self.overflow(length: length - 2, load: 0.5)
    #expect(((estimate.levelShares.last ?? 0) / last - 1).magnitude < 0.1)
  }

  @Test("holds one in a hundred thousand in its interval", arguments: [1, 2, 3])
  func oneInAHundredThousand(seed: UInt64) {
    // 1 / (2¹⁷ − 1), of which plain runs would need ten million to see some dozens.
    let exact = Self.overflow(length: 17, load: 0.5)
    #expect((7e-6...8e-6).contains(exact))
    let up = 0.5 / 1.5
    let estimate = FixedEffortSplitting.estimate(
      levels: [3, 5, 7, 9, 11, 13, 15, 17], effort: 300, confidence: 0.99, seed: seed,
      begin: { _ in 1 },
      advance: { length, key, step in
        length += key.words(step)[0].unitInterval < up ? 1 : -1
        return length > 0
      }, level: { Double($0) })
    #expect(estimate.probability.contains(exact))
    #expect(estimate.probability.high < 1.5 * exact && estimate.probability.low > 0.5 * exact)
  }

  @Test("is unbiased, and its interval holds the truth nearly as often as it says")
  func coverage() {
    let exact = Self.overflow(length: 16, load: 0.5)
    var estimates: [Double] = []
    let held = Samples.share(of: 200) { number in
      let estimate = Self.study(
        length: 16, every: 2, effort: 100, repetitions: 10, seed: UInt64(number))
      estimates.append(estimate.probability.mean)
      return estimate.probability.contains(exact)
    }
    let moments = RunningMoments(estimates)
    #expect((moments.mean - exact).magnitude < 3.5 * moments.standardError)
    #expect((0.88...0.98).contains(held))
  }

  @Test("counts a jump over several levels as crossing them all")
  func jumps() {
    let estimate = FixedEffortSplitting.estimate(
      levels: [1, 2, 3], effort: 200, seed: 3, begin: { _ in 0 },
      advance: { state, key, step in
        if key.words(step)[0].unitInterval < 0.25 { state = 10 }
        return false
      }, level: { Double($0) })
    #expect(estimate.levelShares[1...] == [1, 1])
    #expect((estimate.probability.mean - 0.25).magnitude < 0.03)
  }

  @Test("lets states begin at random, and repeats for the same seed alone")
  func beginnings() {
    func estimate(_ seed: UInt64) -> SplittingEstimate {
      FixedEffortSplitting.estimate(
        levels: [0.5, 0.9], effort: 500, seed: seed,
        begin: { $0.words(0)[0].unitInterval }, advance: { _, _, _ in false }, level: { $0 })
    }
    #expect(estimate(1) == estimate(1))
    #expect(estimate(1) != estimate(2))
    // The beginning that is above both levels is kept from the first on.
    #expect((estimate(1).probability.mean - 0.1).magnitude < 0.02)
  }

  @Test("gives each repetition alone as in the whole study")
  func repetitions() {
    let study = FixedEffortSplitting(
      levels: [1, 2], effort: 50, key: RandomKey(seed: 9).key("splitting"))
    let begin = { (_: RandomKey) in 0 }
    let advance = { (state: inout Int, key: RandomKey, step: Int) in
      state += key.words(step)[0].unitInterval < 0.4 ? 1 : -1
      return state > -3
    }
    let crossings = [3, 1, 0, 2].map {
      study.crossings(repetition: $0, begin: begin, advance: advance, level: { Double($0) })
    }
    let alone = SplittingEstimate(
      [crossings[2], crossings[1], crossings[3], crossings[0]], effort: 50)
    let whole = FixedEffortSplitting.estimate(
      levels: [1, 2], effort: 50, repetitions: 4, seed: 9, begin: begin, advance: advance,
      level: { Double($0) })
    #expect(alone == whole)
  }

  @Test("multiplies the shares of each repetition, also where it died out")
  func counts() {
    let estimate = SplittingEstimate([[20, 10, 5], [30, 20, 10], [10, 0, 0]], effort: 100)
    for (mine, exact) in zip(estimate.repetitions, [0.001, 0.006, 0]) {
      #expect((mine - exact).magnitude < 1e-15)
    }
    #expect((estimate.probability.mean - 0.007 / 3).magnitude < 1e-15)
    #expect(estimate.probability.low == 0)
    for (mine, exact) in zip(estimate.levelShares, [0.2, 0.1, 0.075]) {
      #expect((mine - exact).magnitude < 1e-15)
    }
    let never = SplittingEstimate([[0, 0], [0, 0]], effort: 10)
    #expect(never.probability == Interval(mean: 0, low: 0, high: 0))
    #expect(never.relativeError == .infinity)
    #expect(never.levelShares == [0, 0])
  }
}
