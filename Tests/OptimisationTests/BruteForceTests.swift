import Optimisation
import Testing

@Suite("A search of a discrete space")
struct BruteForceTests {
  /// Stations, chargers and spots with a bound and a variable length, and a kind of charger.
  static let space: DecisionSpace? = try? DecisionSpace([
    Decision("stations", .integer(1...3)),
    Decision("chargers_1", .integer(1...6)),
    Decision("chargers_2", .integer(1...6), exists: .when("stations", isAtLeast: 2)),
    Decision("spots", .integer(0...20, step: 5), atMost: .constant(26, minus: ["chargers_1": 1])),
    Decision("kind", .category(["slow", "fast", "mixed"])),
  ])

  static func outcome(_ point: Point) -> Outcome {
    let cost = point[0] * 3 + (point[1] + point[2]) * (1 + point[4]) + 0.2 * point[3]
    let wait = 40 / (point[0] * (point[1] + point[2]) * (0.7 + point[4])) + 10 / (1 + point[3])
    return Outcome(
      [cost, wait, (point[4] - 1) * (point[4] - 1) + 0.1 * point[1]],
      constraints: [wait - 20, 8 - cost])
  }

  @Test("that may evaluate all of it returns exactly the non-dominated designs", arguments: 1...5)
  func exact(seed: UInt64) throws {
    let space = try #require(Self.space)
    let all = space.grid.map { Design($0, Self.outcome($0)) }
    #expect(all.count == space.gridCount)
    let truth = ParetoFront(
      of: ObjectiveTable(all.map(\.objectives)), violations: all.map(\.violation))
    let expected = Set(truth.indices.map { all[$0] })

    var search = NSGA2(space, seed: seed, evaluations: 100_000)
    search.run(Self.outcome)
    #expect(search.designs.count == all.count)
    #expect(Set(search.designs) == Set(all))
    #expect(Set(search.front) == expected && search.front.count == expected.count)

    let directions = ReferenceDirections(objectives: 3, divisions: 5)
    var second = NSGA3(space, toward: directions, seed: seed, evaluations: 100_000)
    second.run(Self.outcome)
    #expect(Set(second.front) == expected && second.front.count == expected.count)
  }

  @Test("finds twice as much of the front in a fifth of the evaluations as chance would")
  func early() throws {
    let space = try #require(Self.space)
    let all = space.grid.map { Design($0, Self.outcome($0)) }
    let truth = ParetoFront(
      of: ObjectiveTable(all.map(\.objectives)), violations: all.map(\.violation))
    let expected = Set(truth.indices.map { all[$0] })
    let shares = (1...11).map { seed in
      var settings = NSGA2.Settings()
      settings.population = 40
      var search = NSGA2(
        space, seed: UInt64(seed), evaluations: all.count / 5, settings: settings)
      search.run(Self.outcome)
      return Double(search.front.filter { expected.contains($0) }.count) / Double(expected.count)
    }
    #expect(median(shares) > 0.4)
  }

  @Test("evaluates no design twice and none outside the space", arguments: 1...3)
  func noDuplicates(seed: UInt64) throws {
    let space = try #require(Self.space)
    var search = NSGA2(space, seed: seed, evaluations: 400)
    search.run(Self.outcome)
    #expect(search.designs.count == 400)
    #expect(Set(search.designs.map(\.point)).count == 400)
    #expect(search.designs.allSatisfy { space.contains($0.point) })
  }

  @Test("prefers designs that keep the constraints")
  func feasible() throws {
    let space = try #require(Self.space)
    var search = NSGA2(space, seed: 2, evaluations: 600)
    search.run(Self.outcome)
    #expect(search.front.allSatisfy { $0.violation == 0 })
  }
}
