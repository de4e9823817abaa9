import Figures
import Text

/// Where a day's power comes from; the day of ``EnergyDay``.
enum PowerBySource: SampleFigure {
  static let name = "power-by-source"

  static var figure: Figure {
    let day = EnergyDay()
    let missing = EnergyDay.energy(day.shortfall)
    return Figure(
      name, "Power by source over a day with an outage",
      caption: """
        When the grid fails at 18:00 sun, wind and battery carry half of the demand; until it is back \
        \(missing.text(decimals: 0)) kWh are missing. Areas: power by source, the last one what is \
        missing; line: demand. Sample data: a site model with clouds and wind from random noise.
        """,
      keywords: ["energy", "blackout"], legend: .above
    ) {
      Panel(
        x: .timeOfDay("Time of day"), y: Axis("Power", unit: "kW", zero: true), aspect: 0.55
      ) {
        ReferenceBand(
          x: EnergyDay.outage.lowerBound * 3600...EnergyDay.outage.upperBound * 3600, "grid out")
        Area(
          x: day.seconds,
          layers: [
            .init("wind", day.wind), .init("solar", day.solar), .init("grid", day.grid),
            .init("battery", day.battery), .init("shortfall", day.shortfall),
          ])
        Line(x: day.seconds, y: day.demand, series: "demand")
      }
    }
    .styled("wind", Palette.okabeIto.styles[5]).styled("solar", Palette.okabeIto.styles[4])
    .styled("grid", Palette.okabeIto.styles[0]).styled("battery", Palette.okabeIto.styles[2])
    .styled("shortfall", Palette.okabeIto.styles[1])
    .styled("demand", .black)
  }
}
