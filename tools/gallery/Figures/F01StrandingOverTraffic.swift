import Figures
import Randomness
import Statistics
import Text

/// How many strand as traffic grows, for four sizes of a station.
///
/// Shares are those of ``Forecourt``; each dot of the lines is what 20,000 vehicles would show, with Wilson's
/// interval.
enum StrandingOverTraffic: SampleFigure {
  static let name = "stranding-over-traffic"

  static var figure: Figure {
    let limit = limit(8)
    return Figure(
      name, "Stranded vehicles over traffic",
      caption: """
        Each pair of chargers lets the station take \((0.5 * (limit - Self.limit(4))).text(decimals: 1)) vehicles an \
        hour more before 1 % of them strand. \
        Lines: share of 20,000 vehicles; bands: 95 % interval (Wilson). Sample data from an exact queue \
        with sampling noise.
        """,
      keywords: ["traffic sweep", "stranding"]
    ) {
      Panel(
        x: Axis("Vehicles that want to charge", unit: "h^{-1}", from: 6, to: 40),
        y: Axis("Stranded", unit: "%", .log10, from: 0.1, to: 30)
      ) {
        Rule(y: 1, "target 1 %")
        for (index, chargers) in [4, 6, 8, 10].enumerated() { sweep(chargers, index) }
        Callout(x: limit, y: 1, "\(limit.text(decimals: 0)) h^{-1}")
      }
    }
  }

  /// The traffic at which 1 % of the vehicles strand, in vehicles per hour.
  private static func limit(_ chargers: Int) -> Double {
    var (low, high) = (1.0, 60.0)
    for _ in 0..<40 {
      var site = Forecourt()
      (site.arrivals, site.chargers) = (0.5 * (low + high), chargers)
      if site.strandedShare < 0.01 { low = site.arrivals } else { high = site.arrivals }
    }
    return low
  }

  private struct Row {
    var traffic: Double
    var share: Double
    var low: Double
    var high: Double
  }

  private static func sweep(_ chargers: Int, _ index: Int) -> [Mark] {
    let vehicles = 20_000
    var stream = Sample.stream("stranding over traffic", index)
    let rows = Sample.grid(6...40, count: 35).map { traffic in
      var site = Forecourt()
      (site.arrivals, site.chargers) = (traffic, chargers)
      let mean = Double(vehicles) * site.strandedShare
      let stranded = min(vehicles, PoissonDistribution(mean: mean).draw(from: &stream))
      let interval = Interval.wilson(successes: stranded, of: vehicles)
      let share = 100 * Double(stranded) / Double(vehicles)
      return Row(
        traffic: traffic, share: share, low: 100 * interval.low, high: 100 * interval.high)
    }
    let shown = rows.filter { $0.share > 0.03 }
    let series = "\(chargers) chargers"
    return Band(shown, x: \.traffic, low: \.low, high: \.high, series: series).marks
      + Line(shown, x: \.traffic, y: \.share, series: series).marks
  }
}
