import SitingPlugin
import Testing

@Suite("The demand along a road") struct SitingDemandTests {
  /// One car of 0.2 kWh/km, ten times an hour, on a road of 300 km, looked at every 10 km.
  private func demand(
    brought: Double, full: Double = 40, buffer: Double = 4, session: Double = 20,
    from: Double = 0, to: Double = 300
  ) -> SitingDemand {
    let places = (0...30).map { Double($0) * 10 }
    let used = places.map { 0.2 * (from < to ? $0 : 300 - $0) }
    let car = SampledCar(
      from: from, to: to, used: used, brought: brought, full: full, buffer: buffer,
      session: session, hours: 0.5)
    return SitingDemand([car], places: places, carsPerHour: 10)
  }

  @Test("is spread evenly over the stretches where the sessions may be")
  func density() {
    // 24 kWh less 4 kWh of buffer last for 100 km: there the first session; the other 40 kWh are two
    // sessions, the second of which is in the next 100 km.
    let wishes = demand(brought: 24).wishes
    #expect(wishes.prefix(20).allSatisfy { abs($0.sessions - 1) < 1e-9 })
    #expect(wishes.prefix(20).allSatisfy { abs($0.energy - 20) < 1e-9 })
    #expect(wishes.prefix(20).allSatisfy { abs($0.load - 0.5) < 1e-9 })
    #expect(wishes.dropFirst(20).allSatisfy { abs($0.sessions) < 1e-9 })
    #expect(demand(brought: 80).wishes.allSatisfy { $0.sessions == 0 })
  }

  @Test(
    "falls whole to the stations, however many there are", arguments: [17.3, 24, 31], [13.0, 20])
  func conserved(brought: Double, session: Double) {
    for (from, to) in [(0.0, 300.0), (300, 0), (50, 290)] {
      let demand = demand(brought: brought, session: session, from: from, to: to)
      let all = demand.wishes.reduce(0) { $0 + $1.sessions }
      let need = 0.2 * (from - to).magnitude - (brought - 4)
      #expect(abs(all - 10 * (need / session).rounded(.up)) < 1e-9)
      for stations in [[7], [3, 4], [10, 20, 29], [1, 6, 11, 16, 21, 26]] {
        let stops = [0] + stations + [30]
        let sum = stations.indices.reduce(0.0) { sum, index in
          sum
            + demand.charging(before: stops[index], at: stops[index + 1], after: stops[index + 2])
            .sessions
        }
        #expect(abs(sum - all) < 1e-9)
      }
    }
  }

  @Test("goes to the nearest station, whichever way the car drives")
  func nearest() {
    // One session an hour per ten kilometres on the first 200 km of the way.
    let up = demand(brought: 24)
    #expect(abs(up.charging(before: 0, at: 5, after: 15).sessions - 10) < 1e-9)
    #expect(abs(up.charging(before: 5, at: 15, after: 25).sessions - 10) < 1e-9)
    let down = demand(brought: 24, from: 300, to: 0)
    #expect(abs(down.charging(before: 15, at: 25, after: 30).sessions - 10) < 1e-9)
    #expect(abs(down.charging(before: 5, at: 15, after: 25).sessions - 10) < 1e-9)
  }

  @Test("has towing from the range on, less the driver's buffer")
  func towing() {
    // Full 40 kWh less 4 kWh: 180 km. On entry 24 kWh: 120 km.
    let demand = demand(brought: 24)
    #expect(demand.towed(5, 23) == 0 && demand.towed(5, 24) == 10)
    #expect(demand.towed(0, 12) == 0 && demand.towed(0, 13) == 10)
    #expect(demand.towedShare(5, 24) == 1)
  }

  @Test("ends where the trip ends")
  func trips() {
    let demand = demand(brought: 14, from: 0, to: 150)
    #expect(demand.wishes.dropFirst(15).allSatisfy { $0.sessions == 0 })
    #expect(demand.towed(16, 30) == 0)
    #expect(demand.towed(14, 30) == 0, "10 km are left to drive")
    #expect(abs(demand.wishes.reduce(0) { $0 + $1.sessions } - 10) < 1e-9)
  }
}
