import Numerics
import Randomness

/// Made-up training runs: three ways of learning, ten seeds each, on six sites.
///
/// A return rises from that of doing nothing towards a limit, on a path with remembered noise; the limit
/// differs from seed to seed and from site to site, and a run that is unlucky gets stuck on the way.
struct LearningRuns {
  /// A way of learning.
  struct Learner {
    let name: String
    /// Where returns go, as a share of what the rule-based controller gets.
    let limit: Double
    /// How many thousands of steps it takes to go most of the way.
    let pace: Double
    /// How far the limits of seeds lie apart.
    let spread: Double
    /// The chance of getting stuck.
    let failure: Double
  }

  static let learners = [
    Learner(name: "SAC", limit: 1.22, pace: 70, spread: 0.035, failure: 0),
    Learner(name: "PPO", limit: 1.15, pace: 130, spread: 0.05, failure: 0.05),
    Learner(name: "DQN", limit: 0.95, pace: 100, spread: 0.07, failure: 0.2),
  ]
  static let seeds = 10
  static let sites = 6
  /// When runs are looked at, in thousands of steps.
  static let steps = Sample.grid(0...500, count: 51)

  /// The returns of one run, 1 being that of the rule-based controller.
  static func run(_ learner: Learner, seed: Int, site: Int = 0) -> [Double] {
    var stream = Sample.stream("learning \(learner.name) \(site)", seed)
    let difficulty = 1 - 0.06 * Double(site)
    let isStuck = stream.nextUnit() < learner.failure * (1 + 0.3 * Double(site))
    let limit =
      difficulty * (isStuck ? 0.62 : 1) * learner.limit + stream.normal(0, learner.spread)
    let pace = learner.pace * stream.uniform(0.75...1.3)
    var noise = 0.0
    return steps.map { step in
      noise = 0.8 * noise + stream.normal(0, 0.02)
      return 0.2 + (limit - 0.2) * (1 - Double.exp(-step / pace)) + noise * Double.exp(-step / 900)
    }
  }

  /// The last return of each seed, site by site.
  static func scores(_ learner: Learner) -> [[Double]] {
    (0..<sites).map { site in
      (0..<seeds).map { run(learner, seed: $0, site: site).last ?? .nan }
    }
  }
}
