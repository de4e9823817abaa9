import Figures
import Text

/// How long customers wait; forty days of ``StationVisits`` with six chargers.
enum WaitHistogram: SampleFigure {
  static let name = "wait-histogram"

  static var figure: Figure {
    let waits = StationVisits(chargers: 6, days: 0..<40).waits
    let positive = waits.filter { $0 > 0 }
    let late = Sample.quantile(0.95, of: waits)
    let share = 100 * Double(positive.count) / Double(waits.count)
    let half = Sample.quantile(0.5, of: positive)
    return Figure(
      name, "Waits of those who have to wait",
      caption: """
        \(share.text(decimals: 0)) % of the customers have to wait, half of them less than \(half.text(decimals: 0)) min; \
        one in twenty waits longer than \(late.text(decimals: 0)) min. Sample data: 40 simulated days.
        """,
      keywords: ["distribution", "wait", "histogram"]
    ) {
      Panel(
        x: Axis("Wait", unit: "min", zero: true), y: .number("Customers", zero: true), aspect: 0.5
      ) {
        Histogram(positive)
        Rule(x: late, "95 % of all")
      }
    }
  }
}
