import Numerics
import Peers
import Testing

@Suite("The beta function")
struct BetaFunctionTests {
  static let cases: [[Double]] = {
    let weights = [1e-3, 0.5, 1, 2, 3.5, 9, 15, 120, 4000, 1e6]
    return weights.flatMap { a in
      weights.flatMap { b -> [[Double]] in
        let mean = a / (a + b)
        let deviation = (mean * (1 - mean) / (a + b + 1)).squareRoot()
        let points =
          [1e-10, 1e-3, 0.1, 0.5, 0.9, 0.999] + [-5, -1, 0, 1, 5].map { mean + $0 * deviation }
        return points.filter { $0 > 0 && $0 < 1 }.map { [$0, a, b] }
      }
    }
  }()

  @Test("has the integral scipy has", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func peer() throws {
    let theirs = try Peer.firstNumbers(
      from: "from scipy.special import betainc\nfor x, a, b in rows: print(betainc(a, b, x))",
      rows: Self.cases)
    for (row, theirs) in zip(Self.cases, theirs) where theirs > 1e-290 {
      let tolerance = max(row[1], row[2]) > 1e4 ? 1e-10 : 1e-12
      // Above the mean it is 1 less a share, with the absolute accuracy of 1.
      let ours = BetaFunction.regularised(row[0], row[1], row[2])
      #expect(
        (ours - theirs).magnitude <= tolerance * theirs + 4e-15,
        "I\(row) is \(ours / theirs - 1) off")
    }
  }

  @Test("is a power of x for second weight 1", arguments: [0.5, 1, 3, 40])
  func power(a: Double) {
    for x in [0.01, 0.3, 0.7, 0.99] {
      let exact = Double.exp(a * Double.log(x))
      #expect((BetaFunction.regularised(x, a, 1) - exact).magnitude < 1e-14)
    }
  }

  @Test("is its own mirror image", arguments: [0.1, 0.37, 0.5, 0.83])
  func mirror(x: Double) {
    let sum = BetaFunction.regularised(x, 3, 5) + BetaFunction.regularised(1 - x, 5, 3)
    #expect((sum - 1).magnitude < 1e-15)
  }

  @Test("answers the ends of its range")
  func ends() {
    #expect(BetaFunction.regularised(0, 2, 2) == 0)
    #expect(BetaFunction.regularised(1, 2, 2) == 1)
    #expect((BetaFunction.regularised(0.5, 2, 2) - 0.5).magnitude < 4e-15)
    #expect(BetaFunction.regularised(-0.1, 2, 2).isNaN)
    #expect(BetaFunction.regularised(1.1, 2, 2).isNaN)
    #expect(BetaFunction.regularised(0.5, 0, 2).isNaN)
    #expect(BetaFunction.regularised(.nan, 2, 2).isNaN)
  }
}
