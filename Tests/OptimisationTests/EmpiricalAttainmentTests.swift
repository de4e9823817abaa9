import Optimisation
import Peers
import Testing

@Suite("Attainment")
struct EmpiricalAttainmentTests {
  static func runs(_ count: Int, values: Int) -> [[[Double]]] {
    (0..<count).map { Samples.lattice(12, 2, values: values, seed: UInt64(100 * values + $0)) }
  }

  @Test("surfaces of all levels are those of moocore's eaf", .needsPeer, arguments: [4, 9, 1000])
  func peer(values: Int) throws {
    let runs = Self.runs(7, values: values)
    let rows = runs.enumerated().flatMap { run, points in points.map { $0 + [Double(run + 1)] } }
    let answer = try Peer.numbers(
      from: """
        import moocore, numpy
        rows = numpy.array(rows)
        for level in range(1, 8):
            for x, y, _ in moocore.eaf(rows[:, :2], rows[:, 2].astype(int), percentiles=[100 * level / 7]):
                print(level, repr(float(x)), repr(float(y)))
        """, rows: rows)
    let attainment = EmpiricalAttainment(of: runs.map { ObjectiveTable($0) })
    for level in 1...7 {
      let peer = answer.filter { $0[0] == Double(level) }.map { [$0[1], $0[2]] }
      let own = attainment.surface(level: level).members
      #expect(own == peer.sorted { $0[0] < $1[0] }, "level \(level)")
    }
  }

  @Test("of a corner is its level, and less just inside it", arguments: [5, 50])
  func corners(values: Int) {
    let runs = Self.runs(9, values: values)
    let attainment = EmpiricalAttainment(of: runs.map { ObjectiveTable($0) })
    for level in 1...9 {
      for corner in attainment.surface(level: level).members {
        #expect(attainment.runs(attaining: corner) >= level)
        #expect(attainment.runs(attaining: [corner[0] - 1e-9, corner[1]]) < level)
        #expect(attainment.runs(attaining: [corner[0], corner[1] - 1e-9]) < level)
      }
    }
  }

  @Test("counts runs in any number of objectives, and an empty run attains nothing")
  func count() {
    let attainment = EmpiricalAttainment(
      of: [
        ObjectiveTable([[1, 2, 3]]), ObjectiveTable([[3, 2, 1], [1, 1, 3]]), ObjectiveTable([]),
      ])
    #expect(attainment.runs(attaining: [1, 2, 3]) == 2)
    #expect(attainment.runs(attaining: [3, 2, 1]) == 1)
    #expect(attainment.runs(attaining: [0, 9, 9]) == 0)
  }

  @Test("of a level that empty runs prevent has no surface")
  func emptyRun() {
    let attainment = EmpiricalAttainment(of: [ObjectiveTable([[1, 1]]), ObjectiveTable([])])
    #expect(attainment.surface(level: 1).members == [[1, 1]])
    #expect(attainment.surface(level: 2).members.isEmpty)
  }
}
