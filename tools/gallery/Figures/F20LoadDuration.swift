import Figures
import Randomness
import Text

/// For how long a load is exceeded, with and without control: thirty days of ``EnergyDay``.
enum LoadDurationCurves: SampleFigure {
  static let name = "load-duration"

  static var figure: Figure {
    let loads = (0..<30).flatMap { day in EnergyDay(day, hasOutage: false).demand.dropLast() }
      .enumerated().map { $1 * growth($0) }
    let mean = loads.reduce(0, +) / Double(loads.count)
    let curves = [
      ("uncontrolled", loads), ("limited to 200 kW", limited(loads, to: 200)),
      ("levelled", loads.map { mean + 0.35 * ($0 - mean) }),
    ].map { ($0, LoadDuration($1)) }
    let share = 100 * Double(loads.count { $0 > 200 }) / Double(loads.count)
    func lines(_ most: Double) -> [Line] {
      curves.map { name, curve in
        let count = curve.shares.lastIndex { $0 <= most / 100 } ?? 0
        return Line(
          x: [0] + curve.shares.prefix(count + 1).map { 100 * $0 },
          y: [curve.loads[0]] + curve.loads.prefix(count + 1), series: name, steps: .before)
      }
    }
    return Figure(
      name, "Load-duration curves of three ways of control",
      caption: """
        A connection of 200 kW would be too small for \(share.text(decimals: 0)) % of the time, and a limit costs nothing but a little \
        waiting. Inset: the highest tenth. Sample data: 30 days of a site model.
        """,
      keywords: ["energy", "load duration"], legend: .above
    ) {
      Panel(
        x: Axis("Share of the time", unit: "%", from: 0, to: 100),
        y: Axis("Load at least", unit: "kW", zero: true), aspect: 0.68
      ) {
        lines(100)
      }
      .inset(
        Panel(
          x: Axis("", from: 0, to: 10), y: Axis("", from: 120, to: 320)
        ) {
          Rule(y: 200)
          lines(10)
        }, in: .upperRight)
    }
  }

  /// A day is up to a fifth busier or quieter than the mean one.
  private static func growth(_ index: Int) -> Double {
    var stream = Sample.stream("load of a day", index / 144)
    return stream.uniform(0.8...1.2)
  }

  /// What is above a limit is charged as soon as there is room.
  private static func limited(_ loads: [Double], to limit: Double) -> [Double] {
    var waiting = 0.0
    return loads.map { load in
      let now = min(limit, load + waiting)
      waiting += load - now
      return now
    }
  }
}
