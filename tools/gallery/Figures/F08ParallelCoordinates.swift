import Figures
import Numerics
import Text

/// Designs as lines over their numbers; three of the front are picked out.
enum ParallelCoordinates: SampleFigure {
  static let name = "parallel-coordinates"

  static var figure: Figure {
    let designs = SiteDesign.all.filter { (0.05...20).contains($0.stranded) && $0.wait > 0.01 }
    let front = SiteDesign.front(of: designs)
    let scaled = ParallelScaling(coordinates.map { front.map($0.value) })
    let places = coordinates.indices.map(Double.init)
    func line(_ index: Int) -> [Double] { scaled.columns.map { $0[index] ?? .nan } }
    let chosen = [("cheap", 18.0), ("balanced", 2), ("safe", 0.1)].compactMap { name, most in
      front.firstIndex { $0.stranded < most }.map { (name, $0) }
    }
    return Figure(
      name, "Designs that no other beats, as lines over their numbers",
      caption: """
        The way from cheap to safe adds stations, not stronger chargers. Grey: the whole front; stranding and wait on a logarithm. Sample data: exact queues.
        """,
      keywords: ["Pareto", "parallel coordinates"]
    ) {
      Panel(
        x: .categories(zip(coordinates, scaled.ranges).map { $0.label($1) }),
        y: .number("From least to greatest", from: -0.02, to: 1.02), aspect: 0.5
      ) {
        for index in front.indices { Line(x: places, y: line(index), emphasis: .context) }
        for (name, index) in chosen {
          Line(x: places, y: line(index), series: name, markers: true)
        }
      }
    }
  }

  /// A number of a design.
  private struct Coordinate {
    var name: String
    var unit = ""
    var decimals = 0
    var isLogarithmic = false
    var number: (SiteDesign) -> Double

    func value(_ design: SiteDesign) -> Double {
      isLogarithmic ? Double.log(number(design)) : number(design)
    }

    /// The name with the least and the greatest value.
    func label(_ range: ClosedRange<Double>?) -> String {
      guard let range else { return name }
      let ends = [range.lowerBound, range.upperBound].map { end in
        (isLogarithmic ? Double.exp(end) : end).text(decimals: decimals)
      }
      return "\(name) \(ends[0])–\(ends[1])" + (unit.isEmpty ? "" : "\u{A0}\(unit)")
    }
  }

  private static var coordinates: [Coordinate] {
    [
      Coordinate(name: "Stations") { Double($0.stations) },
      Coordinate(name: "Chargers") { Double($0.chargers) },
      Coordinate(name: "Power", unit: "kW") { $0.power },
      Coordinate(name: "Cost", unit: "M€", decimals: 1) { $0.cost },
      Coordinate(name: "Stranded", unit: "%", isLogarithmic: true) { $0.stranded },
      Coordinate(name: "Wait", unit: "min", isLogarithmic: true) { $0.wait },
    ]
  }
}
