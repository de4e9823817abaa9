import AnalysisKit
import Testing

@Suite("A meter of rates")
struct RateMeterTests {
  @Test("knows how long work at an even rate will take, and is sure of it")
  func even() throws {
    var meter = RateMeter(start: 100, done: 5)
    for step in 1...80 { meter.note(done: 5 + 2 * step, at: 100 + 0.25 * Double(step)) }
    #expect(meter.rate == 8)
    let forecast = try #require(meter.secondsLeft(of: 5 + 160 + 80))
    #expect(forecast.likely == 10)
    #expect(forecast.range == 10...10)
  }

  @Test("is the less sure the more the rate changes")
  func uneven() throws {
    func width(_ spread: Int) throws -> Double {
      var (meter, done) = (RateMeter(start: 0, done: 0), 0)
      for step in 1...40 {
        // Four steps fast, four slow: slices are merged in pairs, which even ones would not survive.
        done += 10 + ((step / 4).isMultiple(of: 2) ? spread : -spread)
        meter.note(done: done, at: 0.25 * Double(step))
      }
      let range = try #require(meter.secondsLeft(of: 800)?.range)
      #expect(range.contains(10))
      return range.upperBound - range.lowerBound
    }
    #expect(try width(2) > 0)
    #expect(try width(8) > width(2))
  }

  @Test("promises nothing before something is done")
  func nothing() {
    var meter = RateMeter(start: 0, done: 3)
    #expect(meter.secondsLeft(of: 10) == nil)
    meter.note(done: 3, at: 5)
    #expect(meter.secondsLeft(of: 10) == nil)
  }
}
