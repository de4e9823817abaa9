import Figures

/// How the weekly cost of one site comes down, step by step; the amounts are made up.
enum SavingsWaterfall: SampleFigure {
  static let name = "savings-waterfall"

  static var figure: Figure {
    let steps: [(name: String, step: Waterfall.Step)] = [
      ("Before", .change(3780)), ("Night charging", .change(-520)),
      ("Peak limit", .change(-610)), ("Solar", .change(-430)), ("Battery", .change(-280)),
      ("Battery wear", .change(120)), ("After", .total),
    ]
    let bars = Waterfall(steps.map(\.step)).bars
    return Figure(
      name, "From uncontrolled to controlled cost",
      caption: """
        Night charging and a limit on peaks make up two thirds of the saving and need no investment. Numbers: change in € \
        a week. Made-up sample data.
        """,
      keywords: ["training", "cost", "waterfall"], legend: .none
    ) {
      Panel(
        x: .categories(steps.map(\.name)), y: Axis("Cost", unit: "€ week^{-1}", zero: true),
        aspect: 0.55
      ) {
        part("cost", bars) { index, bar in bar.kind == .total || index == 0 }
        part("more", bars) { index, bar in bar.kind == .rise && index > 0 }
        part("less", bars) { _, bar in bar.kind == .fall }
      }
    }
  }

  /// The bars of one kind; the others leave gaps.
  private static func part(
    _ series: String, _ bars: [Waterfall.Bar], _ belongs: (Int, Waterfall.Bar) -> Bool
  ) -> Bars {
    let values = bars.enumerated().map { index, bar in
      belongs(index, bar) ? bar.to - bar.from : .nan
    }
    return Bars([.init(series, values)], bases: bars.map(\.from), width: 0.64, values: true)
  }
}
