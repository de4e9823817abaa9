import Figures
import Text

/// Which share of customers waits at most how long; ten days of ``StationVisits``.
enum WaitDistribution: SampleFigure {
  static let name = "wait-distribution"

  static var figure: Figure {
    Figure(
      name, "Share of customers by wait",
      caption: """
        With seven chargers 95 % of the customers wait at most \(most(7)) min, with five \(most(5)) min. Steps: \
        shares of the customers of ten days; bands: 95 % confidence. Sample data: simulated visits.
        """,
      keywords: ["distribution", "wait", "ECDF"], legend: .inside
    ) {
      Panel(
        x: Axis("Wait at most", unit: "min", from: 0, to: 60),
        y: .number("Share of customers", from: 0, to: 1)
      ) {
        ReferenceBand(y: 0.95...1, "target")
        for chargers in [5, 6, 7] {
          StepDistribution(
            StationVisits(chargers: chargers, days: 0..<10).waits, series: "\(chargers) chargers",
            band: true)
        }
      }
    }
  }

  /// The wait that 95 % of the customers do not exceed, rounded.
  private static func most(_ chargers: Int) -> String {
    Sample.quantile(0.95, of: StationVisits(chargers: chargers, days: 0..<10).waits)
      .text(decimals: 0)
  }
}
