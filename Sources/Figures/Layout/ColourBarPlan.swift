import Numerics

/// The bar that says which colour stands for which value.
struct ColourBarPlan {
  let colours: ColourChannel
  let range: ColourRange
  let ticks: AxisPlan
  /// From the panel's area to the right edge of the label.
  let width: Double
  private let height: Double
  private let gap = 7.0
  private let thickness = 6.5

  private let isForLines: Bool

  private func colour(at place: Double) -> Colour {
    let colour = colours.map.colour(at: place)
    return isForLines ? colour.darkEnoughForLines : colour
  }

  init?(_ plan: PanelPlan, _ layout: FigureLayout, height: Double) {
    guard let channel = plan.channel, channel.colours.showsBar else { return nil }
    (colours, range, self.height) = (channel.colours, channel.range, height)
    isForLines = plan.hasColouredLines
    var axis = Axis("")
    (axis.label, axis.unit, axis.isUnitless) = (colours.label, colours.unit, colours.isUnitless)
    let domain = range.domain
    let scale =
      colours.isLogarithmic
      ? Scale(.log10, domain: Double.exp(domain.lowerBound)...Double.exp(domain.upperBound))
      : Scale(.linear, domain: domain)
    ticks = AxisPlanner(measure: layout.measure, type: layout.type).vertical(
      axis, scale, length: height, depth: 60, labels: true)
    width =
      gap + thickness + 2 + 2 + ticks.depth
      + (ticks.title.isEmpty ? 0 : 3 + 1.2 * layout.type.label * Double(ticks.title.count))
  }

  /// Everything of the bar, beginning at a place to the right of the panel.
  func items(_ layout: FigureLayout, area: Rectangle, from start: Double, panel: Int) -> [SceneItem]
  {
    var items: [SceneItem] = []
    let (type, lines) = (layout.type, layout.preset.lines)
    let bar = Rectangle(
      left: start + gap, top: area.top, right: start + gap + thickness, bottom: area.bottom)
    let steps = 128
    items.append(
      SceneItem(
        .colourBar,
        .cells(
          SceneCells(
            area: bar, columns: 1,
            colours: (0..<steps).map {
              colour(at: 1 - (Double($0) + 0.5) / Double(steps))
            })),
        panel: panel))
    var path = Path()
    for tick in ticks.labels {
      guard let share = ticks.scale.position(of: tick.value) else { continue }
      let y = bar.bottom - share * bar.height
      path.append(Path(through: [Point(bar.right, y), Point(bar.right + 2, y)]))
      guard let text = tick.lines.first else { continue }
      items.append(
        SceneItem(
          .tickLabel,
          .text(
            SceneText(
              text, size: type.tick, at: Point(bar.right + 4, y + 0.364 * type.tick),
              extent: layout.measure.extent(of: text, size: type.tick))), panel: panel))
    }
    if !path.isEmpty {
      items.append(
        SceneItem(
          .tick, .path(path, fill: nil, stroke: Stroke(.ink, width: lines.axis)), panel: panel))
    }
    for (index, line) in ticks.title.enumerated() {
      let x = bar.right + 4 + ticks.depth + 3 + (Double(index) + 0.85) * 1.2 * type.label
      items.append(
        SceneItem(
          .axisLabel,
          .text(
            SceneText(
              line, size: type.label, at: Point(x, bar.centre.y), .middle, turn: -90,
              extent: layout.measure.extent(of: line, size: type.label))), panel: panel))
    }
    return items
  }
}
