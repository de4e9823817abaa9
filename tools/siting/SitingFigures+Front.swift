import Figures
import HighwayStudies
import Statistics
import Text

extension SitingFigures {
  /// The optimum and the given design on the plane of a Pareto study.
  var front: Figure? {
    guard let sited = result.sited else { return nil }
    let points = sited.front.points
    let stairs = ParetoStaircase(x: points.map(\.cost), y: points.map(\.stranded))
    let designs = [
      (name: "sited optimum", series: "best places", sited.optimum),
      (name: "given", series: "given", sited.given),
    ]
    let top = 1.25 * (designs.map(\.2.share.mean) + stairs.y).reduce(0.01, max)
    // Where nothing more is won by money the front says little, and would press the rest together.
    let end = zip(stairs.x, stairs.y).first { $0.1 <= 0.04 * top }?.0 ?? stairs.x.last ?? 0
    let right = 1.03 * max(end, designs.map(\.2.cost.mean).reduce(0, max))
    let left = 0.97 * (designs.map(\.2.cost.mean) + stairs.x).reduce(.infinity, min)
    let steps = stairs.staircase(to: (right, top))
    return Figure(
      "front", "The sited designs beside the front of the study",
      caption: """
        Steps: the front of \(sited.front.folder), whose stations are evenly spread; the others met the same cars, with 95 % intervals. \
        \(extraWords(sited)) The given design is the one that study recommends, unless --design says another.\(gapSentence)
        """,
      keywords: ["siting", "Pareto", "optimality gap"], legend: .none
    ) {
      Panel(
        x: Axis("Cost", unit: "M\(result.plan.costs.currency) a^{-1}", from: left, to: right),
        y: Axis("Stranded", unit: "%", from: 0, to: top), aspect: 0.68
      ) {
        Line(x: steps.x, y: steps.y, emphasis: .context)
        Dots(x: stairs.x, y: stairs.y, size: 3.2, emphasis: .context)
        for (name, series, sample) in designs {
          Intervals(
            at: [sample.cost.mean], centre: [sample.share.mean], low: [sample.share.low],
            high: [min(top, sample.share.high)], series: series)
          Dots(x: [sample.cost.mean], y: [sample.share.mean], series: series, size: 5)
          Callout(x: sample.cost.mean, y: sample.share.mean, plain: name)
        }
      }
    }
    .styled("best places", Palette.okabeIto.styles[0]).styled("given", Palette.okabeIto.styles[1])
  }

  private var gapSentence: String {
    result.gap.map {
      " By the model it costs \((100 * $0).text(decimals: 1)) % more than the optimum."
    } ?? ""
  }

  private func extraWords(_ sited: SitedDesigns) -> String {
    guard let extra = sited.extra else {
      return "No design of the front strands as few cars as the optimum."
    }
    let percent = (100 * extra.magnitude).text(decimals: 1)
    return
      "The optimum costs \(percent) % \(extra < 0 ? "less" : "more") than the cheapest design of the front that strands no more cars."
  }
}
