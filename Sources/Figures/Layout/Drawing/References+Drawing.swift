extension Rule: PanelContent {
  var legendKeys: [LegendKey] { [] }

  func extend(_ reach: inout Reach) {
    if let x { reach.x.take(x) }
    if let y { reach.y.take(y) }
  }

  func draw(on canvas: inout Canvas, colours: ColourRange?) {
    let area = canvas.frame.area
    var path = Path()
    if let x, let place = canvas.frame.horizontal(x) {
      path = Path(through: [Point(place, area.top), Point(place, area.bottom)])
    } else if let y, let place = canvas.frame.vertical(y) {
      path = Path(through: [Point(area.left, place), Point(area.right, place)])
    }
    canvas.draw(.reference, path, stroke: Stroke(.softInk, width: 0.7, dashes: [3, 2]))
  }

  func record(in table: inout TidyTable) {
    table.add(
      "rule", series: label.plainText,
      numbers: [("x", x.map { [$0] } ?? []), ("y", y.map { [$0] } ?? [])])
  }
}

extension ReferenceBand: PanelContent {
  var legendKeys: [LegendKey] { [] }

  func extend(_ reach: inout Reach) {
    if isOnX { reach.x.take([from, to]) } else { reach.y.take([from, to]) }
  }

  func draw(on canvas: inout Canvas, colours: ColourRange?) {
    let area = canvas.frame.area
    let place = isOnX ? canvas.frame.horizontal : canvas.frame.vertical
    guard let start = place(from), let end = place(to) else { return }
    let corners =
      isOnX
      ? [Point(start, area.top), Point(end, area.bottom)]
      : [Point(area.left, start), Point(area.right, end)]
    guard let box = Rectangle(around: corners)?.intersection(area) else { return }
    canvas.draw(.reference, Path(box), fill: .colour(Colour(rgb: 0x8A8F98).opacity(0.18)))
  }

  func record(in table: inout TidyTable) {
    table.add(
      "reference band", series: label.plainText,
      numbers: isOnX ? [("x", [from, to])] : [("y", [from, to])])
  }
}

extension Callout: PanelContent {
  var legendKeys: [LegendKey] { [] }

  func extend(_ reach: inout Reach) {
    reach.x.take(x)
    reach.y.take(y)
  }

  func draw(on canvas: inout Canvas, colours: ColourRange?) {
    guard let place = canvas.frame.place(x, y), canvas.frame.area.contains(place) else {
      return canvas.lose("the callout \"\(text.plainText)\", whose place is not on the axes")
    }
    if hasRing {
      canvas.draw(
        SceneMarkers(
          .circle, at: [place], sizes: [8], paints: [.ink], isFilled: false, lineWidth: 0.8),
        role: .leader)
    }
    canvas.call(self)
  }

  func record(in table: inout TidyTable) {
    table.add("callout", series: text.plainText, numbers: [("x", [x]), ("y", [y])])
  }
}
