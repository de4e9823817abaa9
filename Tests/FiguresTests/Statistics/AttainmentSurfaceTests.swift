import Figures
import Peers
import Testing

@Suite("An attainment surface")
struct AttainmentSurfaceTests {
  typealias Goal = ParetoStaircase.Goal

  static func runs(_ seed: UInt64) -> [(x: [Double], y: [Double])] {
    var random = FixedRandom(seed: seed)
    return (0..<(1 + random.below(9))).map { _ in
      let count = random.below(12)
      return (
        (0..<count).map { _ in Double(random.below(20)) },
        (0..<count).map { _ in Double(random.below(20)) }
      )
    }
  }

  @Test("bounds the places that so many runs attain", arguments: 1...60 as ClosedRange<UInt64>)
  func definition(seed: UInt64) {
    let runs = Self.runs(seed)
    for goals in [(Goal.minimise, Goal.minimise), (.minimise, .maximise), (.maximise, .maximise)] {
      func attains(_ front: (x: [Double], y: [Double]), _ u: Double, _ v: Double) -> Bool {
        zip(front.x, front.y).contains { x, y in
          (goals.0 == .minimise ? x <= u : x >= u) && (goals.1 == .minimise ? y <= v : y >= v)
        }
      }
      for share in [0.0, 0.5, 0.9, 1] {
        let surface = AttainmentSurface(of: runs, by: share, goals: goals)
        let needed = Swift.max(1, Int((share * Double(runs.count)).rounded(.up)))
        #expect(surface.runs == needed)
        for u in 0..<20 {
          for v in 0..<20 {
            let count = runs.filter { attains($0, Double(u), Double(v)) }.count
            let isBeyond = attains((surface.x, surface.y), Double(u), Double(v))
            #expect((count >= needed) == isBeyond)
          }
        }
        // No corner makes another needless.
        #expect(surface.front.members.count == surface.x.count)
      }
    }
  }

  @Test("is the worst of two runs when both must attain it")
  func known() {
    let surface = AttainmentSurface(of: [([1, 3], [3, 1]), ([2], [2])], by: 1)
    #expect(surface.x == [2, 3] && surface.y == [3, 2])
    #expect(AttainmentSurface(of: [], by: 0.5).x.isEmpty)
    #expect(AttainmentSurface(of: [([1], [1]), ([], [])], by: 1).x.isEmpty)
  }

  @Test("survives awkward designs", arguments: awkwardSamples)
  func awkward(sample: [Double]) {
    let surface = AttainmentSurface(of: [(sample, sample.reversed()), (sample, sample)], by: 0.5)
    #expect(
      surface.x.allSatisfy { $0.isFinite } && surface.x.isEmpty == sample.filter(\.isFinite).isEmpty
    )
  }
}
