import Queueing
import Testing

@Suite("Erlang's formulas")
struct ErlangTests {
  @Test(
    "give the loads of the printed table of 1 % loss",
    arguments: [(1, 0.0101), (2, 0.153), (5, 1.361), (10, 4.461), (20, 12.03), (100, 84.06)])
  func table(servers: Int, load: Double) {
    // The table rounds the load to four digits.
    let unit = load < 1 ? 0.0005 : (load < 10 ? 0.0005 : 0.005)
    #expect(ErlangB.blocking(offeredLoad: load - unit, servers: servers) < 0.01)
    #expect(ErlangB.blocking(offeredLoad: load + unit, servers: servers) > 0.01)
  }

  @Test("give the fractions of small stations")
  func fractions() {
    #expect(agree(ErlangB.blocking(offeredLoad: 2, servers: 3), 4.0 / 19, 1e-15))
    #expect(agree(ErlangC.waitProbability(offeredLoad: 1, servers: 2), 1.0 / 3, 1e-15))
    #expect(agree(ErlangC.waitProbability(offeredLoad: 2, servers: 3), 4.0 / 9, 1e-15))
    #expect(ErlangC.waitProbability(offeredLoad: 3, servers: 3) == 1)
    #expect(ErlangB.blocking(offeredLoad: 3, servers: 0) == 1)
    #expect(ErlangB.blocking(offeredLoad: 0, servers: 3) == 0)
  }

  @Test("carry what they do not block, also far from balance", arguments: [1e-6, 1, 1e3, 1e9])
  func carried(load: Double) {
    for servers in [1, 7, 300, 2000] {
      let system = LossSystem(offeredLoad: load, servers: servers)
      #expect(agree(system.meanBusy, load * (1 - system.blockedShare), 1e-6))
      #expect(system.utilisation > 0 && system.utilisation <= 1)
    }
    // One server: B = a/(1 + a), busy a/(1 + a).
    #expect(agree(LossSystem(offeredLoad: load, servers: 1).meanBusy, load / (1 + load), 1e-15))
  }
}
