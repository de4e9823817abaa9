import Statistics
import Testing

@Suite("Batch means")
struct BatchMeansTests {
  @Test("are the means of equal stretches, the odd rest left out in front")
  func means() {
    let batches = BatchMeans([100, 1, 3, 5, 7, 9, 11], batches: 3)
    #expect(batches.means == [2, 6, 10])
    #expect(batches.batchSize == 2)
    #expect(batches.interval() == Interval.studentT([2, 6, 10]))
  }

  @Test("hold the mean of a correlated series as often as they say, and plain t does not")
  func coverage() throws {
    // Memory 0.8: the variance of the mean is nine times what independence would give.
    var naive = 0
    let held = try Samples.share(of: 1000) { number in
      let series = Samples.autoregressive(6400, 0.8, number: number)
      if try #require(Interval.studentT(series)).contains(0) { naive += 1 }
      return try #require(BatchMeans(series).interval()).contains(0)
    }
    // Three standard errors of 1000 trials are 0.0207; long batches cost next to nothing.
    #expect((0.925...0.97).contains(held))
    // Theory: P(|z| < 1.96 / 3) = 0.486.
    #expect((Double(naive) / 1000 - 0.486).magnitude < 0.048)
  }

  @Test("show by their correlation that stretches are too short")
  func correlation() {
    // Single values of a series with memory 0.9 correlate by 0.9, long means hardly.
    let series = Samples.autoregressive(64_000, 0.9, number: 1)
    #expect((BatchMeans(series, batches: 64_000).lagOneCorrelation - 0.9).magnitude < 0.01)
    let long = RunningMoments(
      (0..<50).map { number in
        BatchMeans(Samples.autoregressive(64_000, 0.9, number: number)).lagOneCorrelation
      })
    // 32 independent means: −1/32 on the average, with a deviation of nearly 1/√32 each.
    #expect((long.mean + 1.0 / 32).magnitude < 0.08)
    #expect((0.13...0.21).contains(long.standardDeviation))
    // By hand: distances −1, 0, 1 give 0 / 2; distances 1, −1, 1, −1 give −3 / 4.
    #expect(BatchMeans([1, 2, 3], batches: 3).lagOneCorrelation == 0)
    #expect(BatchMeans([2, 0, 2, 0], batches: 4).lagOneCorrelation == -0.75)
  }

  @Test("of a series that is too short or constant make no fuss")
  func degenerate() {
    let short = BatchMeans([1, 2, 3])
    #expect(short.means.isEmpty)
    #expect(short.interval() == nil)
    #expect(short.lagOneCorrelation == 0)
    let constant = BatchMeans([Double](repeating: 2, count: 64))
    #expect(constant.interval() == Interval(mean: 2, low: 2, high: 2))
    #expect(constant.lagOneCorrelation == 0)
  }
}
