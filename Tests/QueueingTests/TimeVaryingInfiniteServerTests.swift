import Foundation
import Queueing
import Testing

@Suite("A station that is never full")
struct TimeVaryingInfiniteServerTests {
  private static let services: [@Sendable (Double) -> Double] = [
    LimitedMean.exponential(mean: 1.5), LimitedMean.deterministic(mean: 1.5),
    LimitedMean.lognormal(mean: 1.5, coefficientOfVariation: 0.8),
    LimitedMean.lognormal(mean: 1.5, coefficientOfVariation: 3),
  ]

  @Test("at a constant rate holds rate times service at all times", arguments: 0..<4)
  func constant(service: Int) {
    let station = TimeVaryingInfiniteServer(
      rates: [4, 4, 4], period: 2, meanService: 1.5, limitedMean: Self.services[service])
    #expect(agree(station.meanBusy, 6, 1e-14))
    for time in [-0.7, 0, 0.3, 1.999, 17.2] {
      #expect(agree(station.meanBusy(at: time), 6, 1e-12))
    }
  }

  @Test("obeys Little's law over a period", arguments: 0..<4)
  func average(service: Int) {
    let station = TimeVaryingInfiniteServer(
      rates: [0, 5, 1, 9, 2, 2], period: 24, meanService: 1.5,
      limitedMean: Self.services[service])
    // Midpoint rule over a whole period.
    let steps = 2400
    var sum = 0.0
    for step in 0..<steps {
      sum += station.meanBusy(at: 24 * (Double(step) + 0.5) / Double(steps))
    }
    #expect(agree(sum / Double(steps), station.meanBusy, 1e-5))
    #expect(agree(station.meanBusy, 19.0 / 6 * 1.5, 1e-14))
  }

  @Test("follows the differential equation of exponential service")
  func exponential() {
    // m' = λ(t) − m/mean, so over a slot m relaxes towards λ·mean; periodic start by geometric sum.
    let rates = [1.0, 7, 3]
    let mean = 5.0
    let decay = Foundation.exp(-2 / mean)
    var start = 0.0
    for _ in 0..<400 {
      for rate in rates { start = rate * mean + (start - rate * mean) * decay }
    }
    let station = TimeVaryingInfiniteServer(
      rates: rates, period: 6, meanService: mean,
      limitedMean: LimitedMean.exponential(mean: mean))
    var level = start
    for (slot, rate) in rates.enumerated() {
      #expect(agree(station.meanBusy(at: 2 * Double(slot)), level, 1e-12))
      let inside = rate * mean + (level - rate * mean) * Foundation.exp(-0.7 / mean)
      #expect(agree(station.meanBusy(at: 600 + 2 * Double(slot) + 0.7), inside, 1e-12))
      level = rate * mean + (level - rate * mean) * decay
    }
    // It rises until the rush of the second slot ends.
    let peak = station.peak
    #expect((peak.time - 4).magnitude < 1e-9)
    #expect(agree(peak.meanBusy, station.meanBusy(at: 4), 1e-12))
  }

  @Test("counts the arrivals of the last service time if that is constant")
  func deterministic() {
    let station = TimeVaryingInfiniteServer(
      rates: [0, 6], period: 2, meanService: 0.5,
      limitedMean: LimitedMean.deterministic(mean: 0.5))
    #expect(agree(station.meanBusy(at: 1.25), 1.5, 1e-15))
    #expect(agree(station.meanBusy(at: 1.75), 3, 1e-15))
    #expect(agree(station.meanBusy(at: 0.125), 2.25, 1e-15))
    #expect(station.meanBusy(at: 0.75) == 0)
    #expect(agree(station.peak.meanBusy, 3, 1e-15))
  }

  @Test("finds a peak inside a slot")
  func peak() {
    // Lognormal leftovers of the first slot decay while the second fills up.
    let station = TimeVaryingInfiniteServer(
      rates: [30, 6, 0, 0], period: 24, meanService: 9,
      limitedMean: LimitedMean.lognormal(mean: 9, coefficientOfVariation: 0.2))
    let peak = station.peak
    var best = 0.0
    for step in 0..<2400 { best = max(best, station.meanBusy(at: Double(step) / 100)) }
    #expect(peak.meanBusy >= best && agree(peak.meanBusy, best, 1e-4))
    #expect(agree(peak.meanBusy, station.meanBusy(at: peak.time), 1e-13))
    #expect(peak.time > 6 && peak.time < 12)
  }

  @Test("has the limited means that integration gives")
  func limitedMeans() {
    // E[min(S, x)] is the area under P(S > s) up to x.
    let lognormal = LimitedMean.lognormal(mean: 2, coefficientOfVariation: 0.5)
    let spread = Foundation.log(1.25).squareRoot()
    let middle = Foundation.log(2) - 0.5 * Foundation.log(1.25)
    let exponential = LimitedMean.exponential(mean: 2)
    var areas = (lognormal: 0.0, exponential: 0.0)
    let steps = 20_000
    for step in 0..<steps {
      let s = 3 * (Double(step) + 0.5) / Double(steps)
      let score = (Foundation.log(s) - middle) / spread
      areas.lognormal += 0.5 * Foundation.erfc(score / 2.0.squareRoot()) * 3 / Double(steps)
      areas.exponential += Foundation.exp(-s / 2) * 3 / Double(steps)
    }
    #expect(agree(lognormal(3), areas.lognormal, 1e-7))
    #expect(agree(exponential(3), areas.exponential, 1e-7))
    #expect(agree(lognormal(1e9), 2, 1e-14) && lognormal(0) == 0 && lognormal(.infinity) == 2)
    #expect(LimitedMean.lognormal(mean: 2, coefficientOfVariation: 0)(3) == 2)
  }
}
