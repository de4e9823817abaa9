import Peers
import Randomness
import Statistics
import Testing

@Suite("Morris's effects")
struct MorrisEffectsTests {
  static let key = RandomKey(seed: 31)

  @Test("of a straight line are its slopes")
  func linear() {
    let design = MorrisTrajectories(factors: 3, trajectories: 8, key: Self.key)
    let effects = MorrisEffects(
      design.points.map { 2 * $0[0] - 4 * $0[1] }, of: design, key: Self.key)
    #expect(effects.factors.map(\.mu) == [2, -4, 0])
    #expect(effects.factors.map(\.sigma) == [0, 0, 0])
    #expect(effects[1].muStar == Interval(mean: 4, low: 4, high: 4))
  }

  @Test("are SALib's on the same outputs", .needsPeer)
  func peer() throws {
    let design = MorrisTrajectories(factors: 8, trajectories: 40, key: Self.key)
    let weights = [0.0, 1, 4.5, 9, 99, 99, 99, 99]
    let outputs = design.points.map { SensitivityModel.g(weights, $0) + $0[3] * $0[0] }
    let effects = MorrisEffects(outputs, of: design, key: Self.key)
    // SALib's levels run from 0 to 1, so that its step is 2/3 where ours is 1/2.
    let rows = try Peer.numbers(
      from: """
        import numpy as np
        from SALib.analyze import morris
        data = np.array(rows)
        problem = {"num_vars": 8, "names": list("abcdefgh"), "bounds": [[0, 1]] * 8}
        s = morris.analyze(problem, data[:, :-1], data[:, -1], num_resamples=1000, seed=1)
        for name in "mu", "mu_star", "sigma", "mu_star_conf": print(*(np.array(s[name]) * 4 / 3))
        """, rows: zip(design.points, outputs).map { $0 + [$1] })
    for factor in 0..<8 {
      let effect = effects[factor]
      let scale = 1e-12 * (1 + effect.muStar.mean)
      #expect((effect.mu - rows[0][factor]).magnitude < scale)
      #expect((effect.muStar.mean - rows[1][factor]).magnitude < scale)
      #expect((effect.sigma - rows[2][factor]).magnitude < scale)
      #expect((effect.muStar.halfWidth / rows[3][factor] - 1).magnitude < 0.2)
    }
  }

  @Test("tell strong factors from weak ones with few evaluations")
  func screening() {
    let weights = [99.0, 0, 9, 1]
    let design = MorrisTrajectories(factors: 4, trajectories: 50, key: Self.key)
    let outputs = design.points.map { SensitivityModel.g(weights, $0) + 0.2 * $0[2] }
    let strengths = MorrisEffects(outputs, of: design, key: Self.key).factors.map(\.muStar.mean)
    #expect(strengths[0] < 0.1)
    #expect(strengths[2] > strengths[0])
  }
}

@Suite("A tornado")
struct TornadoTests {
  @Test("has the longest bar first, and intervals of paired differences")
  func bars() throws {
    let design = OneAtATime(factors: 3)
    let luck = [0.0, 5, -5, 20]
    let tornado = Tornado(
      design.points.map { point in luck.map { $0 + point[0] - 10 * point[1] + 2 * point[2] } })
    #expect(tornado.bars.map(\.factor) == [1, 2, 0])
    #expect((tornado.base - 1.5).magnitude < 1e-12)
    let longest = tornado.bars[0]
    #expect((longest.low - 4).magnitude < 1e-12)
    #expect((longest.high + 4).magnitude < 1e-12)
    #expect((longest.reach - 8).magnitude < 1e-12)
    // The luck of the seeds has gone from the difference.
    let interval = try #require(longest.interval)
    #expect((interval.mean + 8).magnitude < 1e-12)
    #expect(interval.halfWidth < 1e-12)
  }

  @Test("has no intervals from single runs, and keeps the order of equal bars")
  func single() {
    let tornado = Tornado([[1], [0], [2], [2], [0], [1], [1]])
    #expect(tornado.bars.map(\.factor) == [0, 1, 2])
    #expect(tornado.bars.allSatisfy { $0.interval == nil })
    #expect(tornado.bars[2].reach == 0)
  }
}

@Suite("The share of noise")
struct NoiseShareTests {
  static let key = RandomKey(seed: 41)

  /// Outputs whose parts have known variances: of the points, of the common luck, of the rest.
  static func outputs(
    points: Int = 150, replicates: Int = 6, common: Double = 1, noise: Double = 1, number: Int
  ) -> [[Double]] {
    let normal = NormalDistribution(mean: 0, standardDeviation: 1)
    var stream = key.stream(number)
    let luck = (0..<replicates).map { _ in common * normal.draw(from: &stream) }
    return (0..<points).map { _ in
      let expectation = 2 * normal.draw(from: &stream)
      return luck.map { $0 + expectation + noise * normal.draw(from: &stream) }
    }
  }

  @Test("is held by its interval as often as it says")
  func coverage() {
    var held = (one: 0, means: 0)
    for number in 0..<200 {
      let share = NoiseShare(
        Self.outputs(common: 0, number: number), resamples: 400, key: Self.key.key(number))
      if share.ofOne.contains(1.0 / 5) { held.one += 1 }
      if share.ofMeans.contains(1.0 / 6 / (4 + 1.0 / 6)) { held.means += 1 }
      #expect(share.commonLuck < 0.05)
    }
    #expect((180...198).contains(held.one))
    #expect((180...198).contains(held.means))
  }

  @Test("leaves out the luck that all points share")
  func commonLuck() {
    let few = NoiseShare(Self.outputs(common: 30, number: 1), key: Self.key)
    #expect((few.variance - 1).magnitude < 0.2)
    #expect(few.commonLuck > 0.9)
    #expect((few.ofMeans.mean - 1.0 / 25).magnitude < 0.02)
  }

  @Test("is nothing without noise, and all where points do not differ")
  func ends() {
    let none = NoiseShare([[1, 1], [2, 2], [4, 4]], key: Self.key)
    #expect(none.ofOne.mean == 0)
    #expect(none.ofMeans.mean == 0)
    let all = NoiseShare([[1, -1], [-1, 1], [1, -1], [-1, 1]], key: Self.key)
    #expect(all.ofOne.mean == 1)
    #expect(all.ofMeans.mean == 1)
  }
}
