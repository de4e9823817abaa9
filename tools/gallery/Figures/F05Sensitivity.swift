import Figures

/// Which assumption the stranding of a forecourt depends on most: each is changed by a fifth, the others stay.
enum Sensitivity: SampleFigure {
  static let name = "sensitivity"

  static var figure: Figure {
    let rows = Self.rows
    return Figure(
      name, "Change of stranding when one assumption changes by a fifth",
      caption: """
        Charging power and energy matter as much as traffic; patience and places to wait hardly matter. Change \
        of the stranded share against 18 vehicles an hour, 32 kWh, six chargers of 100 kW, 20 min of patience, \
        five places to wait and 30 % out of reach. Sample data: exact queue.
        """,
      keywords: ["traffic sweep", "sensitivity", "tornado"], legend: .inside
    ) {
      Panel(
        x: Axis("Change of stranded share", unit: "percentage points"),
        y: .categories(rows.map(\.name)), aspect: 0.55
      ) {
        Bars(
          [
            .init("a fifth less", rows.map(\.less)),
            .init("a fifth more", rows.map(\.more)),
          ], .stacked, .horizontal)
      }
    }
  }

  private struct Row {
    var name: String
    var less: Double
    var more: Double
    var reach: Double { Swift.max(less.magnitude, more.magnitude) }
  }

  private static var rows: [Row] {
    var base = Forecourt()
    (base.chargers, base.spots) = (6, 5)
    let start = base.strandedShare
    func row(_ name: String, _ change: (inout Forecourt, Double) -> Void) -> Row {
      func effect(_ factor: Double) -> Double {
        var site = base
        change(&site, factor)
        return 100 * (site.strandedShare - start)
      }
      return Row(name: name, less: effect(0.8), more: effect(1.2))
    }
    return [
      row("Arrivals") { $0.arrivals *= $1 },
      row("Energy") { $0.energy *= $1 },
      row("Power") { $0.power *= $1 },
      row("Patience") { $0.patience *= $1 },
      row("Out of reach") { $0.outOfReach *= $1 },
      row("Places to wait") { $0.spots = $1 < 1 ? 4 : 6 },
    ].sorted { $0.reach > $1.reach }
  }
}
