import Figures

/// How returns rise with training; the runs of ``LearningRuns`` on one site.
enum LearningCurves: SampleFigure {
  static let name = "learning-curves"

  static var figure: Figure {
    Figure(
      name, "Returns over training",
      caption: """
        SAC beats the rule-based controller after less than half of the steps that PPO needs; DQN never does. \
        Return relative to that controller. Line: interquartile mean of ten seeds; band: 95 % bootstrap interval. Made-up sample data.
        """,
      keywords: ["training", "learning curves"]
    ) {
      Panel(
        x: .number("Environment steps (thousands)", from: 0, to: 500),
        y: .number("Relative return")
      ) {
        Rule(y: 1, "rule-based")
        for learner in LearningRuns.learners { curve(learner) }
      }
    }
  }

  private static func curve(_ learner: LearningRuns.Learner) -> [Mark] {
    let seeds = 0..<LearningRuns.seeds
    let summary = SeriesSummary(
      x: seeds.flatMap { _ in LearningRuns.steps },
      y: seeds.flatMap { LearningRuns.run(learner, seed: $0) },
      seeds: seeds.flatMap { seed in LearningRuns.steps.map { _ in seed } },
      centre: .interquartileMean, band: .bootstrap(confidence: 0.95, resamples: 1000))
    return Band(x: summary.x, low: summary.low, high: summary.high, series: learner.name).marks
      + Line(x: summary.x, y: summary.centre, series: learner.name).marks
  }
}
