import Figures
import Randomness

/// When which station was dark and why: causes come by chance, a storm takes four stations at once.
enum BlackoutTimeline: SampleFigure {
  static let name = "blackout-timeline"

  static var figure: Figure {
    let stations = ["Aue", "Berg", "Dorn", "Furt", "Hain", "Linde", "Moor", "Wald"]
    return Figure(
      name, "Outages of eight stations by cause",
      caption: """
        One storm in the afternoon takes half of the stations at once; all other outages are single ones. \
        Bars: time without power. Sample data: outages at random times.
        """,
      keywords: ["energy", "blackout", "timeline"], legend: .above
    ) {
      Panel(
        x: .timeOfDay("Time of day", from: 0, to: 86_400), y: .categories(stations), aspect: 0.5
      ) {
        ReferenceBand(x: 15.2 * 3600...19.6 * 3600, "storm")
        Tracks(spans)
      }
    }
  }

  private static var spans: [Tracks.Span] {
    var stream = Sample.stream("blackouts")
    let lengths = [("charger fault", 0.9), ("transformer limit", 0.6)]
    var spans: [Tracks.Span] = []
    func add(_ station: Int, _ from: Double, _ hours: Double, _ cause: String) {
      spans.append(
        Tracks.Span(
          Double(station), from: 3600 * from, to: 3600 * min(24, from + hours), series: cause))
    }
    for (place, station) in [1, 2, 4, 5].enumerated() {
      add(station, 15.3 + 0.25 * Double(place), 1.8 + stream.uniform(0...1.6), "grid failure")
    }
    for (station, hour) in [
      (0, 2.5), (0, 10.2), (2, 6.4), (3, 12.6), (3, 21.3), (5, 8.1), (6, 4.2), (7, 13.4),
    ] {
      let (cause, mean) = lengths[stream.next(below: 2)]
      add(station, hour, 0.25 + ExponentialDistribution(mean: mean).draw(from: &stream), cause)
    }
    for station in [0, 3, 6, 7] {
      add(station, 17.6 + 0.3 * Double(station), 0.8, "transformer limit")
    }
    return spans
  }
}
