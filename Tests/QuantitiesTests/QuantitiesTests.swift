import Quantities
import Testing

@Suite("A time span")
struct TimeSpanTests {
  @Test(
    "reads in the unit it was written in, and in every other",
    arguments: [
      (TimeSpan.seconds(5400), 5400.0), (.minutes(90), 5400), (.hours(1.5), 5400),
      (.days(0.0625), 5400), (.zero, 0),
    ])
  func conversions(span: TimeSpan, seconds: Double) {
    #expect(span.seconds == seconds)
    #expect(span.minutes == seconds / 60)
    #expect(span.hours == seconds / 3600)
    #expect(span.days == seconds / 86_400)
  }

  @Test("adds, subtracts, scales and divides")
  func arithmetic() {
    #expect(TimeSpan.minutes(20) + .minutes(25) == .minutes(45))
    #expect(TimeSpan.hours(1) - .minutes(25) == .minutes(35))
    #expect(3 * TimeSpan.minutes(20) == .hours(1))
    #expect(TimeSpan.days(1) / .hours(6) == 4)
  }

  @Test("is ordered from short to long, and nothing is longer than endless")
  func order() {
    let spans: [TimeSpan] = [.endless, .hours(1), .seconds(1), .minutes(1), .zero, .seconds(-1)]
    #expect(
      spans.sorted() == [.seconds(-1), .zero, .seconds(1), .minutes(1), .hours(1), .endless])
    #expect(TimeSpan.endless + .days(1) == .endless)
  }

  @Test("shows the result of its documentation")
  func documented() {
    #expect(TimeSpan.minutes(25).hours == 0.4166666666666667)
  }
}

@Suite("A simulated time")
struct SimulatedTimeTests {
  @Test("moves on by a span and knows how long ago it was")
  func arithmetic() {
    var now = SimulatedTime.start + .hours(7)
    now += .minutes(30)
    #expect(now == SimulatedTime(sinceStart: .hours(7.5)))
    #expect(now - .start == .minutes(450))
  }

  @Test("lies between the start and never")
  func order() {
    let noon = SimulatedTime.start + .hours(12)
    #expect(.start < noon && noon < .never)
    #expect(!(noon < noon))
    #expect(SimulatedTime.never + .days(1) == .never)
  }

  @Test("still resolves 4 ns after a year")
  func resolution() {
    let year = SimulatedTime.start + .days(365)
    #expect(year + .seconds(4e-9) > year)
    #expect(year.sinceStart.seconds.ulp == 0x1p-28)
  }
}

@Suite("A rate")
struct RateTests {
  @Test("is the inverse of the mean gap")
  func gap() {
    #expect(Rate.perHour(8).meanGap.minutes == 7.5)
    #expect(Rate.once(every: .minutes(7.5)).perHour == 8)
    #expect(Rate.perHour(0).meanGap == .endless)
  }

  @Test("times a span is a number of events")
  func count() {
    #expect(Rate.perHour(36) * .minutes(5) == 3)
    #expect(Rate.once(every: .days(2)) * .days(10) == 5)
  }

  @Test("is ordered from rare to frequent")
  func order() {
    #expect(Rate.perHour(1) < .perHour(2))
    #expect(Rate.once(every: .days(1)) < .perHour(1))
  }
}
