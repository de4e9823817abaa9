import AnalysisKit
import Figures
import HighwayStudies
import Statistics
import Text

/// What there is to see of factors.
struct SensitivityFigures {
  let result: SensitivityResult

  private var format: FigureFormat {
    FigureFormat(.report, result.outputs.count > 1 ? .double : .single)
  }

  private var arrangement: Arrangement { Arrangement(columns: min(3, result.outputs.count)) }

  private func title(_ output: Int) -> String {
    result.outputs.count > 1 ? result.outputs[output].label : ""
  }

  private func axis(_ text: String, _ output: Int) -> Axis {
    guard let unit = result.outputs[output].unit else { return .number(text, zero: true) }
    return Axis(text, unit: unit, zero: true)
  }

  // MARK: - Sobol

  /// The shares of the variance.
  var sobol: [Figure] {
    guard let sobol = result.sobol else { return [] }
    let hasNoise = sobol.noise.contains { $0 != nil }
    return [
      Figure(
        "sobol", "Who decides how much of the variance",
        caption: """
          Share of the variance that a factor decides alone and with all interactions; lines: 95 % interval from \
          \(sobol.points.groupedText) base points.\
          \(hasNoise ? " Chance: what is left of the variance when all factors stand still." : "")\
          \(result.exact == nil ? "" : " Crosses: exact.")
          """,
        keywords: ["sensitivity", "Sobol"], format: format, arrangement: arrangement,
        legend: .above
      ) {
        for output in result.outputs.indices where sobol.outputs[output].variance > 0 {
          panel(sobol, output)
        }
      }
    ].filter { !$0.panels.isEmpty }
  }

  private func panel(_ sobol: SobolResult, _ output: Int) -> Panel {
    let indices = sobol.outputs[output]
    let order = result.ranking(output)
    let hasNoise = sobol.noise[output] != nil
    let names = order.map { result.factors[$0].name } + (hasNoise ? ["chance"] : [])
    let places = order.indices.map(Double.init)
    func marks(_ series: String, _ offset: Double, _ shares: [Interval]) -> [Mark] {
      let own = order.map { shares[$0] }
      return Bars(
        [
          .init(
            series, own.map { max(0, $0.mean) }, low: own.map(\.low), high: own.map(\.high))
        ],
        .grouped, .horizontal, at: places.map { $0 + offset }, width: 0.34
      ).marks
    }
    return Panel(
      title(output), x: .number("Share of the variance", from: 0, to: 1), y: .categories(names),
      aspect: 0.14 * Double(max(3, names.count)) + 0.1
    ) {
      marks("alone", -0.18, indices.first)
      marks("with others", 0.18, indices.total)
      if hasNoise {
        Bars(
          [.init("chance", [indices.noise])], .grouped, .horizontal, at: [Double(order.count)],
          width: 0.34)
      }
      if let exact = result.exact {
        Dots(
          x: order.map { exact.first[$0] } + order.map { exact.total[$0] },
          y: places.map { $0 - 0.18 } + places.map { $0 + 0.18 }, series: "exact", size: 4,
          shape: .cross)
      }
    }
  }

  // MARK: - Morris

  /// The plane of mean size and spread of effects.
  var morris: [Figure] {
    guard let morris = result.morris else { return [] }
    return [
      Figure(
        "morris", "Screening: mean size and spread of effects",
        caption: """
          Far right: the factor matters; high: its effect depends on where the others stand, or bends. Dashed: a spread as large as \
          the mean. Lines: 95 % interval of the mean size, from \(morris.trajectories) ways through the space.
          """,
        keywords: ["sensitivity", "Morris"], format: format, arrangement: arrangement,
        legend: .none
      ) {
        for output in result.outputs.indices { panel(morris, output) }
      }
    ]
  }

  private func panel(_ morris: MorrisResult, _ output: Int) -> Panel {
    let effects = morris.outputs[output].factors
    let most = effects.map { max($0.muStar.high, $0.sigma) }.max() ?? 1
    let top = most > 0 ? 1.15 * most : 1
    return Panel(
      title(output),
      x: bounded(axis("Mean size of effects μ*", output), to: top),
      y: bounded(axis("Spread σ", output), to: top), aspect: 0.9
    ) {
      Line(x: [0, top], y: [0, top], emphasis: .context)
      Intervals(
        at: effects.map(\.sigma), centre: effects.map(\.muStar.mean),
        low: effects.map(\.muStar.low), high: effects.map(\.muStar.high), series: "factors",
        .horizontal)
      for (factor, effect) in effects.enumerated() where effect.muStar.mean > 0.03 * top {
        Callout(
          x: effect.muStar.mean, y: effect.sigma, plain: result.factors[factor].name, ring: false)
      }
    }
  }

  private func bounded(_ axis: Axis, to top: Double) -> Axis {
    var axis = axis
    (axis.from, axis.to) = (0, top)
    return axis
  }

  // MARK: - Tornado

  /// One factor at a time.
  var tornado: [Figure] {
    guard let tornado = result.tornado else { return [] }
    return [
      Figure(
        "tornado", "One factor at a time, from low to high",
        caption: """
          Change from the middle of all ranges when one factor alone is at a tenth or nine tenths of its range\
          \(result.exact == nil ? "; means of \(tornado.replications) runs with the same cars, and 95 % intervals of paired differences" : "").
          """,
        keywords: ["sensitivity", "tornado"], format: format, arrangement: arrangement,
        legend: .above
      ) {
        for output in result.outputs.indices {
          let bars = tornado.outputs[output].bars
          Panel(
            title(output), x: axis("Change", output),
            y: .categories(bars.map { result.factors[$0.factor].name }),
            aspect: 0.14 * Double(max(3, bars.count))
          ) {
            Bars(
              [.init("low", bars.map(\.low)), .init("high", bars.map(\.high))], .stacked,
              .horizontal)
            for changes in tornado.changes(output) {
              let own = bars.map { changes[$0.factor] }
              Intervals(
                at: bars.indices.map(Double.init), centre: own.map(\.mean), low: own.map(\.low),
                high: own.map(\.high), series: "95 % interval", .horizontal)
            }
            Rule(x: 0)
          }
        }
      }.styled("95 % interval", SeriesStyle(name: "ink", colour: .black, marker: .plus))
    ]
  }
}
