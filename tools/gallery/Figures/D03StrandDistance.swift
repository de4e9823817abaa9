import Figures

/// How far stranded vehicles are from the next station, for three habits; sixty days of ``RoadDay`` each.
enum StrandDistance: SampleFigure {
  static let name = "strand-distance"

  static var figure: Figure {
    let groups = [0.02, 0.1, 0.18].map { reserve in
      Distributions.Group(
        "\(Int((100 * reserve).rounded()))\u{A0}%",
        (0..<60).flatMap { day in RoadDay(day, reserve: reserve).strandings.map(\.short) })
    }
    let counts = groups.map { String($0.samples.count) }.joined(separator: ", ")
    return Figure(
      name, "Distance of stranded vehicles from the next station",
      caption: """
        A greater reserve makes strandings rarer (\(counts)) and lets them happen nearer to help. Left: violins \
        with quartiles; right: the same as boxes with whiskers. Sample data: 60 simulated days with an outage.
        """,
      keywords: ["distribution", "stranding", "violin", "box"],
      arrangement: Arrangement(columns: 2, sharesY: true), legend: .none
    ) {
      for style in [Distributions.Style.violin, .box] {
        Panel(
          x: .categories(groups.map(\.series), label: "Reserve of the battery"),
          y: Axis("Distance", unit: "km", zero: true), aspect: 0.85
        ) {
          Distributions(groups, style, least: 0)
        }
      }
    }
  }
}
