import Figures

/// A day of one site as it passes: power of each charger, the visits and how full the vehicles are.
///
/// The visits are those of ``StationVisits``; vehicles on the site share its power.
enum SiteDay {
  static let name = "site-day"

  static var animation: Animation {
    let visits = StationVisits(chargers: 6, vehicles: 84, meanMinutes: 55).visits
    return Animation(
      name, "A day of a site of six chargers",
      caption: """
        In the evening peak all six chargers share the 240 kW of the site and vehicles fill slowly. Above: power of \
        each charger; middle: visits, and the time of day; below: state of charge of the vehicles. Sample data: \
        one simulated day.
        """,
      delay: 12,
      frames: (0..<72).map { frame(at: 360 + 15 * Double($0), visits) })
  }

  private static let limit = 240.0
  private static let chargers = (1...6).map { "Charger \($0)" }

  private static func frame(at minute: Double, _ visits: [StationVisits.Visit]) -> Figure {
    let present = chargers.indices.map { charger in
      visits.first { $0.charger == charger && $0.start <= minute && minute < $0.end }
    }
    let count = present.count { $0 != nil }
    let power = present.map { $0 == nil ? 0 : min(75, limit / Double(max(1, count))) }
    let charge = present.map { visit in
      visit.map { $0.charge + (85 - $0.charge) * (minute - $0.start) / $0.length } ?? 0
    }
    return Figure(
      name, "A day of a site of six chargers",
      arrangement: Arrangement(columns: 1, hasLetters: false), legend: .none
    ) {
      bars(
        "Power at \(Self.time(minute))", "power", power, Axis("Power", unit: "kW", from: 0, to: 80))
      Panel(
        x: .timeOfDay("Time of day", from: 6 * 3600, to: 24 * 3600), y: .categories(chargers),
        aspect: 0.3
      ) {
        Tracks(
          visits.map {
            Tracks.Span(
              Double($0.charger), from: 60 * $0.start, to: 60 * $0.end,
              series: $0.start <= minute ? "visit" : "later")
          })
        Rule(x: 60 * minute)
      }
      bars("", "state of charge", charge, Axis("Charge", unit: "%", from: 0, to: 100))
    }
    .styled("visit", Palette.okabeIto.styles[0])
    .styled("later", .grey)
    .styled("power", .vermilion)
    .styled("state of charge", .green)
  }

  private static func time(_ minute: Double) -> String {
    let (hour, rest) = Int(minute).quotientAndRemainder(dividingBy: 60)
    return "\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func bars(_ title: String, _ series: String, _ values: [Double], _ axis: Axis)
    -> Panel
  {
    Panel(title, x: .categories(chargers), y: axis, aspect: 0.26) {
      Bars([.init(series, values)], width: 0.6)
    }
  }
}
