import Optimisation
import Peers
import Testing

@Suite("Ranks")
struct ParetoRanksTests {
  @Test("are those of the definition, with ties and duplicates", arguments: 1...6)
  func definition(objectives: Int) {
    for (count, values) in [(1, 3), (2, 1), (17, 2), (60, 4), (150, 12), (300, 1000)] {
      let points = Samples.lattice(count, objectives, values: values, seed: UInt64(count))
      #expect(
        ParetoRanks(of: points).ranks == Samples.peeledRanks(points), "\(count), \(values) values")
    }
  }

  @Test("equal moocore's", .needsPeer, arguments: 2...6)
  func peer(objectives: Int) throws {
    for (count, values) in [(500, 5), (2000, 40), (3000, 1_000_000)] {
      let points = Samples.lattice(count, objectives, values: values, seed: 7)
      let answer = try Peer.firstNumbers(
        from: "import moocore, numpy\nfor r in moocore.pareto_rank(numpy.array(rows)): print(r)",
        rows: points)
      #expect(ParetoRanks(of: points).ranks == answer.map { Int($0) })
    }
  }

  @Test("do not depend on the order of the designs", arguments: 2...5)
  func order(objectives: Int) {
    var random = FixedRandom(seed: 3)
    let points = Samples.lattice(700, objectives, values: 30, seed: 11)
    let ranks = ParetoRanks(of: points).ranks
    let order = points.indices.shuffled(using: &random)
    #expect(ParetoRanks(of: order.map { points[$0] }).ranks == order.map { ranks[$0] })
  }

  @Test("take both zeros for one, and infinities for what they are")
  func specialNumbers() {
    #expect(ParetoRanks(of: [[0.0, 1], [-0.0, 1], [0, .infinity]]).ranks == [0, 0, 1])
    #expect(ParetoRanks(of: [[-.infinity, 1, 0], [0, 0, 0], [1, 1, 1]]).ranks == [0, 0, 1])
  }

  @Test("of a chain are its places", arguments: 1...5)
  func chain(objectives: Int) {
    let points = (0..<200).reversed().map { Array(repeating: Double($0), count: objectives) }
    #expect(ParetoRanks(of: points).ranks == Array((0..<200).reversed()))
  }

  @Test("of nothing are none")
  func empty() {
    #expect(ParetoRanks(of: [[Double]]()).ranks.isEmpty)
    #expect(ParetoRanks(of: [[Double]]()).fronts.isEmpty)
  }

  @Test("put what keeps the constraints first, then the smaller violation")
  func constraints() {
    let table = ObjectiveTable([[0, 0], [5, 5], [6, 6], [1, 1], [9, 9]])
    let ranks = ParetoRanks(of: table, violations: [2, 0, 0, 1, 1])
    #expect(ranks.ranks == [3, 0, 1, 2, 2])
    #expect(ParetoFront(of: table, violations: [2, 0, 0, 1, 1]).indices == [1])
    #expect(ParetoFront(of: table, violations: [2, 1, 3, 1, 1]).indices == [1, 3, 4])
  }
}
