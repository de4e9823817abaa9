extension Intervals: PanelContent {
  var legendKeys: [LegendKey] { LegendKey.named(series, [.marker]) }

  func extend(_ reach: inout Reach) {
    reach.take(places: positions, values: centre + low + high, direction)
    (reach.x.wantsNoRoom, reach.y.wantsNoRoom) = (false, false)
  }

  func draw(on canvas: inout Canvas, colours: ColourRange?) {
    let style = canvas.book.line(series)
    func place(_ position: Double, _ value: Double) -> Point? {
      direction == .vertical
        ? canvas.frame.place(position, value) : canvas.frame.place(value, position)
    }
    var (path, middles) = (Path(), [Point]())
    for index in positions.indices {
      if index < centre.count, let middle = place(positions[index], centre[index]) {
        middles.append(middle)
      }
      guard index < low.count, index < high.count,
        let start = place(positions[index], low[index]),
        let end = place(positions[index], high[index])
      else { continue }
      path.append(Path(through: [start, end]))
      guard hasCaps else { continue }
      for tip in [start, end] {
        let (x, y) = direction == .vertical ? (2.0, 0.0) : (0.0, 2.0)
        path.append(Path(through: [Point(tip.x - x, tip.y - y), Point(tip.x + x, tip.y + y)]))
      }
    }
    let paint = Paint.colour(style.colour)
    canvas.draw(
      .mark, path, stroke: Stroke(paint, width: 1.2), series: series)
    canvas.draw(
      SceneMarkers(
        style.marker, at: middles, sizes: [4.4], paints: [paint], isFilled: !style.marker.isOpen,
        lineWidth: 1),
      series: series)
  }

  func record(in table: inout TidyTable) {
    table.add(
      "interval", series: series,
      numbers: [("position", positions), ("value", centre), ("low", low), ("high", high)])
  }
}
