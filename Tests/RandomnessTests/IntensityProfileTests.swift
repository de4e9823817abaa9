import Numerics
import Randomness
import Testing

@Suite("An intensity profile")
struct IntensityProfileTests {
  static let profiles = [
    IntensityProfile(rates: [3], period: 10),
    IntensityProfile(rates: (0..<24).map { 1 + Double($0 % 7) * 0.9 }, period: 24),
    IntensityProfile(rates: [0, 0, 2.5, 0, 7, 0.1, 0, 0], period: 24),
    IntensityProfile(rates: [0, 1, 0], period: 0.3),
    IntensityProfile(rates: [1e-6, 1e6], period: 1),
  ]

  @Test("knows how many events to expect")
  func expected() {
    let profile = IntensityProfile(rates: [0, 2, 4, 0], period: 24)
    #expect(profile.expectedPerPeriod == 36)
    #expect(profile.meanRate == 1.5)
    #expect(profile.cumulative(at: 0) == 0)
    #expect(profile.cumulative(at: 6) == 0)
    #expect(profile.cumulative(at: 9) == 6)
    #expect(profile.cumulative(at: 20) == 36)
    #expect(profile.cumulative(at: 24 * 5 + 13) == 5 * 36 + 16)
    #expect(IntensityProfile(rates: [0, 2], period: 24).time(atCumulative: 6) == 15)
  }

  @Test("finds the time that belongs to a number of events", arguments: profiles)
  func inverse(profile: IntensityProfile) {
    var stream = GoodnessOfFit.stream("inverse")
    for periods in [0.0, 1, 17, 1000, 1_000_000] {
      for _ in 0..<2000 {
        let target = (periods + stream.nextUnit()) * profile.expectedPerPeriod
        let time = profile.time(atCumulative: target)
        let back = profile.cumulative(at: time)
        let highest = profile.rates.max() ?? 0
        // One rounding of the time is worth this many events.
        let rounding = 4 * (time.ulp * highest + target.ulp)
        #expect((back - target).magnitude <= rounding + 1e-9 * min(1, profile.expectedPerPeriod))
      }
    }
  }

  @Test("never places an event where the rate is zero, and keeps the order", arguments: profiles)
  func closed(profile: IntensityProfile) {
    let slot = profile.period / Double(profile.rates.count)
    for periods in [0.0, 1, 3, 10, 999, 1_000_000] {
      var targets = (0...4000).map { (periods + Double($0) / 4000) * profile.expectedPerPeriod }
      let border = (periods + 1) * profile.expectedPerPeriod
      targets += [border.nextDown, border, border.nextUp]
      var last = -Double.infinity
      for target in targets.sorted() {
        let time = profile.time(atCumulative: target)
        let rounding = 4 * time.ulp + 1e-12 * profile.period
        #expect(time >= last - rounding)
        last = time
        let place = (time - (time / profile.period).rounded(.down) * profile.period) / slot
        let near = [place - rounding / slot, place, place + rounding / slot].map {
          let slots = profile.rates.count
          return profile.rates[((Int($0.rounded(.down)) % slots) + slots) % slots]
        }
        #expect(near.contains { $0 > 0 }, "\(target) at \(time)")
      }
    }
  }

  @Test("makes counts Poisson in every slot and independent between slots")
  func counts() {
    let profile = Self.profiles[2]
    let days = 20_000
    var totals = [[Double]](repeating: [], count: profile.rates.count)
    for day in 0..<days {
      var stream = GoodnessOfFit.stream("days", day)
      let gap = ExponentialDistribution(mean: 1)
      var counts = [Double](repeating: 0, count: profile.rates.count)
      var target = gap.draw(from: &stream)
      while target < profile.expectedPerPeriod {
        counts[min(Int(profile.time(atCumulative: target) / 3), 7)] += 1
        target += gap.draw(from: &stream)
      }
      for slot in counts.indices { totals[slot].append(counts[slot]) }
    }
    for (rate, sample) in zip(profile.rates, totals) {
      guard rate > 0 else {
        #expect(sample.allSatisfy { $0 == 0 })
        continue
      }
      GoodnessOfFit.expectMoments(sample, mean: rate * 3, variance: rate * 3)
      let mean = sample.reduce(0, +) / Double(days)
      let variance = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(days - 1)
      // The index of dispersion of n Poisson counts is 1 with standard error √(2/n).
      #expect((variance / mean - 1).magnitude < 5 * (2 / Double(days)).squareRoot())
    }
    let product = zip(totals[2], totals[4]).reduce(0) { $0 + ($1.0 - 7.5) * ($1.1 - 21) }
    #expect(
      (product / Double(days) / (7.5 * 21).squareRoot()).magnitude < 5 / Double(days).squareRoot())
  }

  @Test("leaves gaps exponential once time is counted in expected events")
  func gaps() {
    let profile = Self.profiles[1]
    var stream = GoodnessOfFit.stream("gaps")
    let gap = ExponentialDistribution(mean: 1)
    var target = 0.0
    var last = 0.0
    let sample = (0..<50_000).map { _ in
      target += gap.draw(from: &stream)
      let here = profile.cumulative(at: profile.time(atCumulative: target))
      defer { last = here }
      return here - last
    }
    GoodnessOfFit.expectContinuous(sample) { $0 < 0 ? 0 : 1 - Double.exp(-$0) }
  }

  @Test("moves every event earlier when rates rise")
  func common() {
    let slow = Self.profiles[1]
    let fast = IntensityProfile(rates: slow.rates.map { $0 * 1.3 }, period: slow.period)
    for step in 1..<1000 {
      let target = Double(step) * 0.37
      #expect(fast.time(atCumulative: target) < slow.time(atCumulative: target))
    }
  }
}
