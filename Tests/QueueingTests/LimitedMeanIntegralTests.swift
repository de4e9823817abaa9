import Queueing
import Testing

@Suite("The integral of a limited mean") struct LimitedMeanIntegralTests {
  static let pairs: [(String, @Sendable (Double) -> Double, @Sendable (Double) -> Double)] = [
    ("exponential", LimitedMean.exponential(mean: 0.7), LimitedMean.exponentialIntegral(mean: 0.7)),
    (
      "always the same", LimitedMean.deterministic(mean: 0.683), LimitedMean.recordIntegral([0.683])
    ),
    (
      "lognormal", LimitedMean.lognormal(mean: 1.3, coefficientOfVariation: 0.8),
      LimitedMean.lognormalIntegral(mean: 1.3, coefficientOfVariation: 0.8)
    ),
  ]

  @Test("is what Simpson's rule finds in small steps", arguments: 0..<3)
  func quadrature(which: Int) {
    let (name, function, integral) = Self.pairs[which]
    for end in [0.01, 0.3, 0.683, 1, 2.5, 20] {
      let steps = 20_000
      let width = end / Double(steps)
      var sum = 0.0
      for step in 0...steps {
        let weight = step == 0 || step == steps ? 1.0 : step.isMultiple(of: 2) ? 2 : 4
        sum += weight * function(Double(step) * width)
      }
      #expect(abs(integral(end) - sum * width / 3) < 1e-8 * max(1, end), "\(name) to \(end)")
    }
  }

  @Test("of a record is the mean of those of its values")
  func record() {
    let integral = LimitedMean.recordIntegral([2, 0.5, 1])
    let single = [2, 0.5, 1].map { LimitedMean.recordIntegral([$0]) }
    for end in [0.25, 0.5, 0.75, 1.5, 3, 100] {
      #expect(abs(integral(end) - single.map { $0(end) }.reduce(0, +) / 3) < 1e-12 * end * end)
    }
  }

  @Test("gives the exact mean over an hour where all come at once and stay equally long")
  func spike() {
    var rates = [Double](repeating: 0, count: 24)
    rates[7] = 24
    let curve = TimeVaryingInfiniteServer(
      rates: rates, period: 24, meanService: 41.0 / 60,
      limitedMean: LimitedMean.averaged(over: 1, LimitedMean.recordIntegral([41.0 / 60])))
    // Arrivals at 24 an hour for an hour, each for 41 minutes: d − d²/2 of them in hour 7, d²/2 in hour 8.
    let stay = 41.0 / 60
    #expect(abs(curve.meanBusy(at: 8) - 24 * (stay - stay * stay / 2)) < 1e-12)
    #expect(abs(curve.meanBusy(at: 9) - 24 * stay * stay / 2) < 1e-12)
    #expect(abs(curve.meanBusy(at: 10)) < 1e-12)
  }
}
