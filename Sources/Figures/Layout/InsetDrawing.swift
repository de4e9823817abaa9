/// A small panel within another: its own axes and marks, the tick labels inside its box.
struct InsetDrawing {
  private(set) var items: [SceneItem] = []
  private(set) var losses: [String] = []

  init(_ panel: Panel, in box: Rectangle, layout: FigureLayout, panelIndex: Int) {
    let plan = PanelPlan(panel, panelIndex)
    let type = layout.type
    let planner = AxisPlanner(measure: layout.measure, type: type)
    var area = Rectangle(
      left: box.left + 22, top: box.top + 4, right: box.right - 6, bottom: box.bottom - 12)
    var (x, y) = (
      planner.horizontal(panel.x, plan.x, length: area.width, depth: 20, labels: true),
      planner.vertical(panel.y, plan.y, length: area.height, depth: 40, labels: true)
    )
    // The titles of axes are left out where room is so small; once more with the true margins.
    for _ in 0..<2 {
      area = Rectangle(
        left: box.left + y.depth + 5.5, top: box.top + y.overhang.end + 1,
        right: box.right - Swift.max(2, x.overhang.end), bottom: box.bottom - x.depth - 5.5)
      x = planner.horizontal(
        panel.x, plan.x, length: Swift.max(10, area.width), depth: 20, labels: true)
      y = planner.vertical(
        panel.y, plan.y, length: Swift.max(10, area.height), depth: 40, labels: true)
    }
    guard area.width > 20, area.height > 14 else {
      losses.append("an inset, for which the panel is too small")
      return
    }
    items.append(
      SceneItem(
        .background, .path(Path(box.grown(by: 1)), fill: .paper, stroke: nil), panel: panelIndex))
    let frame = PanelFrame(
      area: area, x: plan.x, y: plan.y, isXReversed: x.isReversed, isYReversed: y.isReversed)
    var canvas = Canvas(
      frame: frame, panel: panelIndex, preset: layout.preset, book: layout.book,
      measure: layout.measure, hatchesAreas: plan.hatchesAreas)
    for mark in panel.marks { mark.content.draw(on: &canvas, colours: plan.channel?.range) }
    items += canvas.items
    losses += canvas.losses
    drawAxes(x, y, frame, layout, panelIndex)
  }

  private mutating func drawAxes(
    _ x: AxisPlan, _ y: AxisPlan, _ frame: PanelFrame, _ layout: FigureLayout, _ panel: Int
  ) {
    let (area, size) = (frame.area, layout.type.tick)
    var path = Path(through: [
      Point(area.left, area.top), Point(area.left, area.bottom), Point(area.right, area.bottom),
    ])
    func write(_ text: RichText, _ place: Point, _ alignment: SceneText.Alignment) {
      items.append(
        SceneItem(
          .tickLabel,
          .text(
            SceneText(
              text, size: size, at: place, alignment,
              extent: layout.measure.extent(of: text, size: size))), panel: panel))
    }
    for tick in x.labels {
      guard let place = frame.horizontal(tick.value), x.turn == 0 else { continue }
      path.append(Path(through: [Point(place, area.bottom), Point(place, area.bottom + 2)]))
      if let text = tick.lines.first {
        write(text, Point(place, area.bottom + 4 + 0.76 * size), .middle)
      }
    }
    for tick in y.labels {
      guard let place = frame.vertical(tick.value) else { continue }
      path.append(Path(through: [Point(area.left - 2, place), Point(area.left, place)]))
      if let text = tick.lines.first {
        write(text, Point(area.left - 4, place + 0.364 * size), .end)
      }
    }
    items.append(
      SceneItem(
        .axis, .path(path, fill: nil, stroke: Stroke(.ink, width: layout.preset.lines.axis)),
        panel: panel))
  }
}
