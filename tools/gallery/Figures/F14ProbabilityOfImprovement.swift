import Figures
import Randomness
import Text

/// How likely a run of one learner scores more than a run of another; the runs of ``LearningRuns``.
enum ImprovementChances: SampleFigure {
  static let name = "probability-of-improvement"

  static var figure: Figure {
    let learners = LearningRuns.learners
    let pairs = [(0, 1), (0, 2), (1, 2)].map { (learners[$0], learners[$1]) }
    let rows = pairs.enumerated().map { index, pair in row(pair.0, pair.1, Double(index)) }
    return Figure(
      name, "Chance that one learner scores more than another",
      caption: """
        A run of SAC beats one of PPO on the same site in \((100 * rows[0].chance).text(decimals: 0)) % of all cases. Dots: mean over six sites; bars: \
        95 % interval, resampling seeds within sites. Made-up sample data.
        """,
      keywords: ["training", "probability of improvement"], legend: .none
    ) {
      Panel(
        x: .number("Chance that the first scores more", from: 0.4),
        y: .categories(pairs.map { "\($0.name) over \($1.name)" }), aspect: 0.28
      ) {
        Rule(x: 0.5, "no difference")
        Intervals(
          rows, at: \.place, centre: \.chance, low: \.low, high: \.high, .horizontal, caps: true)
      }
    }
  }

  private struct Row {
    var place: Double
    var chance: Double
    var low: Double
    var high: Double
  }

  private static func row(
    _ first: LearningRuns.Learner, _ second: LearningRuns.Learner, _ place: Double
  ) -> Row {
    let scores = (LearningRuns.scores(first), LearningRuns.scores(second))
    var stream = Sample.stream("improvement " + first.name + second.name)
    func resampled(_ tasks: [[Double]]) -> [[Double]] {
      tasks.map { runs in runs.map { _ in runs[stream.next(below: runs.count)] } }
    }
    let chances = (0..<1000).compactMap { _ in
      ProbabilityOfImprovement.of(tasks: resampled(scores.0), over: resampled(scores.1))
    }
    return Row(
      place: place,
      chance: ProbabilityOfImprovement.of(tasks: scores.0, over: scores.1) ?? .nan,
      low: Sample.quantile(0.025, of: chances), high: Sample.quantile(0.975, of: chances))
  }
}
