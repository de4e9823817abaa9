import Foundation
import Peers
import Randomness
import Statistics
import Testing

@Suite("A logistic curve")
struct LogisticCurveTests {
  static let levels = [30.0, 60, 90, 120, 150, 200, 300]
  static let successes = [0, 2, 5, 21, 30, 38, 40]
  static let trials = [40, 40, 40, 40, 40, 40, 40]

  @Test("goes through both shares of two levels")
  func exact() throws {
    let curve = try #require(LogisticCurve(successes: [2, 6], of: [8, 8], at: [10, 20]))
    #expect((curve.slope.mean - 2 * log(3) / 10).magnitude < 1e-12)
    #expect((curve.intercept.mean + 3 * log(3)).magnitude < 1e-11)
    #expect((curve.share(at: 20).mean - 0.75).magnitude < 1e-12)
    #expect((curve.level(reaching: 0.5).mean - 15).magnitude < 1e-11)
    // The variance of a difference of log odds is the sum of the reciprocals of the counts.
    let reach = 1.959963984540054 * (1.0 / 2 + 1.0 / 6 + 1.0 / 2 + 1.0 / 6).squareRoot() / 10
    #expect((curve.slope.halfWidth - reach).magnitude < 1e-12)
  }

  @Test(
    "is the one of statsmodels", .needsPeer,
    arguments: [LogisticCurve.Dispersion.binomial, .estimated])
  func peer(dispersion: LogisticCurve.Dispersion) throws {
    let rows = try Peer.numbers(
      from: """
        import numpy as np, statsmodels.api as sm
        from scipy import stats
        x, s, n = (np.array(v, float) for v in (\(Self.levels), \(Self.successes), \(Self.trials)))
        fit = sm.GLM(np.column_stack([s, n - s]), sm.add_constant(x), family=sm.families.Binomial()
          ).fit(tol=1e-14)
        p = fit.fittedvalues
        scale = (((s - n * p) ** 2) / (n * p * (1 - p))).sum() / (len(x) - 2)
        for factor, z in (1, stats.norm.ppf(0.975)), (scale, stats.t.ppf(0.975, len(x) - 2)):
          print(*fit.params, *(fit.bse * factor ** 0.5 * z), factor)
        """)
    let theirs = rows[dispersion == .binomial ? 0 : 1]
    let curve = try #require(
      LogisticCurve(
        successes: Self.successes, of: Self.trials, at: Self.levels, dispersion: dispersion))
    let ours = [
      curve.intercept.mean, curve.slope.mean, curve.intercept.halfWidth, curve.slope.halfWidth,
      curve.dispersion,
    ]
    for (mine, other) in zip(ours, theirs) {
      #expect((mine - other).magnitude < 1e-8 * (1 + other.magnitude))
    }
  }

  @Test("reaches a share where the ends of the interval there are that share")
  func inversion() throws {
    let curve = try #require(
      LogisticCurve(successes: Self.successes, of: Self.trials, at: Self.levels))
    for share in [0.01, 0.3, 0.5, 0.9] {
      let level = curve.level(reaching: share)
      #expect((curve.share(at: level.mean).mean - share).magnitude < 1e-12)
      #expect((curve.share(at: level.low).high - share).magnitude < 1e-10)
      #expect((curve.share(at: level.high).low - share).magnitude < 1e-10)
    }
  }

  @Test("has intervals that hold the truth as often as they say")
  func coverage() throws {
    var held = (slope: 0, level: 0)
    let trials = 1000
    for number in 0..<trials {
      var stream = Samples.key.key("logistic").stream(number)
      let successes = Self.levels.map { level in
        let share = 1 / (1 + exp(-(level - 120) / 25))
        return (0..<40).count { _ in stream.nextUnit() < share }
      }
      let curve = try #require(
        LogisticCurve(successes: successes, of: Self.trials, at: Self.levels))
      if curve.slope.contains(1.0 / 25) { held.slope += 1 }
      if curve.level(reaching: 0.5).contains(120) { held.level += 1 }
    }
    // Three standard errors are 0.021, and the normal approximation is off by a point.
    #expect((925...978).contains(held.slope))
    #expect((925...978).contains(held.level))
  }

  @Test("leaves the level open where the slope might be zero")
  func open() throws {
    let curve = try #require(
      LogisticCurve(successes: [4, 5, 6], of: [10, 10, 10], at: [1, 2, 3]))
    let level = curve.level(reaching: 0.9)
    #expect(level.low == -.infinity)
    #expect(level.high == .infinity)
  }

  @Test(
    "is none where a step fits best",
    arguments: [[0, 0, 0], [9, 9, 9], [0, 0, 9], [9, 0, 0], [0, 4, 9], [9, 4, 0]])
  func steps(successes: [Int]) {
    #expect(LogisticCurve(successes: successes, of: [9, 9, 9], at: [1, 2, 3]) == nil)
    #expect(LogisticCurve(successes: [4], of: [9], at: [1]) == nil)
  }

  @Test("settles on counts far apart and levels far from zero")
  func extremes() throws {
    let large = 1_000_000_000
    let curve = try #require(
      LogisticCurve(
        successes: [1, 5, large - 1], of: [large, 10, large], at: [1e9, 1e9 + 1, 1e9 + 2]))
    #expect((curve.level(reaching: 0.5).mean - (1e9 + 1)).magnitude < 1e-6)
    let falling = try #require(
      LogisticCurve(successes: [9, 5, 2], of: [10, 10, 10], at: [1, 2, 3]))
    #expect(falling.slope.high < 0)
  }
}
