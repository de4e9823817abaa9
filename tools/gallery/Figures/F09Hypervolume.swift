import Figures

/// How fast three searches find good designs: twenty runs each on the problem of ``SiteDesign``.
enum Hypervolume: SampleFigure {
  static let name = "hypervolume"

  static var figure: Figure {
    let evaluations = Sample.grid(10...1000, count: 100).map { $0.rounded() }
    return Figure(
      name, "Hypervolume over evaluations",
      caption: """
        Random tries are ahead at first but are overtaken after some 100 evaluations; in the end both \
        others find clearly more. Line: median; band: 10 % to 90 % of 20 runs. Sample data: three small searches for a network of four roads.
        """,
      keywords: ["Pareto", "optimisation"]
    ) {
      Panel(
        x: .number("Evaluations", from: 0, to: 1000),
        y: .number("Dominated share")
      ) {
        for method in DesignSearch.Method.allCases { sweep(method, evaluations) }
      }
    }
  }

  private static func sweep(_ method: DesignSearch.Method, _ evaluations: [Double]) -> [Mark] {
    let runs = 20
    var values: [Double] = []
    for run in 0..<runs {
      let search = DesignSearch(method, run: run)
      values += evaluations.map { search.hypervolumes[Int($0) - 1] }
    }
    let summary = SeriesSummary(
      x: (0..<runs).flatMap { _ in evaluations }, y: values,
      seeds: (0..<runs).flatMap { run in evaluations.map { _ in run } }, centre: .median,
      band: .quantiles(0.1, 0.9))
    return Band(x: summary.x, low: summary.low, high: summary.high, series: method.rawValue).marks
      + Line(x: summary.x, y: summary.centre, series: method.rawValue).marks
  }
}
