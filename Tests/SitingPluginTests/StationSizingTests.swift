import Foundation
import Queueing
import SitingPlugin
import Testing

@Suite("The size of a station") struct StationSizingTests {
  @Test("is the least that keeps the wait, by counting upward", arguments: [0.3, 2, 7.5, 19.9])
  func counting(load: Double) throws {
    let session = 0.5
    let sizing = StationSizing(session: session, .init(wait: 0.1), least: 1, most: 60)
    let first = try #require(
      (1...60).first { chargers in
        MarkovQueue(
          arrivalRate: load / session, serviceRate: 1 / session, servers: chargers,
          waitingSpots: nil
        ).waitQuantile(0.95) <= 0.1
      })
    #expect(sizing.chargers(for: load) == first)
  }

  @Test("has with one charger the largest load that theory says")
  func single() {
    // M/M/1: 5 % wait longer than w, so ρ exp(−(1 − ρ) w/s) = 0.05.
    let sizing = StationSizing(session: 1, .init(wait: 2), least: 1, most: 1)
    let load = sizing.largestLoads[1]
    #expect(abs(load * exp(-(1 - load) * 2) - 0.05) < 1e-7)
    // Nobody may wait at all: at most 5 % find the charger busy.
    let none = StationSizing(session: 1, .init(wait: 0), least: 1, most: 1)
    #expect(abs(none.largestLoads[1] - 0.05) < 1e-8)
  }

  @Test("obeys a limit of blocked cars, Erlang's where nobody can wait")
  func blocked() {
    let sizing = StationSizing(
      session: 0.5, .init(wait: 1000, blocked: (share: 0.02, spots: 0)), least: 1, most: 30)
    for chargers in [1, 5, 30] {
      let load = sizing.largestLoads[chargers]
      let share = ErlangB.blocking(offeredLoad: load, servers: chargers)
      #expect(abs(share - 0.02) < 1e-6, "\(chargers)")
    }
  }

  @Test("never falls as the load grows, and has a least and a most")
  func monotone() {
    let sizing = StationSizing(session: 0.4, .init(wait: 0.2), least: 3, most: 20)
    let sizes = stride(from: 0.0, to: 25, by: 0.25).map { sizing.chargers(for: $0) }
    #expect(sizes.first == 3)
    #expect(sizes.last == .some(nil))
    let known = sizes.compactMap { $0 }
    #expect(known == known.sorted() && known.last == 20)
    #expect(sizing.largestLoads == sizing.largestLoads.sorted())
  }
}
