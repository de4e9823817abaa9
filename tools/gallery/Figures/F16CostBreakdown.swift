import Figures
import Randomness
import Statistics

/// What a week costs under three ways of control: means of twenty made-up weeks with their intervals.
enum CostBreakdown: SampleFigure {
  static let name = "cost-breakdown"

  static var figure: Figure {
    let parts = ["Energy", "Grid fee", "Battery wear", "Waiting"]
    return Figure(
      name, "Weekly cost by part and way of control",
      caption: """
        Control saves on energy and grid fee what it spends, many times over, on wear of the battery. Bars: means \
        of 20 weeks; lines: 95 % interval. Made-up sample data.
        """,
      keywords: ["training", "cost"], legend: .inside
    ) {
      Panel(
        x: .categories(parts), y: Axis("Cost", unit: "€ week^{-1}", zero: true), aspect: 0.58
      ) {
        Bars([
          layer("uncontrolled", [2310, 1240, 40, 190]), layer("rule-based", [2080, 760, 120, 210]),
          layer("learned", [1890, 590, 160, 170]),
        ])
      }
    }
  }

  private static func layer(_ name: String, _ means: [Double]) -> Bars.Layer {
    var stream = Sample.stream("cost breakdown " + name)
    let intervals = means.map { mean in
      let weeks = (0..<20).map { _ in mean * (1 + stream.normal(0, 0.14)) }
      return Interval.studentT(weeks) ?? Interval(mean: mean, low: mean, high: mean)
    }
    return Bars.Layer(
      name, intervals.map(\.mean), low: intervals.map(\.low), high: intervals.map(\.high))
  }
}
