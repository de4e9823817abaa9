import Numerics
import Peers
import Testing

@Suite("The standard normal distribution")
struct StandardNormalTests {
  @Test("has the shares scipy has", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func cumulative() throws {
    let rows = stride(from: -37.0, through: 9, by: 0.01).map { [$0] }
    let theirs = try Peer.firstNumbers(
      from: "from scipy.special import ndtr\nfor r in rows: print(ndtr(r[0]))", rows: rows)
    for (row, theirs) in zip(rows, theirs) {
      let error = (StandardNormal.cumulative(row[0]) - theirs).magnitude
      #expect(error <= 1e-12 * theirs, "Φ(\(row[0]))")
    }
  }

  @Test("has the quantiles scipy has", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func quantile() throws {
    let small = stride(from: -300.0, to: -1, by: 0.37).map { Double.exp($0 * 2.3) }
    let rows = (small + (1..<2000).map { Double($0) / 2000 } + small.map { 1 - $0 })
      .filter { $0 < 1 }.map { [$0] }
    let theirs = try Peer.firstNumbers(
      from: "from scipy.special import ndtri\nfor r in rows: print(ndtri(r[0]))", rows: rows)
    for (row, theirs) in zip(rows, theirs) {
      let error = (StandardNormal.quantile(row[0]) - theirs).magnitude
      #expect(error <= 1e-14 * theirs.magnitude + 1e-16, "Φ⁻¹(\(row[0]))")
    }
  }

  @Test("finds the way back", arguments: [1e-300, 1e-20, 1e-5, 0.02, 0.3, 0.5, 0.8, 0.99])
  func inverse(p: Double) {
    let back = StandardNormal.cumulative(StandardNormal.quantile(p))
    #expect((back / p - 1).magnitude < 1e-12)
  }

  @Test("has quantiles that never fall, across the seams of the approximation")
  func monotone() {
    for seam in [0.075, 0.925, 1.388794386496402e-11, 0.5] {
      var last = -Double.infinity
      for step in -2000...2000 {
        let z = StandardNormal.quantile(seam * (1 + Double(step) * 1e-9))
        #expect(z >= last)
        last = z
      }
    }
  }

  @Test("has the values of the tables")
  func documented() {
    #expect((StandardNormal.cumulative(1.959963984540054) - 0.975).magnitude < 2e-16)
    #expect(StandardNormal.quantile(0.975) == 1.9599639845400536)
    #expect(StandardNormal.quantile(0.5) == 0)
    #expect(StandardNormal.quantile(0.25) == -StandardNormal.quantile(0.75))
  }

  @Test("answers the ends of its range")
  func ends() {
    #expect(StandardNormal.cumulative(-.infinity) == 0)
    #expect(StandardNormal.cumulative(.infinity) == 1)
    #expect(StandardNormal.cumulative(0) == 0.5)
    #expect(StandardNormal.cumulative(.nan).isNaN)
    #expect(StandardNormal.quantile(0) == -.infinity)
    #expect(StandardNormal.quantile(1) == .infinity)
    #expect(StandardNormal.quantile(-0.1).isNaN && StandardNormal.quantile(.nan).isNaN)
  }
}
