import Figures

/// Four objectives of the designs, two by two.
enum PairwiseObjectives: SampleFigure {
  static let name = "pairwise-objectives"

  static var figure: Figure {
    let designs = SiteDesign.all.filter {
      $0.cost < 12 && $0.stranded > 0.02 && $0.wait > 0.02
    }
    let front = SiteDesign.front(of: designs)
    let cost = Objective(axis: Axis("Cost", unit: "M€", from: 0, to: 12), value: \.cost)
    let stranded = Objective(
      axis: Axis("Stranded", unit: "%", .log10, from: 0.01, to: 100), value: \.stranded)
    let wait = Objective(
      axis: Axis("Mean wait", unit: "min", .log10, from: 0.01, to: 100), value: \.wait)
    let load = Objective(axis: Axis("Load", unit: "MW", from: 0, to: 2), value: \.load)
    let pairs = [
      (cost, stranded), (cost, wait), (cost, load), (stranded, wait), (stranded, load),
      (wait, load),
    ]
    return Figure(
      name, "Four objectives, two by two",
      caption: """
        Designs with little stranding also have short waits, so only cost and load pull against them. Blue: designs \
        that no other beats in cost and stranding; grey: the others. Sample data: exact queues.
        """,
      keywords: ["Pareto", "scatter matrix"], legend: .above
    ) {
      for (across, up) in pairs {
        Panel(x: across.axis, y: up.axis, aspect: 0.9) {
          Dots(
            x: designs.map { $0[keyPath: across.value] }, y: designs.map { $0[keyPath: up.value] },
            size: 1.2, emphasis: .context)
          Dots(
            x: front.map { $0[keyPath: across.value] }, y: front.map { $0[keyPath: up.value] },
            series: "not dominated in cost and stranding", size: 2.6)
        }
      }
    }
  }

  private struct Objective {
    var axis: Axis
    var value: KeyPath<SiteDesign, Double>
  }
}
