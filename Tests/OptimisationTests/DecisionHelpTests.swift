import Optimisation
import Peers
import Testing

@Suite("Help to decide")
struct DecisionHelpTests {
  static let bent = ObjectiveTable([[0, 10], [0.5, 6], [1, 2], [5, 1.5], [10, 0]])

  @Test("finds the knee where the front bends, whatever the units", arguments: [1.0, 1e-6, 1e6])
  func knee(unit: Double) {
    let rows = (0..<Self.bent.count).map { [Self.bent[$0][0], unit * Self.bent[$0][1]] }
    #expect(FrontKnee.byDistance(ObjectiveTable(rows)) == 2)
    #expect(FrontKnee.byTradeOff(ObjectiveTable(rows)) == 2)
  }

  @Test("finds no knee on a line or a bulge")
  func noKnee() {
    #expect(FrontKnee.byDistance(ObjectiveTable([[0, 1], [0.5, 0.5], [1, 0]])) == nil)
    #expect(FrontKnee.byDistance(ObjectiveTable([[0, 1], [0.9, 0.9], [1, 0]])) == nil)
  }

  @Test("finds the knee of three objectives")
  func space() {
    let table = ObjectiveTable([
      [1, 0, 0], [0, 1, 0], [0, 0, 1], [0.1, 0.1, 0.1], [0.5, 0.2, 0.2],
    ])
    #expect(FrontKnee.byDistance(table) == 3)
    #expect(FrontKnee.byTradeOff(table) == 3)
  }

  @Test("finds a compromise that moves with the weights and is never beaten")
  func compromise() {
    #expect(Compromise.member(of: Self.bent, weights: [1, 1]) == 2)
    #expect(Compromise.member(of: Self.bent, weights: [1, 0]) == 0)
    #expect(Compromise.member(of: Self.bent, weights: [0, 1]) == 4)
    #expect(
      Compromise.member(of: ObjectiveTable([[1, 1], [1, 0], [0, 2]]), weights: [1, 0]) == 2)
  }

  @Test("minimises pymoo's augmented Chebyshev distance", .needsPeer)
  func peer() throws {
    let points = ParetoFront(of: Samples.cube(300, 3, seed: 8)).members
    let answer = try Peer.numbers(
      from: """
        import numpy as np
        from pymoo.decomposition.aasf import AASF
        F = np.array(rows); F = (F - F.min(0)) / (F.max(0) - F.min(0))
        for w in ([0.2, 0.3, 0.5], [0.6, 0.2, 0.2], [1/3] * 3):
            # pymoo divides by the weights, ours multiplies.
            print(AASF(eps=0.0, rho=1e-4)(F, 1 / np.array(w)).argmin())
        """, rows: points)
    let third = 1.0 / 3
    let all: [[Double]] = [[0.2, 0.3, 0.5], [0.6, 0.2, 0.2], [third, third, third]]
    for (weights, peer) in zip(all, answer) {
      #expect(Compromise.member(of: ObjectiveTable(points), weights: weights) == Int(peer[0]))
    }
  }

  @Test("prices each step along a front")
  func rates() {
    let steps = MarginalRate.along(ObjectiveTable([[400, 1], [100, 9], [300, 5], [160, 3]]))
    #expect(steps.map(\.rate) == [10, 120])
    #expect(steps.map(\.from) == [1, 3] && steps.map(\.to) == [3, 0])
    #expect(MarginalRate.along(ObjectiveTable([[1, 1], [1, 1]])).isEmpty)
  }
}
