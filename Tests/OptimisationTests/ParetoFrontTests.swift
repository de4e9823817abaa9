import Optimisation
import Peers
import Testing

@Suite("A Pareto front")
struct ParetoFrontTests {
  @Test("is rank 0", arguments: 1...6)
  func rankZero(objectives: Int) {
    for (count, values) in [(1, 1), (50, 3), (400, 20), (900, 10_000)] {
      let points = Samples.lattice(count, objectives, values: values, seed: UInt64(values))
      let ranks = ParetoRanks(of: points).ranks
      #expect(ParetoFront(of: points).indices == ranks.indices.filter { ranks[$0] == 0 })
    }
  }

  @Test("is what moocore finds", .needsPeer, arguments: 2...6)
  func peer(objectives: Int) throws {
    let points = Samples.lattice(2000, objectives, values: 50, seed: 5)
    let answer = try Peer.firstNumbers(
      from: """
        import moocore, numpy
        for r in moocore.is_nondominated(numpy.array(rows), keep_weakly=True): print(int(r))
        """, rows: points)
    #expect(ParetoFront(of: points).indices == answer.indices.filter { answer[$0] == 1 })
  }

  @Test("keeps all of several equal designs")
  func duplicates() {
    let front = ParetoFront(of: [[1, 2], [2, 1], [1, 2], [2, 2]])
    #expect(front.members == [[1, 2], [2, 1], [1, 2]])
  }
}

@Suite("The crowding distance")
struct CrowdingDistanceTests {
  @Test("is the sum of the gaps between neighbours over the range, infinite at the ends")
  func example() {
    let table = ObjectiveTable([[0, 4], [1, 2], [4, 0]])
    #expect(CrowdingDistance.distances(of: table) == [.infinity, 2, .infinity])
    let four = ObjectiveTable([[3, 1], [0, 4], [1, 2], [4, 0]])
    #expect(CrowdingDistance.distances(of: four) == [1.25, .infinity, 1.5, .infinity])
  }

  @Test("is pymoo's", .needsPeer, arguments: 2...4)
  func peer(objectives: Int) throws {
    let points = Samples.sphere(50, objectives, seed: 1)
    let answer = try Peer.firstNumbers(
      from: """
        import numpy
        from pymoo.operators.survival.rank_and_crowding.metrics import calc_crowding_distance
        for d in calc_crowding_distance(numpy.array(rows)): print(d * len(rows[0]))
        """, rows: points)
    for (own, peer) in zip(CrowdingDistance.distances(of: ObjectiveTable(points)), answer) {
      #expect(own == peer || (own - peer).magnitude < 1e-12)
    }
  }

  @Test("of one or two designs is infinite, and no range adds nothing")
  func few() {
    #expect(CrowdingDistance.distances(of: ObjectiveTable([[1, 2]])) == [.infinity])
    let flat = ObjectiveTable([[0, 1], [1, 1], [2, 1]])
    #expect(CrowdingDistance.distances(of: flat)[1] == 1)
  }
}
