import AnalysisKit
import HighwayWorld
import Statistics

/// Finds how likely a rare amount of energy not served is, and checks the way at one that is not rare.
struct RareStudy {
  private let plan: BlackoutsPlan
  /// Runs plain days; a model has one runner, for its store has one writer.
  private let runner: StudyRunner<BlackoutModel>

  init(_ plan: BlackoutsPlan, _ runner: StudyRunner<BlackoutModel>) {
    (self.plan, self.runner) = (plan, runner)
  }

  /// Plain runs for comparison, before the levels are chosen.
  private static let pilot = 200

  func result(in workshop: Workshop) throws(ToolFailure) -> RareResult? {
    guard let goal = plan.options.rare else { return nil }
    let task = StudyTask(
      [plan.growths[0], 0, 0, 0], replicates: 0..<max(Self.pilot, plan.replications))
    let amounts = try runner.evaluate("plain runs", [task])[0].map { Day($0).totals.notServed }
    let levels = RareLevels.levels(amounts, goal: goal)
    let model: RareModel
    do {
      model = try RareModel(
        plan.model.scenario(of: [plan.growths[0], 0, 0, 0]), levels: levels,
        effort: plan.options.effort)
    } catch {
      throw .defect("the scenario of the days makes no sense: \(error.problem)")
    }
    let splitting = try workshop.study(of: model)
    let rows = try splitting.evaluate(
      "splitting", [StudyTask([0], replicates: 0..<plan.options.repetitions)])[0]
    return RareResult(
      goal: goal, levels: levels, amounts: amounts,
      crossings: rows.map { $0.map { Int($0) } }, effort: plan.options.effort)
  }
}

/// Which levels to cross on the way to a rare amount.
package enum RareLevels {
  /// Returns levels of which each is crossed by about a fifth of the paths that crossed the one before.
  ///
  /// The first two are where a pilot has its upper fifth and its upper twenty-fifth; beyond, the tail is taken to fall
  /// by a fifth with every equal step. Wrong guesses cost work, not truth.
  package static func levels(_ pilot: [Double], goal: Double) -> [Double] {
    let sorted = pilot.sorted()
    guard let most = sorted.last, most > 0 else { return [goal] }
    func quantile(_ share: Double) -> Double {
      sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
    }
    let first = quantile(0.8) > 0 ? quantile(0.8) : sorted.first { $0 > 0 } ?? most
    let second = quantile(0.96)
    let step = max(second - first, 0.25 * first, goal / 12)
    var levels: [Double] = []
    var level = first
    while level < goal - 0.3 * step, levels.count < 20 {
      levels.append(level)
      level += step
    }
    return levels + [goal]
  }
}

/// How likely a rare amount is.
struct RareResult {
  let goal: Double
  let levels: [Double]
  /// What was not served in the plain runs, in kWh.
  let amounts: [Double]
  let crossings: [[Int]]
  let effort: Int

  /// The probability of every level, the goal's last.
  var estimates: [SplittingEstimate] {
    levels.indices.map { level in
      SplittingEstimate(crossings.map { Array($0.prefix(level + 1)) }, effort: effort)
    }
  }

  var probability: SplittingEstimate { SplittingEstimate(crossings, effort: effort) }

  /// The share of plain runs that exceed an amount.
  func plain(_ level: Double) -> Interval {
    Interval.wilson(successes: amounts.count { $0 >= level }, of: amounts.count)
  }

  /// The highest level that at least five plain runs reached: there both ways can be compared.
  var common: Int? { levels.lastIndex { level in amounts.count { $0 >= level } >= 5 } }
}
