import EventSimulation
import Quantities
import Testing

@Suite("A time integral")
struct TimeIntegralTests {
  @Test("is exact for steps that a number can hold")
  func steps() {
    var integral = TimeIntegral()
    integral.change(to: 2, at: .start + .seconds(3))
    integral.change(by: 5, at: .start + .seconds(4))
    integral.change(by: -7, at: .start + .seconds(6))
    integral.change(to: -0.5, at: .start + .seconds(10))
    #expect(integral.level == -0.5)
    #expect(integral.total(at: .start + .seconds(10)) == .seconds(2 * 1 + 7 * 2))
    #expect(integral.total(at: .start + .seconds(14)) == .seconds(2 + 14 - 2))
    // Asking changes nothing.
    #expect(integral.total(at: .start + .seconds(10)) == .seconds(16))
  }

  @Test("loses nothing over ten million changes")
  func manyChanges() {
    // Level k mod 7 from k/1024 on, so that every time and every product is exact and the integral is
    // a whole number of 1024ths; a plain sum of steps of 0.1 s is held to an exact one besides.
    var exact = TimeIntegral()
    var tenths = TimeIntegral()
    var whole = 0
    let count = 10_000_000
    for k in 0..<count {
      exact.change(to: Double(k % 7), at: .start + .seconds(Double(k) / 1024))
      tenths.change(to: 0.1, at: .start + .seconds(Double(k) / 1024))
      whole += k % 7
    }
    let end = SimulatedTime.start + .seconds(Double(count) / 1024)
    #expect(exact.total(at: end).seconds == Double(whole) / 1024)
    let expected = 0.1 * Double(count) / 1024
    #expect(abs(tenths.total(at: end).seconds / expected - 1) < 1e-12)
  }

  @Test("does not run back")
  func past() async {
    await #expect(processExitsWith: .failure) {
      var integral = TimeIntegral()
      integral.change(to: 1, at: .start + .seconds(2))
      integral.change(to: 1, at: .start + .seconds(1))
    }
  }
}
