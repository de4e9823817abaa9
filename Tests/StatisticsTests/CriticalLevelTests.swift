import Randomness
import Statistics
import Testing

@Suite("A critical level")
struct CriticalLevelTests {
  static let key = RandomKey(seed: 61)
  static let levels = [30.0, 60, 90, 120, 150]
  static let rates = [0.0, 0.005, 0.02, 0.08, 0.2]

  /// Rates that scatter around the true ones, with luck of a replicate that all levels share.
  static func table(_ replicates: Int, number: Int) -> ReplicateTable {
    let luck = GammaDistribution(shape: 4, scale: 0.25)
    var stream = key.key("rates").stream(number)
    let shared = (0..<replicates).map { _ in luck.draw(from: &stream) }
    return ReplicateTable(
      rates.map { rate in shared.map { rate * $0 * luck.draw(from: &stream) } }, at: levels)
  }

  @Test("is where the mean rates cross the target")
  func exact() {
    let table = ReplicateTable([[0, 0], [0, 0.2], [0.2, 0.4]], at: [10, 20, 30])
    let critical = CriticalLevel(table, target: 0.2, key: Self.key)
    #expect((critical.level.mean - 25).magnitude < 1e-12)
    // With the first replicate alone it is 30, with the second alone 20.
    #expect((critical.level.low - 20).magnitude < 1e-12)
    #expect((critical.level.high - 30).magnitude < 1e-12)
    #expect(critical.shareWithin == 1)
  }

  @Test("is held by its interval nearly as often as it says", arguments: [20, 60])
  func coverage(replicates: Int) {
    // The target lies a sixth of the way from 90 to 120.
    let held = Samples.share(of: 400) { number in
      CriticalLevel(
        Self.table(replicates, number: number), target: 0.03, resamples: 500,
        key: Self.key.key(number)
      ).level.contains(95)
    }
    #expect((0.9...0.975).contains(held))
  }

  @Test("moves with the luck that all levels share")
  func sharedLuck() {
    // The luck lifts all levels alike: it moves the level, and only whole replicates show how much.
    let luck = [-0.02, -0.01, 0, 0.01, 0.02]
    let table = ReplicateTable(
      [0.1, 0.2, 0.3].map { rate in luck.map { rate + $0 } }, at: [1, 2, 3])
    let level = CriticalLevel(table, target: 0.2, key: Self.key).level
    // By 0.1 per level the rates rise: a mean's standard error of 0.0071 is 0.071 of the level.
    #expect((level.halfWidth - 2.776 * 0.0707).magnitude < 0.04)
  }

  @Test("beyond the levels studied has an infinite end")
  func beyond() {
    let table = ReplicateTable([[0, 0, 0], [0.1, 0.1, 0.4]], at: [1, 2])
    let never = CriticalLevel(table, target: 0.5, key: Self.key)
    #expect(never.level == Interval(mean: .infinity, low: .infinity, high: .infinity))
    #expect(never.shareWithin == 0)
    let perhaps = CriticalLevel(table, target: 0.15, key: Self.key)
    #expect(perhaps.level.mean < 2)
    #expect(perhaps.level.high == .infinity)
    #expect((0.6...0.8).contains(perhaps.shareWithin))
    let before = CriticalLevel(table, target: -1, key: Self.key)
    #expect(before.level.high == -.infinity)
  }
}
