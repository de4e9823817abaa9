import Optimisation
import Peers
import Testing

@Suite("NSGA-II")
struct NSGA2Tests {
  @Test("reaches 0.850 of ZDT1 in 10 000 evaluations and 0.8696 in 25 000")
  func zdt1() throws {
    let space = try TestProblem.zdt1.space
    for (evaluations, goal, seeds) in [(10_000, 0.850, 11), (25_000, 0.8696, 3)] {
      let volumes = (1...seeds).map { seed in
        var search = NSGA2(space, seed: UInt64(seed), evaluations: evaluations)
        search.run(TestProblem.zdt1.outcome)
        #expect(search.designs.count == evaluations)
        return search.lastVolume
      }
      #expect(median(volumes) >= goal)
    }
  }

  @Test("reaches 0.695 of DTLZ2 in 10 000 evaluations")
  func dtlz2() throws {
    let space = try TestProblem.dtlz2.space
    let volumes = (1...11).map { seed in
      var search = NSGA2(space, seed: UInt64(seed), evaluations: 10_000)
      search.run(TestProblem.dtlz2.outcome)
      return search.lastVolume
    }
    #expect(median(volumes) >= 0.695)
  }

  @Test("nears the fronts of ZDT2 and ZDT3", arguments: [(TestProblem.zdt2, 0.53), (.zdt3, 1.31)])
  func others(problem: TestProblem, goal: Double) throws {
    var search = NSGA2(try problem.space, seed: 1, evaluations: 25_000)
    search.run(problem.outcome)
    #expect(search.lastVolume >= goal)
  }

  @Test("asks for exactly the evaluations it was given", arguments: [0, 1, 99, 100, 101, 250])
  func budget(evaluations: Int) throws {
    var search = NSGA2(try TestProblem.zdt1.space, seed: 1, evaluations: evaluations)
    search.run(TestProblem.zdt1.outcome)
    #expect(search.designs.count == evaluations)
    #expect(search.isFinished)
  }

  @Test("proposes the same again when the outcomes of a log are accepted again")
  func replay() throws {
    let space = try TestProblem.dtlz2.space
    var search = NSGA2(space, seed: 5, evaluations: 1000)
    search.run(TestProblem.dtlz2.outcome)
    var second = NSGA2(space, seed: 5, evaluations: 1000)
    var log = search.designs[...]
    while !second.isFinished {
      let known = log.prefix(second.proposals.count)
      #expect(known.map(\.point) == second.proposals)
      log = log.dropFirst(known.count)
      second.accept(known.map(\.outcome))
    }
    #expect(second.designs == search.designs)
    var other = NSGA2(space, seed: 6, evaluations: 1000)
    other.run(TestProblem.dtlz2.outcome)
    #expect(other.designs != search.designs)
  }

  @Test("starts from the points that it is given, repaired")
  func first() throws {
    let space = try DecisionSpace([Decision("a", .integer(0...9)), Decision("b", .real(0...1))])
    var settings = NSGA2.Settings()
    settings.first = [[3.2, 2], [3, 1], [5, 0.5]]
    let search = NSGA2(space, seed: 1, evaluations: 200, settings: settings)
    #expect(search.proposals.prefix(2) == [[3, 1], [5, 0.5]])
    #expect(search.proposals.count == 100)
  }
}

@Suite("NSGA-III")
struct NSGA3Tests {
  @Test("reaches 0.737 of DTLZ2 in 9 200 evaluations toward 91 directions")
  func dtlz2() throws {
    let space = try TestProblem.dtlz2.space
    let directions = ReferenceDirections(objectives: 3, divisions: 12)
    let volumes = (1...11).map { seed in
      var search = NSGA3(space, toward: directions, seed: UInt64(seed), evaluations: 9200)
      search.run(TestProblem.dtlz2.outcome)
      #expect(search.designs.count == 9200)
      #expect(search.population.count == 92)
      return search.lastVolume
    }
    #expect(median(volumes) >= 0.737)
  }

  @Test("comes near the plane of DTLZ1")
  func dtlz1() throws {
    let directions = ReferenceDirections(objectives: 3, divisions: 12)
    var search = NSGA3(
      try TestProblem.dtlz1.space, toward: directions, seed: 1, evaluations: 36_800)
    search.run(TestProblem.dtlz1.outcome)
    let table = ObjectiveTable(search.population.map { search.designs[$0].objectives })
    let volume = Hypervolume(reference: [0.55, 0.55, 0.55]).volume(of: table)
    #expect(volume > 0.135 && volume < 0.1455417)
  }

  @Test("proposes the same again when the outcomes of a log are accepted again")
  func replay() throws {
    let space = try TestProblem.dtlz2.space
    let directions = ReferenceDirections(objectives: 3, atMost: 20)
    var search = NSGA3(space, toward: directions, seed: 5, evaluations: 300)
    search.run(TestProblem.dtlz2.outcome)
    var second = NSGA3(space, toward: directions, seed: 5, evaluations: 300)
    second.run(TestProblem.dtlz2.outcome)
    #expect(second.designs == search.designs)
  }
}

@Suite("Reference directions")
struct ReferenceDirectionsTests {
  @Test("are all ways to share out one whole")
  func count() {
    #expect(ReferenceDirections(objectives: 3, divisions: 12).directions.count == 91)
    #expect(ReferenceDirections(objectives: 5, divisions: 6).directions.count == 210)
    #expect(ReferenceDirections(objectives: 3, atMost: 92).directions.count == 91)
    for direction in ReferenceDirections(objectives: 4, divisions: 5).directions {
      #expect((direction.reduce(0, +) - 1).magnitude < 1e-15)
    }
  }

  @Test("are pymoo's", .needsPeer)
  func peer() throws {
    let answer = try Peer.numbers(
      from: """
        from pymoo.util.ref_dirs import get_reference_directions
        for d in get_reference_directions("das-dennis", 4, n_partitions=6): print(*map(float, d))
        """)
    let own = ReferenceDirections(objectives: 4, divisions: 6).directions
    #expect(own.count == answer.count)
    for (own, peer) in zip(own, answer) {
      #expect(zip(own, peer).allSatisfy { ($0 - $1).magnitude < 1e-12 })
    }
  }
}
