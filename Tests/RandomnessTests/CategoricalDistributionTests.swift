import Randomness
import Testing

@Suite("A categorical distribution")
struct CategoricalDistributionTests {
  @Test(
    "draws each kind by its weight",
    arguments: [
      [0.25, 0.40, 0.25, 0.10], [1, 1], [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5], [0, 1, 0, 2, 0],
      [1e-3, 1, 1e3], [1e300, 2e300], [.leastNonzeroMagnitude, 3 * .leastNonzeroMagnitude],
      [0.1, 0.2, 0.3, 0.4, 0],
    ] as [[Double]])
  func fit(weights: [Double]) {
    let distribution = CategoricalDistribution(weights: weights)
    var stream = GoodnessOfFit.stream("categorical", weights.count)
    var counts = [Int](repeating: 0, count: weights.count)
    for _ in 0..<GoodnessOfFit.draws { counts[distribution.draw(from: &stream)] += 1 }
    let total = weights.reduce(0, +)
    GoodnessOfFit.expectCounts(counts, probabilities: weights.map { $0 / total })
  }

  @Test("never draws a kind of weight zero, wherever the word falls")
  func zero() {
    var stream = GoodnessOfFit.stream("weights")
    for _ in 0..<2000 {
      let weights = (0..<1 + stream.next(below: 12)).map { _ in
        stream.next(below: 2) == 0 ? 0 : stream.nextUnit()
      }
      guard weights.contains(where: { $0 > 0 }) else { continue }
      let distribution = CategoricalDistribution(weights: weights)
      for step in 0..<200 as Range<UInt64> {
        let word = step * (.max / 199)
        #expect(weights[distribution.index(for: word)] > 0)
      }
    }
  }

  @Test("gives each kind exactly its share of all words")
  func exact() {
    let weights = [1.0, 2, 0, 5, 8]
    let distribution = CategoricalDistribution(weights: weights)
    var counts = [Int](repeating: 0, count: weights.count)
    let grid: UInt64 = 1_000_000
    for step in 0..<grid { counts[distribution.index(for: step * (.max / grid))] += 1 }
    for (count, weight) in zip(counts, weights) {
      #expect((Double(count) - weight / 16 * Double(grid)).magnitude <= 10)
    }
  }

  @Test("has one kind when there is one")
  func single() {
    let distribution = CategoricalDistribution(weights: [7])
    #expect(distribution.index(for: 0) == 0 && distribution.index(for: .max) == 0)
  }
}
