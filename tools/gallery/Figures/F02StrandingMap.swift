import Figures
import Numerics

/// Where on the map of traffic and chargers the target is met; exact shares of ``Forecourt``.
enum StrandingMap: SampleFigure {
  static let name = "stranding-map"

  static var figure: Figure {
    let traffic = Sample.grid(5...45, count: 41)
    let chargers = Sample.grid(2...14, count: 13)
    let shares = chargers.flatMap { count in
      traffic.map { arrivals in
        var site = Forecourt()
        (site.arrivals, site.chargers) = (arrivals, Int(count))
        return Swift.max(0.01, 100 * site.strandedShare)
      }
    }
    return Figure(
      name, "Stranded vehicles by traffic and chargers",
      caption: """
        The heavy line is the smallest station that keeps stranding at 1 %: two chargers more for every five \
        vehicles an hour. Thin lines: other shares in %. Sample data: exact queue with finite room and patience.
        """,
      keywords: ["traffic sweep", "heat map"]
    ) {
      Panel(
        x: Axis("Vehicles that want to charge", unit: "h^{-1}"),
        y: Axis.number("Chargers")
      ) {
        Cells(
          x: traffic, y: chargers, values: shares,
          ColourChannel("Stranded", unit: "%", .viridis, from: 0.01, to: 30, logarithmic: true))
        ContourLines(
          x: traffic, y: chargers, values: shares, levels: [0.1, 1, 10], target: 1, decimals: 1)
      }
    }
  }
}
