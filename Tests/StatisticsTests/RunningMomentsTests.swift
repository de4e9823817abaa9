import Statistics
import Testing

@Suite("Running moments")
struct RunningMomentsTests {
  @Test(
    "keep the digits of NIST's sets NumAcc2, NumAcc3 and NumAcc4",
    arguments: [(1.0, 1e-13), (1e6, 1e-8), (1e7, 1e-7)])
  func certified(offset: Double, tolerance: Double) {
    // 1001 values about offset + 0.2 with certified deviation 0.1. Rounding the values themselves
    // already moves it, by 1e-8 of itself with the largest offset.
    let values = [offset + 0.2] + (0..<500).flatMap { _ in [offset + 0.1, offset + 0.3] }
    let moments = RunningMoments(values)
    #expect((moments.mean / (offset + 0.2) - 1).magnitude < 1e-15)
    #expect((moments.standardDeviation / 0.1 - 1).magnitude < tolerance)
  }

  @Test(
    "collected in parts and joined are those of the whole", arguments: [0, 1, 2, 500, 999, 1000])
  func merge(cut: Int) {
    let values = Samples.exponential(1000, number: 3)
    let whole = RunningMoments(values)
    var joined = RunningMoments(Array(values[..<cut]))
    joined.merge(RunningMoments(Array(values[cut...])))
    #expect(joined.count == whole.count)
    #expect(joined.min == whole.min)
    #expect(joined.max == whole.max)
    #expect((joined.mean / whole.mean - 1).magnitude < 1e-14)
    #expect((joined.variance / whole.variance - 1).magnitude < 1e-13)
  }

  @Test("start with nothing")
  func empty() {
    let moments = RunningMoments()
    #expect(moments.count == 0)
    #expect(moments.mean == 0)
    #expect(moments.variance.isNaN)
    #expect(moments.min == .infinity)
    #expect(moments.max == -.infinity)
  }

  @Test("of equal values have a variance of exactly zero")
  func constant() {
    #expect(RunningMoments([Double](repeating: 0.1, count: 1000)).variance == 0)
  }
}
