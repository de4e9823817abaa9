import ChargingModels
import Foundation
import Peers
import Testing

@Suite("A staircase of power")
struct ChargeStaircaseTests {
  private let curves = [
    ChargeCurve(knots: [.init(0, 100), .init(0.5, 100), .init(1, 20)]),
    ChargeCurve(knots: [
      .init(0, 60), .init(0.1, 150), .init(0.4, 150), .init(0.6, 100), .init(0.8, 60), .init(1, 10),
    ]),
    .flat(135),
  ]
  private let capacity = 60.0

  @Test("takes as long from step to step as the lines between the knots, in closed form")
  func closedForm() {
    let table = ChargeStaircase(curves)
    // From half full, P falls from 100 to 20 kW in a line: t = C/(dP/ds) · ln(P₀/P₁).
    for end in [0.55, 0.75, 0.95, 1.0] {
      let power = 100 - 160 * (end - 0.5)
      let expected = capacity / 160 * log(100 / power) * 3600
      let seconds = table.seconds(
        curve: 0, from: 0.5 * capacity, to: end * capacity, capacity: capacity, limit: 350)
      #expect((seconds / expected - 1).magnitude < 1e-12, "to \(end)")
    }
    let flat = table.seconds(curve: 2, from: 6, to: 51, capacity: capacity, limit: 350)
    #expect((flat - 45.0 / 135 * 3600).magnitude < 1e-9)
  }

  @Test("agrees with numerical integration by SciPy", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func quadrature() throws {
    let script = """
      import sys
      from scipy.integrate import quad
      xs=[0,.1,.4,.6,.8,1]; ys=[60,150,150,100,60,10]
      import numpy as np
      for line in open(sys.argv[1]):
          a,b=map(float,line.split())
          pts=[x for x in xs if a<x<b]
          print(repr(quad(lambda s: 60/np.interp(s,xs,ys)*3600,a,b,points=pts or None,epsabs=1e-12,epsrel=1e-12,limit=200)[0]))
      """
    let cases = [(0.0, 0.1), (0.1, 0.8), (0.05, 1.0), (0.2, 0.85), (0.6, 0.95)]
    let answers = try Peer.lines(from: script, cases: cases.map { "\($0.0) \($0.1)" })
    let table = ChargeStaircase(curves)
    for (pair, answer) in zip(cases, answers) {
      let expected = try #require(Double(answer))
      let own = table.seconds(
        curve: 1, from: pair.0 * capacity, to: pair.1 * capacity, capacity: capacity, limit: 350)
      // Exact where both ends are ends of steps; 0.05 lies on one too.
      #expect((own / expected - 1).magnitude < 1e-9, "\(pair): \(own) instead of \(expected)")
    }
  }

  @Test(
    "gives the same energy whatever the pieces in which one looks", arguments: [40.0, 111, 350])
  func pieces(limit: Double) {
    let table = ChargeStaircase(curves)
    var random = FixedRandom(seed: 3)
    for curve in curves.indices {
      let (start, end) = (3.0, 57.0)
      let whole = table.seconds(
        curve: curve, from: start, to: end, capacity: capacity, limit: limit, derating: 0.8)
      var energy = start
      var rest = whole
      while rest > 0 {
        let piece = min(Double.random(in: 1...400, using: &random), rest)
        energy = table.energy(
          after: piece, curve: curve, from: energy, to: end, capacity: capacity, limit: limit,
          derating: 0.8)
        rest -= piece
      }
      #expect((energy - end).magnitude < 1e-9)
      let half = table.energy(
        after: whole / 2, curve: curve, from: start, to: end, capacity: capacity, limit: limit,
        derating: 0.8)
      let back = table.seconds(
        curve: curve, from: start, to: half, capacity: capacity, limit: limit, derating: 0.8)
      #expect((back - whole / 2).magnitude < 1e-8)
    }
  }

  @Test("never gives more than the charger, the curve or the cold allow")
  func limits() {
    let table = ChargeStaircase(curves)
    for curve in curves.indices {
      for level in stride(from: 0.0, to: 0.99, by: 0.01) {
        let start = level * capacity
        let gained =
          table.energy(
            after: 36, curve: curve, from: start, to: capacity, capacity: capacity, limit: 90,
            derating: 0.7) - start
        // Within a step, which is a twentieth wide, power is the mean of the line.
        let near = (-10...11).map { min(max(level + 0.005 * Double($0), 0), 1) }
        let most = near.map { curves[curve].power(at: $0) }.max() ?? 0
        #expect(gained * 100 <= min(90, 0.7 * most) + 1e-9)
        #expect(gained > 0)
      }
    }
  }

  @Test("stops at its goal, and is already there when it starts there")
  func ends() {
    let table = ChargeStaircase(curves)
    #expect(table.seconds(curve: 0, from: 30, to: 30, capacity: 60, limit: 50) == 0)
    #expect(
      table.energy(after: 1e9, curve: 0, from: 10, to: 42, capacity: 60, limit: 50) == 42)
    #expect(table.energy(after: -5, curve: 0, from: 10, to: 42, capacity: 60, limit: 50) == 10)
  }
}
