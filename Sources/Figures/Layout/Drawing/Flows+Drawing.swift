import Text

extension Flows: PanelContent {
  var legendKeys: [LegendKey] { [] }

  var seriesNames: [String] {
    var names: [String] = []
    for name in links.flatMap({ [$0.from, $0.to] }) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  func extend(_ reach: inout Reach) {}

  func draw(on canvas: inout Canvas, colours: ColourRange?) {
    let size = canvas.typeSize
    let area = canvas.frame.area
    let layout: SankeyLayout
    do {
      let links = links.map { SankeyLayout.Link(from: $0.from, to: $0.to, value: $0.value) }
      let first = try SankeyLayout(nodes: seriesNames.map { SankeyLayout.Node($0) }, links: links)
      let end = first.nodes.map(\.layer).max() ?? 0
      layout = try SankeyLayout(
        // What nothing flows out of stands at the right edge, wherever it is fed from.
        nodes: first.nodes.map {
          SankeyLayout.Node($0.name, layer: $0.outflow > 0 ? $0.layer : end)
        },
        links: links,
        nodeWidth: 9 / Swift.max(60, area.width),
        padding: 1.35 * 2 * size / Swift.max(60, area.height))
    } catch {
      return canvas.lose("flows that lead in a circle")
    }
    let last = layout.nodes.map(\.layer).max() ?? 0
    let texts = Dictionary(
      uniqueKeysWithValues: layout.nodes.indices.map { ($0, lines(layout.nodes[$0], canvas)) })
    // Names of the first and the last nodes stand outside of them, so the drawing is narrower by so much.
    func widest(_ layer: Int) -> Double {
      layout.nodes.indices.filter { layout.nodes[$0].layer == layer }
        .flatMap { texts[$0] ?? [] }.map { canvas.measure.extent(of: $0, size: size).width }.max()
        ?? 0
    }
    let inner = Rectangle(
      left: area.left + widest(0) + 4, top: area.top + size,
      right: area.right - (last > 0 ? widest(last) + 4 : 0), bottom: area.bottom - size)
    guard inner.width > 20, inner.height > 10 else {
      return canvas.lose("flows, for which the panel is too small")
    }
    func place(_ point: Point) -> Point {
      Point(inner.left + point.x * inner.width, inner.top + point.y * inner.height)
    }
    for ribbon in layout.ribbons {
      let colour = canvas.book.area(layout.nodes[ribbon.from].name).colour
      canvas.draw(
        .mark, ribbon.path.mapped(place), fill: .colour(colour.opacity(0.32)), isClipped: false)
    }
    for (index, node) in layout.nodes.enumerated() where node.inflow > 0 || node.outflow > 0 {
      let box = node.rectangle
      guard let placed = Rectangle(around: box.corners.map(place)) else { continue }
      canvas.draw(
        .mark, Path(placed), fill: .colour(canvas.book.area(node.name).colour),
        isClipped: false)
      write(texts[index] ?? [], beside: placed, node.layer, last, on: &canvas)
    }
  }

  private func lines(_ node: SankeyLayout.Box, _ canvas: Canvas) -> [RichText] {
    let fitting = TextFitting(measure: canvas.measure)
    let name = fitting.shortened(
      RichText(plain: node.name), size: canvas.typeSize, length: 0.22 * canvas.frame.area.width
    ).text
    let amount =
      RichText(
        plain: TickLabels.text(Swift.max(node.inflow, node.outflow), decimals: decimals)
          + "\u{202F}") + unit
    return [name, amount]
  }

  private func write(
    _ lines: [RichText], beside box: Rectangle, _ layer: Int, _ last: Int, on canvas: inout Canvas
  ) {
    let (x, alignment): (Double, SceneText.Alignment) =
      layer == last && last > 0
      ? (box.right + 4, .start) : layer == 0 ? (box.left - 4, .end) : (box.centre.x, .middle)
    let leading = 1.2 * canvas.typeSize
    let isBetween = alignment == .middle
    for (index, line) in lines.enumerated() {
      // Between the ends the text stands above its node, where the padding leaves room.
      let y =
        isBetween
        ? box.top - 3 - Double(lines.count - 1 - index) * leading
        : box.centre.y + canvas.middleDrop() + (Double(index) - 0.5 * Double(lines.count - 1))
          * leading
      // Between the ends it may stand on a ribbon, which is pale for that.
      canvas.write(
        isBetween ? .value : .label, canvas.text(line, at: Point(x, y), alignment))
    }
  }

  func record(in table: inout TidyTable) {
    table.add(
      "flow", series: nil, numbers: [("value", links.map(\.value))],
      texts: [("from", links.map(\.from)), ("to", links.map(\.to))])
  }
}
