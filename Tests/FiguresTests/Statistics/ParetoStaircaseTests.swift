import Figures
import Peers
import Testing

@Suite("A front in two goals")
struct ParetoStaircaseTests {
  typealias Goal = ParetoStaircase.Goal

  static func designs(_ seed: UInt64) -> (x: [Double], y: [Double]) {
    var random = FixedRandom(seed: seed)
    let count = 1 + random.below(60)
    return (
      (0..<count).map { _ in Double(random.below(30)) },
      (0..<count).map { _ in Double(random.below(30)) }
    )
  }

  @Test("holds just what no other design beats", arguments: 1...40 as ClosedRange<UInt64>)
  func members(seed: UInt64) {
    let (x, y) = Self.designs(seed)
    for goals in [(Goal.minimise, Goal.minimise), (.maximise, .minimise), (.maximise, .maximise)] {
      let signs = (goals.0 == .minimise ? 1.0 : -1, goals.1 == .minimise ? 1.0 : -1)
      let best = x.indices.filter { one in
        !x.indices.contains { other in
          let (a, b) = (signs.0 * (x[other] - x[one]), signs.1 * (y[other] - y[one]))
          return a <= 0 && b <= 0 && (a < 0 || b < 0)
        }
      }
      let front = ParetoStaircase(x: x, y: y, goals: goals)
      #expect(front.members.sorted() == best)
      #expect(zip(front.x, front.x.dropFirst()).allSatisfy { signs.0 * ($1 - $0) >= 0 })
      #expect(zip(front.y, front.y.dropFirst()).allSatisfy { signs.1 * ($1 - $0) <= 0 })
    }
  }

  @Test(
    "dominates a region of just the cells that a design dominates",
    arguments: 1...40 as ClosedRange<UInt64>)
  func region(seed: UInt64) {
    let (x, y) = Self.designs(seed)
    for goals in [(Goal.minimise, Goal.minimise), (.maximise, .minimise), (.maximise, .maximise)] {
      let reference = (goals.0 == .minimise ? 25.0 : 4, goals.1 == .minimise ? 25.0 : 4)
      let region = ParetoStaircase(x: x, y: y, goals: goals).dominatedRegion(to: reference)
      var area = 0.0
      for index in region.x.indices {
        let next = (index + 1) % region.x.count
        area += (region.x[index] * region.y[next] - region.x[next] * region.y[index]) / 2
      }
      var cells = 0
      for column in 0..<30 {
        for row in 0..<30 {
          let (u, v) = (Double(column) + 0.5, Double(row) + 0.5)
          let isBefore =
            (goals.0 == .minimise ? u < reference.0 : u > reference.0)
            && (goals.1 == .minimise ? v < reference.1 : v > reference.1)
          let isBeaten = x.indices.contains {
            (goals.0 == .minimise ? x[$0] < u : x[$0] > u)
              && (goals.1 == .minimise ? y[$0] < v : y[$0] > v)
          }
          if isBefore, isBeaten { cells += 1 }
        }
      }
      #expect(area.magnitude == Double(cells))
    }
  }

  @Test("has the staircase that one would draw by hand")
  func known() {
    let front = ParetoStaircase(x: [1, 2, 3, 2, .nan], y: [4, 2, 1, 3, 0])
    #expect(front.members == [0, 1, 2] && front.omitted == 1)
    let line = front.staircase(to: (5, 5))
    #expect(line.x == [1, 1, 2, 2, 3, 3, 5] && line.y == [5, 4, 4, 2, 2, 1, 1])
    #expect(front.staircase(to: (1, 1)).x.isEmpty)
    #expect(front.staircase(to: (2.5, 5)).x == [1, 1, 2, 2, 2.5])
  }

  @Test("survives awkward designs", arguments: awkwardSamples)
  func awkward(sample: [Double]) {
    let front = ParetoStaircase(x: sample, y: sample.reversed())
    #expect(front.members.count + front.omitted <= sample.count)
    #expect(front.dominatedRegion(to: (1e301, 1e301)).x.count >= 0)
    let many = (0..<200_000).map { Double($0) }
    #expect(ParetoStaircase(x: many, y: many.reversed()).members.count == many.count)
  }
}
