import Text

extension Bars: PanelContent {
  var legendKeys: [LegendKey] { layers.flatMap { LegendKey.named($0.series, [.hatchedPatch]) } }

  func extend(_ reach: inout Reach) {
    let places = (0..<count).map(position)
    let half = 0.5 * spacing
    let ends = places.flatMap { [$0 - half, $0 + half] }
    var values: [Double] = []
    for bar in allBars { values += [bar.base, bar.end] }
    for layer in layers { values += layer.low + layer.high }
    if showsValues, let top = values.filter(\.isFinite).max(),
      let low = values.filter(\.isFinite).min()
    {
      // The numbers stand beyond the ends.
      let room = 0.1 * (Swift.max(top, 0) - Swift.min(low, 0))
      if top > 0 { values.append(top + room) }
      if low < 0 { values.append(low - room) }
    }
    reach.take(places: ends, values: values, direction)
    if direction == .vertical {
      reach.y.wantsNoRoom = false
      if bases.isEmpty { reach.y.standsOnZero = true }
    } else {
      reach.x.wantsNoRoom = false
      if bases.isEmpty { reach.x.standsOnZero = true }
    }
  }

  /// One bar: which series, where across, from where to where.
  private struct Bar {
    var layer: Int
    var index: Int
    var from: Double
    var to: Double
    var base: Double
    var end: Double
  }

  /// The least distance between neighbouring places.
  private var spacing: Double {
    let places = (0..<count).map(position).filter(\.isFinite).sorted()
    let gaps = zip(places, places.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }
    return gaps.min() ?? 1
  }

  private var allBars: [Bar] {
    let share = width.isFinite ? Swift.min(1, Swift.max(0.05, width)) : 0.76
    let room = spacing * share
    let stack = grouping == .stacked ? Stacking(layers.map(\.values)) : nil
    var bars: [Bar] = []
    for (layer, series) in layers.enumerated() {
      for index in series.values.indices
      where series.values[index].isFinite && position(index).isFinite {
        let each = stack == nil ? room / Double(Swift.max(1, layers.count)) : room
        let start = position(index) - room / 2 + (stack == nil ? each * Double(layer) : 0)
        let base = stack?.layers[layer].base[index] ?? (index < bases.count ? bases[index] : 0)
        let end = stack?.layers[layer].end[index] ?? base + series.values[index]
        bars.append(
          Bar(layer: layer, index: index, from: start, to: start + each, base: base, end: end))
      }
    }
    return bars
  }

  func draw(on canvas: inout Canvas, colours: ColourRange?) {
    let all = allBars
    for bar in all {
      guard let box = box(bar.from, bar.to, bar.base, bar.end, canvas) else { continue }
      let series = layers[bar.layer].series
      let style = canvas.book.area(series)
      // Neighbours in a group are told apart by a hair of paper.
      let slim = layers.count > 1 && grouping == .grouped && Swift.min(box.width, box.height) > 3
      let inner = slim ? box.thinner(by: 0.4, direction) : box
      canvas.draw(.mark, Path(inner), fill: .colour(style.colour), series: series)
      canvas.hatch([inner.corners], style.hatch, series: series)
    }
    for (index, layer) in layers.enumerated() where !layer.low.isEmpty && !layer.high.isEmpty {
      drawErrors(layer, all.filter { $0.layer == index }, on: &canvas)
    }
    if showsValues { writeValues(all, on: &canvas) }
    drawBaseLine(on: &canvas)
  }

  private func box(
    _ from: Double, _ to: Double, _ base: Double, _ end: Double, _ canvas: Canvas
  ) -> Rectangle? {
    let isUpright = direction == .vertical
    let frame = canvas.frame
    // On a logarithm bars stand on the frame.
    let ground =
      (isUpright ? frame.vertical(base) : frame.horizontal(base))
      ?? (isUpright ? frame.area.bottom : frame.area.left)
    guard
      let left = isUpright ? frame.horizontal(from) : frame.vertical(from),
      let right = isUpright ? frame.horizontal(to) : frame.vertical(to),
      let top = isUpright ? frame.vertical(end) : frame.horizontal(end)
    else { return nil }
    let corners =
      isUpright
      ? [Point(left, ground), Point(right, top)] : [Point(ground, left), Point(top, right)]
    return Rectangle(around: corners)?.intersection(frame.area.grown(by: 0.5))
  }

