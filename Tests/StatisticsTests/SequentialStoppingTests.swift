import Statistics
import Testing

@Suite("Sequential stopping")
struct SequentialStoppingTests {
  @Test("reaches the half-width asked for", arguments: [0.1, 0.05, 0.02])
  func reaches(relative: Double) throws {
    let rule = SequentialStopping(relativeHalfWidth: relative)
    let values = Samples.normal(10_000, mean: 5, number: 1)
    var used = 2
    while case .more(let expected) = rule.decide(after: Array(values[..<used])) {
      #expect(expected > used)
      used += 1
    }
    guard case .enough(let interval) = rule.decide(after: Array(values[..<used])) else {
      Issue.record("stopped without the half-width")
      return
    }
    #expect(used >= rule.minimum)
    #expect(interval.halfWidth <= relative * interval.mean)
    #expect(interval == Interval.studentT(Array(values[..<used])))
    // Theory: n ≈ (1.96 / (5 · relative))², at least the minimum.
    let theory = max(10, (1.96 / (5 * relative)) * (1.96 / (5 * relative)))
    #expect((0.6...1.6).contains(Double(used) / theory))
  }

  @Test("forecasts mostly within a factor of two from twenty values")
  func forecast() {
    // Deviation 1 and half-width 0.1 need (1.96 / 0.1)² = 384 and one or two more for Student. The
    // squared deviation of 20 normal values lies within ½...2 of its truth with probability 0.958.
    let rule = SequentialStopping(absoluteHalfWidth: 0.1)
    let right = Samples.share(of: 500) { number in
      let decision = rule.decide(after: Samples.normal(20, number: number))
      guard case .more(let expected) = decision else { return false }
      return (193...772).contains(expected)
    }
    #expect(right > 0.93)
  }

  @Test("forecasts exactly where the spread does not change")
  func exactForecast() {
    // Deviation 1: the smallest n with t(0.975, n − 1) / √n ≤ 0.5 is 18 (2.1098 / √18 = 0.4973).
    let scale = (9.0 / 10).squareRoot()
    let sample = (0..<10).map { $0.isMultiple(of: 2) ? scale : -scale }
    let rule = SequentialStopping(absoluteHalfWidth: 0.5)
    #expect(rule.decide(after: sample) == .more(expected: 18))
  }

  @Test("waits for the minimum and gives up at the maximum")
  func limits() {
    let rule = SequentialStopping(relativeHalfWidth: 0.5, minimum: 4, maximum: 6)
    #expect(rule.decide(after: []) == .more(expected: 4))
    #expect(rule.decide(after: [1]) == .more(expected: 4))
    #expect(rule.decide(after: [1, 1, 1]) == .more(expected: 4))
    #expect(rule.decide(after: [1, 1, 1, 1]) == .enough(Interval(mean: 1, low: 1, high: 1)))
    #expect(rule.decide(after: [1, -1, 1, -1]) == .more(expected: 6))
    let wild = [1.0, -1, 1, -1, 1, -1]
    #expect(rule.decide(after: wild) == .exhausted(Interval.studentT(wild)))
  }

  @Test("takes either of two targets, which saves a mean near zero")
  func eitherTarget() {
    let sample = Samples.normal(400, number: 2)
    let relative = SequentialStopping(relativeHalfWidth: 0.05, maximum: 1000)
    let both = SequentialStopping(relativeHalfWidth: 0.05, absoluteHalfWidth: 0.2, maximum: 1000)
    #expect(relative.decide(after: sample) == .more(expected: 1000))
    #expect(both.decide(after: sample) == Interval.studentT(sample).map { .enough($0) })
  }

  @Test("holds the mean only slightly less often than it says")
  func coverage() {
    let rule = SequentialStopping(absoluteHalfWidth: 0.25, minimum: 20)
    let held = Samples.share(of: 1000) { number in
      let values = Samples.normal(300, number: number)
      for used in 20...300 {
        if case .enough(let interval) = rule.decide(after: Array(values[..<used])) {
          return interval.contains(0)
        }
      }
      return false
    }
    #expect((0.91...0.97).contains(held))
  }
}
