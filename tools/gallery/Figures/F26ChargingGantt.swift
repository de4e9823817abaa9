import Figures

/// Which vehicle charges where, when and how strongly; the visits of one day of ``StationVisits``.
enum ChargingGantt: SampleFigure {
  static let name = "charging-gantt"

  static var figure: Figure {
    let visits = StationVisits(chargers: 6, vehicles: 90).visits.filter { $0.start < 24 * 60 }
    let spans = visits.enumerated().map { index, visit in
      Tracks.Span(
        Double(visit.charger), from: 60 * visit.start, to: 60 * min(1440, visit.end),
        value: min(150, 12 + 60 * 42 * (0.8 - visit.charge / 100) / visit.length),
        text: "\(index + 1)")
    }
    return Figure(
      name, "Vehicles on six chargers over a day",
      caption: """
        Chargers 1 and 2 work all day, chargers 5 and 6 only in the two peaks. Bars: visits, with the number of \
        the vehicle; colour: mean power. Sample data: one simulated day of 90 vehicles.
        """,
      keywords: ["factory", "Gantt"]
    ) {
      Panel(
        x: .timeOfDay("Time of day", from: 5 * 3600, to: 24 * 3600),
        y: .categories((1...6).map { "Charger \($0)" }), aspect: 0.42
      ) {
        Tracks(spans, colours: ColourChannel("Power", unit: "kW", .batlow, from: 0, to: 150))
      }
    }
  }
}
