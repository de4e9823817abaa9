import Randomness
import Testing

@Suite("A random stream")
struct RandomStreamTests {
  @Test("carries its future with it when copied")
  func copies() {
    var stream = GoodnessOfFit.stream("copies")
    for _ in 0..<7 { _ = stream.next() }
    var copy = stream
    for _ in 0..<50 { #expect(stream.next() == copy.next()) }
  }

  @Test("repeats no word")
  func fresh() {
    var stream = GoodnessOfFit.stream("fresh")
    #expect(Set((0..<100_000).map { _ in stream.next() }).count == 100_000)
  }

  @Test("is evenly spread over the open unit interval")
  func uniform() {
    var stream = GoodnessOfFit.stream("uniform")
    let sample = (0..<GoodnessOfFit.draws).map { _ in stream.nextUnit() }
    #expect(sample.allSatisfy { $0 > 0 && $0 < 1 })
    GoodnessOfFit.expectContinuous(sample) { $0 }
    GoodnessOfFit.expectMoments(sample, mean: 0.5, variance: 1.0 / 12)
  }

  @Test("never reaches 0 or 1, and 1 less a number is exact")
  func ends() {
    #expect((0 as UInt64).unitInterval == 0x1p-53)
    #expect(UInt64.max.unitInterval == 1 - 0x1p-53)
    for word in [0, 1 << 12, 1 << 63, .max - 5000, .max] as [UInt64] {
      #expect(1 - (1 - word.unitInterval) == word.unitInterval)
    }
  }

  @Test("picks whole numbers below a bound evenly", arguments: [1, 2, 3, 7, 64, 1000])
  func below(bound: Int) {
    var stream = GoodnessOfFit.stream("below", bound)
    var counts = [Int](repeating: 0, count: bound)
    for _ in 0..<GoodnessOfFit.draws { counts[stream.next(below: bound)] += 1 }
    guard bound > 1 else { return }
    let even = [Double](repeating: 1 / Double(bound), count: bound)
    GoodnessOfFit.expectCounts(counts, probabilities: even)
  }

  @Test("stays even for a bound that does not divide 2⁶⁴ by far")
  func largeBound() {
    // Without rejection the lowest third of this range would come up one and a half times as often.
    let bound = 3 << 61
    var stream = GoodnessOfFit.stream("large bound")
    var counts = [0, 0, 0]
    for _ in 0..<60_000 { counts[stream.next(below: bound) / (1 << 61)] += 1 }
    GoodnessOfFit.expectCounts(counts, probabilities: [1.0 / 3, 1.0 / 3, 1.0 / 3])
    var thirds = [0, 0, 0]
    for _ in 0..<60_000 { thirds[stream.next(below: bound) % 3] += 1 }
    GoodnessOfFit.expectCounts(thirds, probabilities: [1.0 / 3, 1.0 / 3, 1.0 / 3])
  }

  @Test("serves Swift's own shuffling")
  func shuffle() {
    var (a, b) = (GoodnessOfFit.stream("shuffle"), GoodnessOfFit.stream("shuffle"))
    let cards = Array(0..<52)
    #expect(cards.shuffled(using: &a) == cards.shuffled(using: &b))
    #expect(cards.shuffled(using: &a) != cards)
  }
}
