import Figures
import Testing

@Suite("The description of a figure")
struct FigureDescriptionTests {
  /// What is told of one line in a figure whose numbers have a unit.
  private func description(of values: [Double], unit: String) -> String {
    let figure = Figure("shares", "Shares over the day") {
      Panel(x: .number("Hour"), y: Axis("Share", unit: unit)) {
        Line(x: values.indices.map(Double.init), y: values, series: "waits")
      }
    }
    return Scene(figure, measuredBy: EvenMeasure()).alternativeText
  }

  @Test(
    "tells numbers as they are, without prefixes that their unit does not take",
    arguments: [
      ([0.00077, 0.0004, 0.00123], "from 0.00077 to 0.00123, at most 0.00123"),
      ([-2500, 1_234_567], "from \u{2212}2500 to 1230000, at most 1230000"),
      ([0, 12.5], "from 0 to 12.5, at most 12.5"),
    ])
  func numbers(values: [Double], words: String) {
    let text = description(of: values, unit: "%")
    #expect(text.contains("\"waits\" goes \(words)."), "\(text)")
    #expect(text.hasPrefix("Shares over the day. The figure shows lines."))
  }
}