  private func drawErrors(_ layer: Layer, _ bars: [Bar], on canvas: inout Canvas) {
    var path = Path()
    for bar in bars where bar.index < layer.low.count && bar.index < layer.high.count {
      let middle = (bar.from + bar.to) / 2
      let (low, high) = (layer.low[bar.index], layer.high[bar.index])
      let ends =
        direction == .vertical
        ? [canvas.frame.place(middle, low), canvas.frame.place(middle, high)]
        : [canvas.frame.place(low, middle), canvas.frame.place(high, middle)]
      guard let start = ends[0], let end = ends[1] else { continue }
      path.append(Path(through: [start, end]))
    }
    canvas.draw(
      .mark, path, stroke: Stroke(.ink, width: 0.8), series: layer.series)
  }

  private func writeValues(_ bars: [Bar], on canvas: inout Canvas) {
    var texts: [SceneText] = []
    for bar in bars {
      guard let box = box(bar.from, bar.to, bar.base, bar.end, canvas) else { continue }
      let layer = layers[bar.layer]
      let rises = bar.end >= bar.base
      let far = rises ? layer.high : layer.low
      let tip =
        bar.index < far.count && far[bar.index].isFinite
        ? (direction == .vertical
          ? canvas.frame.vertical(far[bar.index]) : canvas.frame.horizontal(far[bar.index])) : nil
      // A bar that floats is a change and says its direction.
      let sign = bar.base != 0 && bar.end > bar.base ? "+" : ""
      let number = TickLabels.text(bar.end - bar.base, decimals: decimals)
      let text = RichText(plain: sign + number)
      if direction == .vertical {
        let edge =
          rises
          ? Swift.min(tip ?? box.top, box.top) - 2
          : Swift.max(tip ?? box.bottom, box.bottom) + 2 + 0.73 * canvas.typeSize
        texts.append(canvas.text(text, at: Point(box.centre.x, edge)))
      } else {
        let edge =
          rises
          ? Swift.max(tip ?? box.right, box.right) + 2.5
          : Swift.min(tip ?? box.left, box.left) - 2.5
        texts.append(
          canvas.text(
            text, at: Point(edge, box.centre.y + canvas.middleDrop()), rises ? .start : .end))
      }
    }
    let boxes = texts.compactMap { Rectangle(around: $0.corners) }
    let collide = boxes.indices.contains { index in
      boxes.indices.contains { $0 > index && boxes[$0].grown(by: 0.5).overlaps(boxes[index]) }
    }
    guard !collide, grouping == .grouped || layers.count == 1 else {
      return canvas.lose("the numbers at the bars, which would run into one another")
    }
    for text in texts { canvas.write(.label, text) }
  }

  /// The line on which bars stand, when it is not the frame.
  private func drawBaseLine(on canvas: inout Canvas) {
    let area = canvas.frame.area
    if direction == .vertical, let y = canvas.frame.vertical(0), y > area.top, y < area.bottom - 0.5
    {
      canvas.draw(
        .axis, Path(through: [Point(area.left, y), Point(area.right, y)]),
        stroke: Stroke(.ink, width: canvas.lines.axis))
    } else if direction == .horizontal, let x = canvas.frame.horizontal(0), x < area.right,
      x > area.left + 0.5
    {
      canvas.draw(
        .axis, Path(through: [Point(x, area.top), Point(x, area.bottom)]),
        stroke: Stroke(.ink, width: canvas.lines.axis))
    }
  }

  func record(in table: inout TidyTable) {
    for layer in layers {
      var numbers = [("position", layer.values.indices.map(position)), ("value", layer.values)]
      if !bases.isEmpty { numbers.append(("base", bases)) }
      if !layer.low.isEmpty { numbers.append(("low", layer.low)) }
      if !layer.high.isEmpty { numbers.append(("high", layer.high)) }
      table.add("bar", series: layer.series, numbers: numbers)
    }
  }
}

extension Rectangle {
  /// The rectangle narrowed across the bars' direction.
  fileprivate func thinner(by distance: Double, _ direction: Direction) -> Rectangle {
    direction == .vertical
      ? Rectangle(left: left + distance, top: top, right: right - distance, bottom: bottom)
      : Rectangle(left: left, top: top + distance, right: right, bottom: bottom - distance)
  }
}
