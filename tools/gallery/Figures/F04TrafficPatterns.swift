import Figures
import Queueing

/// What the same number of vehicles asks of a site under six patterns of a day.
///
/// The number who would charge if nobody waited is Poisson with the mean of M_t/G/∞; the band holds it in 90 % of
/// all days.
enum TrafficPatterns: SampleFigure {
  static let name = "traffic-patterns"

  static var figure: Figure {
    Figure(
      name, "Vehicles charging at once under six patterns of a day",
      caption: """
        The same 200 vehicles a day need \(most(.even)) chargers when they come evenly and \(most(.depot)) when buses \
        return at once; dashed: 12 chargers. Line: mean; band: 90 % of all days. Sample data: M_{t}/G/∞, 45 min at a charger.
        """,
      keywords: ["traffic sweep", "small multiples"],
      arrangement: Arrangement(sharesX: true, sharesY: true)
    ) {
      for pattern in DemandPattern.allCases { panel(pattern) }
    }
  }

  /// How many chargers are enough in 95 % of all days, at the busiest time.
  private static func most(_ pattern: DemandPattern) -> Int {
    Int(DemandPattern.quantile(0.95, mean: pattern.demand(vehicles: 200).peak.meanBusy))
  }

  private static func panel(_ pattern: DemandPattern) -> Panel {
    let hours = Sample.grid(0...24, count: 97)
    let demand = pattern.demand(vehicles: 200)
    let means = hours.map { demand.meanBusy(at: $0) }
    return Panel(
      pattern.rawValue, x: .timeOfDay("Time of day"),
      y: .number("Vehicles charging", zero: true), aspect: 0.8
    ) {
      Rule(y: 12)
      Band(
        x: hours.map { 3600 * $0 }, low: means.map { DemandPattern.quantile(0.05, mean: $0) },
        high: means.map { DemandPattern.quantile(0.95, mean: $0) }, steps: .middle, opacity: 0.25)
      Line(x: hours.map { 3600 * $0 }, y: means)
    }
  }
}
