import Figures

/// Which share of the runs scores more than a threshold; the runs of ``LearningRuns`` on six sites.
enum PerformanceProfiles: SampleFigure {
  static let name = "performance-profiles"

  static var figure: Figure {
    Figure(
      name, "Share of runs above a score",
      caption: """
        The curve of SAC is nowhere below the others: it is the better choice whatever score is asked for. DQN \
        fails in many of its runs, which a mean would hide. Ten seeds on six sites. Made-up sample data.
        """,
      keywords: ["training", "performance profiles"], legend: .inside
    ) {
      Panel(
        x: .number("Score τ (rule-based: 1)", from: 0.4, to: 1.4),
        y: .number("Share of runs above τ", from: 0, to: 1.02)
      ) {
        Rule(x: 1)
        for learner in LearningRuns.learners {
          let profile = PerformanceProfile(
            LearningRuns.scores(learner), thresholds: Sample.grid(0.4...1.4, count: 201))
          Line(x: profile.thresholds, y: profile.shares, series: learner.name, steps: .after)
        }
      }
    }
  }
}
