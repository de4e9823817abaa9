extension Area: PanelContent {
  var legendKeys: [LegendKey] {
    layers.flatMap { LegendKey.named($0.series, [isHatched ? .hatchedPatch : .patch]) }
  }

  func extend(_ reach: inout Reach) {
    let stack = Stacking(layers.map(\.values))
    reach.x.take(x)
    reach.y.take(stack.tops)
    reach.y.take(stack.bottoms)
    reach.y.wantsNoRoom = false
    reach.y.standsOnZero = true
  }

  func draw(on canvas: inout Canvas, colours: ColourRange?) {
    let (grid, values) =
      steps == .none
      ? Stacking.withCrossings(x: x, layers.map(\.values)) : (x, layers.map(\.values))
    let stack = Stacking(values)
    for (index, layer) in stack.layers.enumerated() {
      let series = layers[index].series
      let style = canvas.book.area(series)
      var polygons: [[Point]] = []
      for part in [layer.upper, layer.lower] where part.base != part.end {
        polygons += Self.polygons(part, grid, layer.isGap, steps, canvas)
      }
      var path = Path()
      for polygon in polygons { path.append(Path(through: polygon, isClosed: true)) }
      canvas.draw(
        .mark, path, fill: .colour(style.colour),
        stroke: Stroke(.paper, width: 0.4), series: series)
      if isHatched { canvas.hatch(polygons, style.hatch, series: series) }
    }
  }

  /// One polygon for each stretch without a gap.
  private static func polygons(
    _ part: Stacking.Part, _ x: [Double], _ isGap: [Bool], _ steps: Line.StepMode, _ canvas: Canvas
  ) -> [[Point]] {
    func edge(_ values: [Double]) -> [Polyline] {
      canvas.lines(x: x, y: zip(values, isGap).map { $1 ? .nan : $0 }, steps)
    }
    return zip(edge(part.end), edge(part.base)).map { $0.points + $1.points.reversed() }
  }

  func record(in table: inout TidyTable) {
    for layer in layers {
      table.add("area", series: layer.series, numbers: [("x", x), ("y", layer.values)])
    }
  }
}
