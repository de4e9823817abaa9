import Figures

/// Every session of a week by day: when it began and how much it took; the visits of ``StationVisits``.
enum SessionsOfWeek: SampleFigure {
  static let name = "sessions-of-week"

  static var figure: Figure {
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let visits = days.indices.map { day in
      StationVisits(
        chargers: 8, vehicles: day < 5 ? 70 : 90, days: day..<(day + 1),
        pattern: day < 5 ? .commuters : .shopping
      ).visits
    }
    let all = visits.enumerated().flatMap { day, visits in
      visits.map { (day: Double(day), hour: 60 * $0.arrival, energy: 0.6 * (100 - $0.charge)) }
    }
    return Figure(
      name, "Sessions of a week by hour and day",
      caption: """
        At the weekend the two peaks of working days melt into one long afternoon. Above: every session, below: \
        the same with its energy as area. Sample data: simulated visits.
        """,
      keywords: ["distribution", "session", "strip", "bubbles"],
      arrangement: Arrangement(columns: 1, sharesX: true), legend: .none
    ) {
      Panel(
        x: .timeOfDay("Arrival", from: 0, to: 86_400), y: .categories(days, reversed: false),
        aspect: 0.42
      ) {
        Distributions(
          visits.map { Distributions.Group("sessions", $0.map { 60 * $0.arrival }) }, .strip,
          .horizontal)
      }
      Panel(
        x: .timeOfDay("Arrival", from: 0, to: 86_400), y: .categories(days), aspect: 0.42
      ) {
        Dots(
          x: all.map(\.hour), y: all.map(\.day), series: "sessions", size: 2.6,
          weights: all.map(\.energy), opacity: 0.4)
      }
    }
  }
}
