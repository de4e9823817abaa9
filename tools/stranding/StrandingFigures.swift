import AnalysisKit
import Figures
import HighwayWorld
import Statistics
import Text

/// What there is to see of a sweep.
struct StrandingFigures {
  let result: StrandingResult

  var plan: StrandingPlan { result.plan }

  /// The answer: over traffic, over traffic and size, and by cause.
  var sweep: [Figure] { [overTraffic, map, causes].compactMap { $0 } }

  /// When cars strand.
  var when: [Figure] { [hours, soFar].compactMap { $0 } }

  var trafficAxis: Axis {
    Axis(
      "Traffic", unit: "h^{-1}", from: plan.levels[0], to: plan.levels[plan.levels.count - 1])
  }

  private var percent: String { plan.options.target.text(significantDigits: 3) + " %" }
  private var target: String { "target " + percent }

  // MARK: - Over traffic

  private var overTraffic: Figure {
    let highest = result.curves.flatMap { $0.cells.map(\.rate.high) }.max() ?? 1
    return Figure(
      "stranding-over-traffic", "Stranding over traffic",
      caption: """
        Lines: share of cars that the network leaves standing, mean of \(result.replicates) runs; bands: 95 % interval. \
        Marks on the target: the critical traffic with its 95 % interval. Below \
        \((0.1 * plan.options.target).text(significantDigits: 2)) % the scale is linear, above it logarithmic.
        """,
      keywords: ["traffic sweep", "stranding"]
    ) {
      Panel(
        x: trafficAxis,
        y: Axis(
          "Stranded", unit: "%", .symlog(threshold: 0.1 * plan.options.target), from: 0,
          to: max(2 * plan.options.target, min(100, 120 * highest)))
      ) {
        Rule(y: plan.options.target, target)
        for curve in result.curves { marks(curve) }
      }
    }
  }

  private func marks(_ curve: StrandingCurve) -> [Mark] {
    let series = plan.words(curve.size)
    let x = curve.cells.map(\.level)
    func rising(_ end: (StrandingCell) -> Double) -> [Double] { curve.cells.map { 100 * end($0) } }
    var marks =
      Band(x: x, low: rising(\.rate.low), high: rising(\.rate.high), series: series).marks
      + Line(x: x, y: rising(\.rate.mean), series: series, markers: true).marks
    let critical = curve.critical
    if critical.mean.isFinite {
      let ends = (plan.levels[0], plan.levels[plan.levels.count - 1])
      let target = plan.options.target
      marks +=
        Intervals(
          at: [target], centre: [critical.mean], low: [max(critical.low, ends.0)],
          high: [min(critical.high, ends.1)], series: series, .horizontal, caps: true
        ).marks
      // With many lines the numbers would stand far from them.
      if result.curves.count <= 3 {
        let label = "\(critical.mean.text(decimals: 0)) h^{-1}"
        marks += Callout(x: critical.mean, y: target, label, ring: false).marks
      }
    }
    return marks
  }

  // MARK: - Over traffic and size

  private var map: Figure? {
    guard plan.sizes.count > 1 else { return nil }
    let values = result.curves.flatMap { curve in
      result.askedCells(curve).map { 100 * $0.rate.mean }
    }
    let least = 0.01 * plan.options.target
    let places = plan.sizes.indices.map(Double.init)
    let reached = zip(places, result.curves).filter { $0.1.critical.mean.isFinite }
    let critical = reached.map(\.1.critical)
    return Figure(
      "stranding-map", "Stranding over traffic and size",
      caption: """
        Colour: share of cars that strand; white: the critical traffic of each size, at which \(percent) strand, with its 95 % \
        interval. Cells are as wide as the levels lie apart.
        """,
      keywords: ["traffic sweep", "heat map"], legend: .none
    ) {
      Panel(
        x: Axis("Traffic", unit: "h^{-1}"),
        y: .categories(
          plan.sizes.map { plan.infrastructure.words(for: $0) }, label: plan.infrastructure.title,
          reversed: true)
      ) {
        Cells(
          x: plan.levels, y: places, values: values.map { max(least, $0) },
          ColourChannel("Stranded", unit: "%", .viridis, from: least, logarithmic: true))
        Line(x: critical.map(\.mean), y: reached.map(\.0), series: target, markers: true)
        Intervals(
          at: reached.map(\.0), centre: critical.map(\.mean),
          low: critical.map { max($0.low, plan.levels[0]) },
          high: critical.map { min($0.high, plan.levels[plan.levels.count - 1]) }, series: target,
          .horizontal)
      }
    }.styled(target, .chalk)
  }

  // MARK: - By cause

  private var causes: Figure? {
    let causes = StrandingCause.network.filter { cause in
      result.curves.contains { $0.cells.contains { $0.causes[Int(cause.rawValue)] > 0 } }
    }
    guard !causes.isEmpty else { return nil }
    return Figure(
      "causes", "Why cars strand",
      caption: """
        Share of all cars, one area per cause upon another: no room to wait at the station they had counted on, left a line \
        or did not join one, a station without power, or drove on although they could have charged.
        """,
      keywords: ["traffic sweep", "stranding", "causes"],
      format: FigureFormat(.report, result.curves.count > 1 ? .double : .single),
      arrangement: Arrangement(columns: min(3, result.curves.count), sharesX: true, sharesY: true),
      legend: .above
    ) {
      for curve in result.curves {
        Panel(
          result.curves.count > 1 ? plan.words(curve.size) : "", x: trafficAxis,
          y: Axis("Stranded", unit: "%", zero: true), aspect: 0.75
        ) {
          Area(
            x: curve.cells.map(\.level),
            layers: causes.map { cause in
              .init(cause.words, curve.cells.map { 100 * $0.causes[Int(cause.rawValue)] })
            })
        }
      }
    }
  }
}
