import Figures

/// Where every vehicle was at every hour; the road of ``RoadDay``.
enum SpaceTime: SampleFigure {
  static let name = "space-time"

  static var figure: Figure {
    let day = RoadDay()
    let pieces = day.pieces.filter { $0.from.hour < 24 }
    return Figure(
      name, "Vehicles along 300 km of road over a day",
      caption: """
        While the station at 150 km is without power (11:00 to 15:00) vehicles pass it and strand before the next \
        one. Lines: vehicles, coloured by state of charge; level lines: stations; crosses: \
        \(day.strandings.count) stranded vehicles. Sample data: a simulated day in one direction.
        """,
      keywords: ["highway", "space-time diagram"], legend: .above
    ) {
      Panel(
        x: .timeOfDay("Time of day", from: 5 * 3600, to: 22 * 3600),
        y: Axis("Place", unit: "km", from: 0, to: 300).grid(false), aspect: 0.62
      ) {
        for station in RoadDay.stations { Rule(y: station) }
        Segments(
          fromX: pieces.map { 3600 * $0.from.hour }, fromY: pieces.map(\.from.place),
          toX: pieces.map { 3600 * $0.to.hour }, toY: pieces.map(\.to.place),
          values: pieces.map(\.charge),
          colours: ColourChannel("State of charge", unit: "%", .viridis, from: 0, to: 100),
          width: 0.7)
        Dots(
          x: day.strandings.map { 3600 * $0.hour }, y: day.strandings.map(\.place),
          series: "stranded", size: 5, shape: .cross)
      }
    }
    .styled("stranded", .vermilionCross)
  }
}
