extension Distributions: PanelContent {
  var legendKeys: [LegendKey] { [] }
  var seriesNames: [String] { groups.map(\.series).filter { !$0.isEmpty } }

  func extend(_ reach: inout Reach) {
    for index in groups.indices where position(index).isFinite {
      let places = [position(index) - 0.5, position(index) + 0.5]
      reach.take(places: places, values: groups[index].samples, direction)
      if style == .violin || style == .rain {
        let density = KernelDensity(groups[index].samples, least: least, greatest: nil)
        reach.take(places: [], values: density.curve(points: 32).x, direction)
      }
    }
    if direction == .vertical { reach.y.wantsNoRoom = false } else { reach.x.wantsNoRoom = false }
  }

  func draw(on canvas: inout Canvas, colours: ColourRange?) {
    for (index, group) in groups.enumerated() where position(index).isFinite {
      switch style {
      case .box: drawBox(group, position(index), 0.6, on: &canvas)
      case .violin:
        drawDensity(group, position(index), sides: [-1, 1], on: &canvas)
        drawBox(group, position(index), 0.12, on: &canvas, isSlim: true)
      case .rain:
        drawDensity(group, position(index) + 0.04, sides: [1], on: &canvas)
        drawStrip(group, position(index) - 0.2, width: 0.3, on: &canvas)
        drawBox(group, position(index) - 0.01, 0.07, on: &canvas, isSlim: true)
      case .strip: drawStrip(group, position(index), width: 0.8, on: &canvas)
      case .boxAndStrip:
        drawStrip(group, position(index) + 0.24, width: 0.36, on: &canvas)
        drawBox(group, position(index) - 0.16, 0.32, on: &canvas)
      }
    }
  }

  /// Where a value stands in a group that is so far across.
  private func place(_ across: Double, _ value: Double, _ canvas: Canvas) -> Point? {
    direction == .vertical ? canvas.frame.place(across, value) : canvas.frame.place(value, across)
  }

  private func drawBox(
    _ group: Group, _ middle: Double, _ width: Double, on canvas: inout Canvas, isSlim: Bool = false
  ) {
    guard let box = BoxSummary(group.samples) else { return }
    let style = canvas.book.area(group.series)
    func corner(_ side: Double, _ value: Double) -> Point? {
      place(middle + side * width / 2, value, canvas)
    }
    guard let low = place(middle, box.lowerWhisker, canvas),
      let first = place(middle, box.lowerQuartile, canvas),
      let third = place(middle, box.upperQuartile, canvas),
      let high = place(middle, box.upperWhisker, canvas),
      let start = corner(-1, box.lowerQuartile), let end = corner(1, box.upperQuartile),
      let body = Rectangle(around: [start, end]), let left = corner(-1, box.median),
      let right = corner(1, box.median)
    else { return }
    let line = Stroke(.ink, width: 0.8)
    canvas.draw(
      .mark, Path(through: [low, first]) + Path(through: [third, high]), stroke: line)
    let fill: Paint = isSlim ? .paper : .colour(style.colour.opacity(0.55))
    canvas.draw(.mark, Path(body), fill: fill, stroke: line)
    canvas.draw(
      .mark, Path(through: [left, right]), stroke: Stroke(.ink, width: 1.6))
    guard self.style == .box else { return }
    let outliers = box.outliers.compactMap { place(middle, $0, canvas) }
    canvas.draw(
      SceneMarkers(
        .circle, at: outliers, sizes: [2.4], paints: [.ink], isFilled: false, lineWidth: 0.5))
  }

  private func drawDensity(
    _ group: Group, _ middle: Double, sides: [Double], on canvas: inout Canvas
  ) {
    let style = canvas.book.area(group.series)
    let curve = KernelDensity(group.samples, least: least, greatest: nil).curve(points: 128)
    guard let top = curve.y.max(), top > 0 else { return }
    func edge(_ side: Double) -> [Point] {
      zip(curve.x, curve.y).compactMap { place(middle + side * 0.4 * $1 / top, $0, canvas) }
    }
    let outline = edge(sides.first ?? 1) + (sides.count > 1 ? edge(sides[1]) : edge(0)).reversed()
    canvas.draw(
      .mark, Path(through: outline, isClosed: true), fill: .colour(style.colour.opacity(0.55)),
      stroke: Stroke(.colour(style.colour), width: 0.8))
  }

  private func drawStrip(
    _ group: Group, _ middle: Double, width: Double, on canvas: inout Canvas
  ) {
    let style = canvas.book.line(group.series)
    let along = group.samples.compactMap { value -> Double? in
      guard let place = place(middle, value, canvas) else { return nil }
      return direction == .vertical ? place.y : place.x
    }
    guard
      let one = place(middle - width / 2, 0, canvas)
        ?? place(middle - width / 2, group.samples.first ?? 1, canvas),
      let other = place(middle + width / 2, 0, canvas)
        ?? place(middle + width / 2, group.samples.first ?? 1, canvas)
    else { return }
    let (start, end) = direction == .vertical ? (one.x, other.x) : (one.y, other.y)
    let size = along.count > 400 ? 1.6 : along.count > 100 ? 2.2 : 3.0
    let swarm = Beeswarm(along, diameter: size + 0.3, width: (end - start).magnitude)
    let centre = (start + end) / 2
    let dots = zip(along, swarm.offsets).compactMap { along, offset in
      offset.map { direction == .vertical ? Point(centre + $0, along) : Point(along, centre + $0) }
    }
    canvas.draw(
      SceneMarkers(
        .circle, at: dots, sizes: [size], paints: [.colour(style.colour.opacity(0.8))],
        lineWidth: 0.25))
  }

  func record(in table: inout TidyTable) {
    for (index, group) in groups.enumerated() {
      table.add(
        "sample", series: group.series,
        numbers: [
          ("position", group.samples.map { _ in position(index) }), ("value", group.samples),
        ])
    }
  }
}

extension Path {
  /// One path after another.
  static func + (left: Path, right: Path) -> Path { Path(left.steps + right.steps) }
}
