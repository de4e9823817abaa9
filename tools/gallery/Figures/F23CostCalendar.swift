import Figures
import Randomness

/// What energy costs at which hour of which month: a price with two daily peaks, cheap noons in summer and noise.
enum CostCalendar: SampleFigure {
  static let name = "cost-calendar"

  static var figure: Figure {
    let hours = (0..<24).map { (Double($0) + 0.5) * 3600 }
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let prices = months.indices.flatMap { month in hours.map { price(month, $0 / 3600) } }
    return Figure(
      name, "Price of energy by month and hour",
      caption: """
        From April to September noon is cheaper than night, and in June it costs less than nothing. \
        Sample data: two daily peaks, a valley of sun, and noise.
        """,
      keywords: ["energy", "price", "calendar"]
    ) {
      Panel(x: .timeOfDay("Time of day"), y: .categories(months), aspect: 0.52) {
        Cells(
          x: hours, y: months.indices.map(Double.init), values: prices,
          ColourChannel("Price", unit: "€ MWh^{-1}", .vik, centre: 90))
      }
    }
  }

  private static func price(_ month: Int, _ hour: Double) -> Double {
    var stream = Sample.stream("price of a month", month * 24 + Int(hour))
    let summer = Sample.bell(Double(month), at: 5.5, width: 2.2)
    let peaks =
      40 * Sample.bell(hour, at: 8, width: 1.5) + 65 * Sample.bell(hour, at: 19, width: 2)
    let sun = (20 + 85 * summer) * Sample.bell(hour, at: 13, width: 2.6)
    return 88 - 14 * summer + peaks * (1 - 0.35 * summer) - sun + stream.normal(0, 4)
  }
}
