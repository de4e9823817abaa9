extension Band: PanelContent {
  var legendKeys: [LegendKey] { LegendKey.named(series, [.band]) }

  func extend(_ reach: inout Reach) {
    reach.x.take(x)
    reach.y.take(low)
    reach.y.take(high)
    reach.y.wantsNoRoom = false
  }

  func draw(on canvas: inout Canvas, colours: ColourRange?) {
    // Both edges have gaps where either has one, so that the pieces come in pairs.
    let isWhole = zip(low, high).map { $0.isFinite && $1.isFinite }
    func edge(_ values: [Double]) -> [Polyline] {
      canvas.lines(x: x, y: zip(values, isWhole).map { $1 ? $0 : .nan }, steps)
    }
    var path = Path()
    for (upper, lower) in zip(edge(high), edge(low)) {
      path.append(Path(through: upper.points + lower.points.reversed(), isClosed: true))
    }
    let density = opacity.isFinite ? Swift.min(1, Swift.max(0.02, opacity)) : 0.2
    canvas.draw(
      .mark, path, fill: .colour(canvas.book.line(series).colour.opacity(density)), series: series)
  }

  func record(in table: inout TidyTable) {
    table.add("band", series: series, numbers: [("x", x), ("low", low), ("high", high)])
  }
}
