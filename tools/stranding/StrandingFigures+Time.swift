import Figures
import HighwayStudies
import HighwayWorld
import Text

extension StrandingFigures {
  private var binHours: Double { plan.model.binHours }

  private var middles: [Double] {
    (0..<plan.model.bins).map { (Double($0) + 0.5) * binHours }
  }

  private var cells: [StrandingCell] { result.askedCells(result.middle) }

  private var timeAxis: Axis {
    Axis(
      plan.model.question.scenario.warmUp > 0
        ? "Time since the end of the warm-up" : "Time since the start", unit: "h", from: 0,
      to: Double(plan.model.bins) * binHours)
  }

  /// Strandings per hour over time and traffic.
  var hours: Figure? {
    guard cells.count > 1, cells.contains(where: { $0.stranded > 0 }) else { return nil }
    return Figure(
      "stranding-hours", "When cars strand",
      caption: """
        Colour: cars that strand per hour, mean of \(result.replicates) runs with \(plan.words(result.middle.size)), in steps of \
        \((60 * binHours).text(decimals: 0)) min.
        """,
      keywords: ["traffic sweep", "heat map", "time"], legend: .none
    ) {
      Panel(x: timeAxis, y: Axis("Traffic", unit: "h^{-1}")) {
        Cells(
          x: middles, y: cells.map(\.level), values: cells.flatMap(\.perHour),
          ColourChannel("Stranded", unit: "h^{-1}", .viridis, from: 0))
      }
    }
  }

  /// How many have stranded by a time, one line per level.
  var soFar: Figure? {
    let shown = cells.filter { $0.stranded > 0.5 }.suffix(5)
    guard !shown.isEmpty else { return nil }
    return Figure(
      "stranded-so-far", "Cars stranded so far",
      caption: """
        Mean of \(result.replicates) runs with \(plan.words(result.middle.size)), for each level of traffic at which cars strand.
        """,
      keywords: ["traffic sweep", "time series"]
    ) {
      Panel(x: timeAxis, y: .number("Stranded so far", zero: true)) {
        for cell in shown {
          Line(
            x: [0] + middles.map { $0 + 0.5 * binHours }, y: soFar(cell),
            series: "\(cell.level.text(decimals: 0)) an hour")
        }
      }
    }
  }

  private func soFar(_ cell: StrandingCell) -> [Double] {
    var sum = 0.0
    return [0]
      + cell.perHour.map { value in
        sum += value * binHours
        return sum
      }
  }
}
