import Figures
import Text

/// What cost buys: all designs of ``SiteDesign`` and those that no other beats.
enum ParetoFront: SampleFigure {
  static let name = "pareto-front"

  static var figure: Figure {
    let designs = SiteDesign.all.filter { $0.cost < 10 && $0.stranded < 60 }
    let front = ParetoStaircase(x: designs.map(\.cost), y: designs.map(\.stranded))
    let stairs = front.staircase(to: (10, 60))
    let members = front.members.map { designs[$0] }
    let knee = knee(of: members)
    return Figure(
      name, "Capital cost against stranding",
      caption: """
        Up to \(knee.cost.text(decimals: 1)) M€ every million buys a lot, beyond it little; the knee has \(knee.stations) stations of \(knee.chargers) chargers of \(Int(knee.power)) kW. Steps: designs that no other beats; shaded: what they beat; grey: \(designs.count) \
        designs. Sample data: exact queues along 300 km of road.
        """,
      keywords: ["Pareto", "design"], legend: .none
    ) {
      Panel(
        x: Axis("Capital cost", unit: "M€", from: 0, to: 10),
        y: Axis("Stranded", unit: "%", from: 0, to: 60), aspect: 0.72
      ) {
        Band(x: stairs.x, low: stairs.y, high: stairs.y.map { _ in 60 }, opacity: 0.1)
        Dots(designs, x: \.cost, y: \.stranded, size: 1.8, emphasis: .context)
        Line(x: stairs.x, y: stairs.y, series: "front")
        Dots(x: front.x, y: front.y, series: "front", size: 3.4)
        Callout(
          x: knee.cost, y: knee.stranded,
          "knee: \(knee.cost.text(decimals: 1)) M€")
      }
    }
  }

  /// The design farthest below the chord of the front, both goals scaled to their ranges.
  private static func knee(of front: [SiteDesign]) -> SiteDesign {
    let (first, last) = (front[0], front[front.count - 1])
    func drop(_ design: SiteDesign) -> Double {
      let cost = (design.cost - first.cost) / (last.cost - first.cost)
      let stranded = (design.stranded - last.stranded) / (first.stranded - last.stranded)
      return 1 - cost - stranded
    }
    return front.max { drop($0) < drop($1) } ?? first
  }
}
