import Figures
import Text

/// Where two stations' answers to one another's prices lead; the game of ``PriceGame``.
enum BestResponseMap: SampleFigure {
  static let name = "best-response-map"

  static var figure: Figure {
    let prices = Sample.grid(0.38...0.7, count: 65)
    let meeting = Self.meeting
    let joint = Self.joint
    return Figure(
      name, "Best answers of two stations to one another",
      caption: """
        Whatever the prices, answers lead to the crossing at \(meeting.text(decimals: 2)) €; both would earn most at \
        \(joint.text(decimals: 2)) €, which neither dares to ask alone. Arrows: a part of the way to the best \
        answers. Sample data: a logit model of demand.
        """,
      keywords: ["market", "game"], legend: .above
    ) {
      Panel(
        x: Axis("Price of Aue", unit: "€ kWh^{-1}", from: 0.38, to: 0.7).grid(false),
        y: Axis("Price of Berg", unit: "€ kWh^{-1}", from: 0.38, to: 0.7).grid(false), aspect: 0.8
      ) {
        arrows(Sample.grid(0.4...0.68, count: 8))
        Line(x: prices.map(PriceGame.best), y: prices, series: "best answer of Aue")
        Line(x: prices, y: prices.map(PriceGame.best), series: "best answer of Berg")
        Dots(x: [meeting], y: [meeting], series: "both answer best", size: 6, shape: .circle)
        Dots(x: [joint], y: [joint], series: "both earn most", size: 6, shape: .circle)
      }
    }
  }

  /// The price of both at which they earn most together.
  private static var joint: Double {
    Sample.grid(0.38...0.7, count: 321).max {
      PriceGame.profit(own: $0, other: $0) < PriceGame.profit(own: $1, other: $1)
    } ?? 0.7
  }

  /// Where both answers meet.
  private static var meeting: Double {
    (0..<60).reduce(0.6) { price, _ in PriceGame.best(against: price) }
  }

  private static func arrows(_ prices: [Double]) -> Segments {
    let places = prices.flatMap { berg in prices.map { (aue: $0, berg: berg) } }
    let ends = places.map { place in
      (
        aue: place.aue + 0.15 * (PriceGame.best(against: place.berg) - place.aue),
        berg: place.berg + 0.15 * (PriceGame.best(against: place.aue) - place.berg)
      )
    }
    return Segments(
      fromX: places.map(\.aue), fromY: places.map(\.berg), toX: ends.map(\.aue),
      toY: ends.map(\.berg), series: "path of the prices", arrows: true, width: 0.6)
  }
}
