import Numerics
import Peers
import Testing

@Suite("A compensated sum")
struct CompensatedSumTests {
  @Test("keeps what plain addition loses")
  func cancellation() {
    #expect([1e16, 1, -1e16].compensatedSum() == 1)
    #expect([1, 1e100, 1, -1e100].compensatedSum() == 2)
  }

  @Test("does not drift over ten million terms")
  func drift() {
    var sum = CompensatedSum()
    var plain = 0.0
    for _ in 0..<10_000_000 {
      sum.add(0.1)
      plain += 0.1
    }
    // 0.1 is a little more than a tenth; the exact sum of ten million of it rounds to this.
    #expect(sum.value == 1_000_000)
    #expect((plain - 1_000_000).magnitude > 1e-5)
  }

  @Test(
    "agrees with Python's math.fsum", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func exact() throws {
    var generator = SystemGenerator(state: 3)
    let terms = (0..<10_000).map { _ in
      Double.random(in: -1...1, using: &generator)
        * Double.exp(Double.random(in: -20...20, using: &generator))
    }
    let script = "import math\nprint(math.fsum(r[0] for r in rows))"
    let theirs = try #require(try Peer.table(from: script, rows: terms.map { [$0] }).first?.first)
    let exact = try #require(Double(theirs))
    #expect((terms.compensatedSum() - exact).magnitude <= exact.ulp)
  }

  @Test("starts at zero and lets infinity through")
  func ends() {
    #expect(CompensatedSum().value == 0)
    #expect([Double]().compensatedSum() == 0)
    #expect([1, .infinity, 2].compensatedSum() == .infinity)
    #expect([.infinity, -.infinity].compensatedSum().isNaN)
  }
}
