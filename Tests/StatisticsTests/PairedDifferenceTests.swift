import Statistics
import Testing

@Suite("A paired difference")
struct PairedDifferenceTests {
  @Test("is that of Student's sleep study")
  func sleep() {
    // Student 1908: hours of sleep gained by ten patients with two drugs, as R prints them for its
    // data set `sleep`: 95 % interval −2.4598858 to −0.7001142, correlation 0.7951702.
    let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
    let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    let change = PairedDifference(first, second)
    #expect((change.interval.mean + 1.58).magnitude < 1e-12)
    #expect((change.interval.low + 2.4598858).magnitude < 5e-8)
    #expect((change.interval.high + 0.7001142).magnitude < 5e-8)
    #expect((change.correlation - 0.7951702).magnitude < 5e-8)
  }

  @Test("gains 1 / (1 − ρ) where the spreads are equal", arguments: [0.0, 0.5, 0.9])
  func reduction(correlation: Double) {
    let common = Samples.normal(20_000, number: 1)
    let (left, right) = (Samples.normal(20_000, number: 2), Samples.normal(20_000, number: 3))
    let (shared, own) = (correlation.squareRoot(), (1 - correlation).squareRoot())
    let pair = PairedDifference(
      zip(common, left).map { shared * $0 + own * $1 },
      zip(common, right).map { shared * $0 + own * $1 })
    #expect((pair.correlation - correlation).magnitude < 0.03)
    #expect((pair.varianceReduction * (1 - correlation) - 1).magnitude < 0.05)
  }

  @Test("that never varies is known for certain")
  func certain() {
    let shifted = PairedDifference([1, 2, 3], [0, 1, 2])
    #expect(shifted.interval == Interval(mean: 1, low: 1, high: 1))
    #expect(shifted.varianceReduction == .infinity)
    #expect(shifted.correlation == 1)
    let constant = PairedDifference([1, 1], [2, 2])
    #expect(constant.interval == Interval(mean: -1, low: -1, high: -1))
    #expect(constant.varianceReduction == 1)
    #expect(constant.correlation == 0)
  }

  @Test("refuses samples of unequal length")
  func unequal() async {
    await #expect(processExitsWith: .failure) { _ = PairedDifference([1, 2], [1, 2, 3]) }
  }

  @Test("refuses a single pair")
  func single() async {
    await #expect(processExitsWith: .failure) { _ = PairedDifference([1], [2]) }
  }
}
