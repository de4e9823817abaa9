import Figures

/// How many wait at which station; the road of ``RoadDay``.
enum QueueStrips: SampleFigure {
  static let name = "queue-strips"

  static var figure: Figure {
    let day = RoadDay()
    let times = (20..<88).map { (Double($0) + 0.5) * 900 }
    let names = RoadDay.stations.map { "\(Int($0))\u{A0}km" }
    let waiting = day.waits.flatMap { waits in
      times.map { time in
        Double(waits.count { 3600 * $0.from <= time && time < 3600 * $0.to })
      }
    }
    return Figure(
      name, "Vehicles waiting at each station over a day",
      caption: """
        The longest queue of the day does not stand at the station that is dark from 11:00 to 15:00 but at the \
        next one. Colour: vehicles waiting. Sample data: the simulated day of the space–time diagram.
        """,
      keywords: ["highway", "queues"]
    ) {
      Panel(x: .timeOfDay("Time of day"), y: .categories(names, reversed: true), aspect: 0.3) {
        Cells(
          x: times, y: names.indices.map(Double.init), values: waiting,
          .number("Waiting", .cividis, from: 0))
      }
    }
  }
}
