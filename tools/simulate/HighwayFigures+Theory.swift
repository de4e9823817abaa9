import Figures
import HighwayWorld
import Queueing
import Statistics
import Text

/// Theory beside simulation.
extension HighwayFigures {
  /// How far the simulated numbers lie from what theory says.
  func theory(_ check: TextbookCheck) -> Figure? {
    let lines = check.lines.filter { $0.interval != nil && $0.theory > 0 }
    guard !lines.isEmpty else { return nil }
    func percent(_ line: TextbookCheck.Line, _ value: Double?) -> Double {
      100 * ((value ?? .nan) / line.theory - 1)
    }
    return Figure(
      "theory", "Simulated minus theory",
      caption: """
        Dots: means of \(result.replications) replications; bars: 95 % intervals; 0: \
        \(check.isExact ? "the exact result" : "the approximation") of \(check.law).
        """,
      keywords: ["queueing theory", "validation"]
    ) {
      Panel(
        x: Axis("Simulated minus theory", unit: "%"),
        y: .categories(lines.map(\.name), reversed: true),
        aspect: max(0.25, 0.09 * Double(lines.count))
      ) {
        Rule(x: 0)
        Intervals(
          at: lines.indices.map { Double($0) },
          centre: lines.map { percent($0, $0.simulated) },
          low: lines.map { percent($0, $0.interval?.low) },
          high: lines.map { percent($0, $0.interval?.high) }, .horizontal)
      }
    }
  }

  /// The waits of the stations in simulation and in theory.
  func theory(_ check: StationCheck) -> Figure? {
    let lines = check.lines
    guard lines.count > 1, lines.count <= 24, lines.contains(where: { $0.theory != nil }) else {
      return nil
    }
    let names = lines.map { result.stationNames[$0.station] }
    let places = lines.indices.map { Double($0) }
    return Figure(
      "theory", "Mean wait by simulation and by theory",
      caption: """
        Theory: M/G/c with the requests and sessions that were seen, each station alone; none where a station is asked for \
        \((100 * StationCheck.mostLoad).text(decimals: 0)) % or more of what it can do. Simulated: the first replication.
        """,
      keywords: ["queueing theory", "validation"], legend: .above
    ) {
      Panel(x: .categories(names, label: "Station"), y: Axis("Mean wait", unit: "min", zero: true))
      {
        Dots(x: places, y: lines.map(\.simulated), series: "simulated", size: 6)
        Dots(x: places, y: lines.map { $0.theory ?? .nan }, series: "theory", size: 6)
      }
    }
    .styled("simulated", Palette.okabeIto.styles[0])
    .styled("theory", Palette.okabeIto.styles[1])
  }
}
