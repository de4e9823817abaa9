import Figures

/// Which stranding half and nine tenths of the runs reach for a cost; the runs of ``Hypervolume``.
enum AttainmentSurfaces: SampleFigure {
  static let name = "attainment-surfaces"

  static var figure: Figure {
    Figure(
      name, "What half and nine tenths of the runs attain",
      caption: """
        Up to 30 M€ nine of ten runs by mutation find less stranding than half of the random ones. Each has \
        1,000 evaluations. Line: attained by 50 % of 20 runs; band: up to what 90 % \
        attain. Sample data: two small searches.
        """,
      keywords: ["Pareto", "attainment"], legend: .inside
    ) {
      Panel(
        x: Axis("Capital cost", unit: "M€", from: 0, to: 40),
        y: Axis("Stranded", unit: "%", .log10, from: 0.03, to: 50)
      ) {
        surface(.mutation)
        surface(.random)
      }
    }
  }

  private static func surface(_ method: DesignSearch.Method) -> [Mark] {
    let fronts = (0..<20).map { run in
      let front = DesignSearch(method, run: run).front
      return (x: front.map(\.cost), y: front.map(\.stranded))
    }
    let costs = Sample.grid(0...40, count: 161)
    func levels(_ share: Double) -> [Double] {
      let surface = AttainmentSurface(of: fronts, by: share)
      return costs.map { cost in
        let reached = surface.x.lastIndex { $0 <= cost }
        return reached.map { surface.y[$0] } ?? .nan
      }
    }
    let (half, most) = (levels(0.5), levels(0.9))
    return Band(x: costs, low: half, high: most, series: method.rawValue, steps: .after).marks
      + Line(x: costs, y: half, series: method.rawValue, steps: .after).marks
  }
}
