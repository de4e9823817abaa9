import Figures

/// Four summaries of the same final scores, each with its interval; the runs of ``LearningRuns`` on six sites.
enum AggregateScores: SampleFigure {
  static let name = "aggregate-scores"

  static var figure: Figure {
    let names = LearningRuns.learners.map(\.name)
    return Figure(
      name, "Scores over six sites, summarised in four ways",
      caption: """
        The order of the learners does not depend on the summary. Median, interquartile mean (IQM) and mean: \
        more is better; optimality gap: less is better. Bars: 95 % bootstrap interval over ten seeds on six \
        sites. Made-up sample data.
        """,
      keywords: ["training", "interval estimates"],
      arrangement: Arrangement(columns: 4, sharesY: true, hasLetters: false), legend: .none
    ) {
      summary("Median", .median) { $0 }
      summary("IQM", .interquartileMean) { $0 }
      summary("Mean", .mean) { $0 }
      summary("Optimality gap", .mean) { Swift.max(0, 1.2 - $0) }
    }
    func summary(
      _ title: String, _ centre: SeriesSummary.Centre, _ value: @escaping (Double) -> Double
    ) -> Panel {
      Panel(
        title, x: .number("Score"), y: .categories(names), aspect: 0.62
      ) {
        for (index, learner) in LearningRuns.learners.enumerated() {
          interval(learner, at: index, centre, value)
        }
      }
    }
  }

  private static func interval(
    _ learner: LearningRuns.Learner, at index: Int, _ centre: SeriesSummary.Centre,
    _ value: (Double) -> Double
  ) -> Intervals {
    let scores = LearningRuns.scores(learner).flatMap { $0 }.map(value)
    let summary = SeriesSummary(
      x: scores.map { _ in Double(index) }, y: scores, centre: centre,
      band: .bootstrap(confidence: 0.95, resamples: 1000))
    return Intervals(
      at: summary.x, centre: summary.centre, low: summary.low, high: summary.high,
      series: learner.name, .horizontal)
  }
}
