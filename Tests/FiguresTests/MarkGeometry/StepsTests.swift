import Figures
import Peers
import Testing

@Suite("Steps")
struct StepsTests {
  @Test("rise where Matplotlib lets them rise", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func matplotlib() throws {
    var random = FixedRandom(seed: 34)
    let rows = (0..<50).map { _ in (0..<(2 * (2 + random.below(6)))).map { _ in random.number() } }
    let script = """
      from matplotlib.cbook import pts_to_prestep, pts_to_poststep, pts_to_midstep
      for row in rows:
          n = len(row) // 2
          for step in pts_to_prestep, pts_to_poststep, pts_to_midstep:
              print(*(repr(float(v)) for v in step(row[:n], row[n:]).T.ravel()))
      """
    let answers = try Peer.numbers(from: script, rows: rows)
    for (index, row) in rows.enumerated() {
      let count = row.count / 2
      let points = (0..<count).map { Point(row[$0], row[count + $0]) }
      for (kind, rise) in Steps.Rise.allCases.enumerated() {
        // Matplotlib's middle steps leave the places themselves out, where ours keep them.
        let ours = Steps(rise).line(through: points).filter {
          rise != .middle || !points.dropFirst().dropLast().contains($0)
        }
        #expect(ours.flatMap { [$0.x, $0.y] } == answers[3 * index + kind], "\(rise)")
      }
    }
  }

  @Test("stop at gaps and begin anew behind them")
  func gaps() {
    let points = [(0.0, 1.0), (1, 2), (2, .nan), (3, 4), (4, 5)].map { Point($0, $1) }
    let lines = Steps(.after).lines(through: points)
    #expect(
      lines.map(\.points) == [
        [Point(0, 1), Point(1, 1), Point(1, 2)], [Point(3, 4), Point(4, 4), Point(4, 5)],
      ])
    #expect(Steps(.middle).lines(through: []).isEmpty)
    #expect(Steps(.before).line(through: [Point(1, 1)]) == [Point(1, 1)])
  }
}
